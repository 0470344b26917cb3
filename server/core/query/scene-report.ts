import { t } from '@vscode/l10n';
import { askOf } from '../knowledge/knowing.ts';
import { presenceIn, sceneSpan } from '../knowledge/presence.ts';
import { pageAt } from '../pages/manuscript-pages.ts';
import { within } from '../season/horizon.ts';
import type { EpisodePart } from '../structure/file-structure.ts';
import type { OutlineNode } from './answers.ts';
import type { QueryContext } from './context.ts';
import { counts } from './counts.ts';
import { actTitle, dotted, episodeLabel, episodeTitle, extentLabel, sceneTitle } from './labels.ts';
import { isAhead } from './mentions/mentioned.ts';
import { partsAt, stretchOf } from './places.ts';
import type { HereContext } from './scene/here.ts';
import { openThreads } from './scene/open-threads.ts';
import { peopleHere } from './scene/people.ts';

/** What there is to say of the scene at a place: rows as the outline has them, or why there are none. */
export type SceneReport = { readonly rows: readonly OutlineNode[] } | { readonly none: 'noScene' | 'ahead' };

/**
 * The scene at an offset: who is here and what they know by now, which threads are open and when each was last touched. `By
 * now` is the end of the line at the offset, since an annotation stands at the end of what it is about. Nothing is said of a
 * place that lies ahead of the horizon.
 */
export function sceneReport(asked: QueryContext, offset: number): SceneReport {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const { season, uri, manuscript } = context;
  if (isAhead(context, offset)) return { none: 'ahead' };
  const { text } = manuscript;
  const line = text.lineAt(offset);
  const end = text.lineStart(line) + text.lineText(line).length;
  const item = manuscript.itemAt(end);
  const file = season.files.get(uri);
  const parts = file && item >= 0 ? partsAt(file, item) : undefined;
  const span = parts && sceneSpan(manuscript, item);
  if (!parts || !span) return { none: 'noScene' };
  const presence = presenceIn(season, uri, manuscript);
  const here: HereContext = {
    ...{ ...context, parts, item, offset: end, scene: span },
    page: pageAt(manuscript, end),
    sceneStarts: sceneStartsIn(parts.episode),
    asked: askOf(season, presence),
  };
  const people = peopleHere(here);
  const threads = openThreads(here);
  return {
    rows: [
      sceneNode(here),
      group('people', t('Who is here, and what they know'), people.length > 0 ? '' : t('nobody is named'), people),
      group('threads', t('Open threads'), threads.length > 0 ? counts.threads(threads.length) : t('none'), threads),
    ],
  };
}

/** A scene that holds no item begins nowhere. */
function sceneStartsIn({ acts }: EpisodePart): number[] {
  const scenes = acts.flatMap((act) => act.scenes);
  return scenes.filter(({ first, end }) => first < end).map(({ first }) => first);
}

/** The scene itself; where there is no heading of its own, by that of the act or episode that it is all of. */
function sceneNode({ season, uri, measure, parts, item }: HereContext): OutlineNode {
  const { scene, act } = parts;
  const moment = season.moment({ uri, item });
  const episode = moment && season.episodes[moment.episode];
  const own = scene.heading !== undefined;
  const label =
    own || !episode ? sceneTitle(scene) : act.heading === undefined ? episodeTitle(season, episode) : actTitle(act);
  const extent = extentLabel(measure?.page({ uri, item: scene.first }), measure?.length(stretchOf(uri, scene)));
  return {
    id: 'scene',
    label,
    description: dotted(own && episode ? episodeLabel(season, episode) : '', extent),
    kind: 'scene',
    target: { uri, item: scene.heading ?? act.heading ?? scene.first },
    children: [],
  };
}

function group(id: string, label: string, description: string, children: OutlineNode[]): OutlineNode {
  return { id, label, description, kind: 'group', children };
}
