import { t } from '@vscode/l10n';
import { READING_KINDS } from '../../annotations/kinds.ts';
import { slugOf } from '../../annotations/slug.ts';
import type { Season, SeasonEpisode } from '../../season/season.ts';
import { namesOf, peopleOf } from '../../season/words.ts';
import type { ActPart, ItemRange, MarkInScene, ScenePart } from '../../structure/file-structure.ts';
import type { OutlineNode } from '../answers.ts';
import { counts } from '../counts.ts';
import {
  actTitle,
  dotted,
  episodeTitle,
  extentLabel,
  formName,
  kindName,
  labelled,
  roleName,
  sceneTitle,
  valueName,
  wholeLabel,
} from '../labels.ts';
import { stretchOf } from '../places.ts';
import { shortTitle } from '../short-title.ts';
import { facets, Names, type OutlineContext, placeKey, speakersOf } from './nodes.ts';

/** Episodes, their acts, their scenes, and the marks in these. */
export function byStructure(context: OutlineContext): OutlineNode[] {
  return context.season.episodes.map((episode, i) => episodeNode(context, episode, i));
}

function episodeNode(context: OutlineContext, episode: SeasonEpisode, i: number): OutlineNode {
  const { season } = context;
  const id = `episode:${placeKey(season, { moment: { episode: i } })}`;
  const { told } = episode;
  const length = told && context.measure?.length(stretchOf(told.uri, told.part));
  const names = new Names();
  return {
    id,
    label: episodeTitle(season, episode),
    description: dotted(
      episode.form ? formName(episode.form) : '',
      wholeLabel(length),
      told ? (told.kind === 'treatment' ? t('treatment') : t('script')) : t('no text'),
    ),
    kind: 'episode',
    status: told ? undefined : 'noText',
    target: told ? { uri: told.uri, item: told.part.heading ?? told.part.first } : declared(season, episode),
    ...(episode.number !== undefined && { ref: `episode:${episode.number}` }),
    ...facets(context, { moment: { episode: i } }, () => []),
    children: told ? told.part.acts.flatMap((act) => actNodes(context, `${id}/`, names, told.uri, act)) : [],
  };
}

/** The node of an act; without a heading, what it holds. */
function actNodes(context: OutlineContext, parent: string, names: Names, uri: string, act: ActPart): OutlineNode[] {
  if (act.heading === undefined) return act.scenes.flatMap((scene) => sceneNodes(context, parent, names, uri, scene));
  const id = `${parent}${names.unique(`act:${act.kind}${act.number ?? ''}`)}`;
  const inside = new Names();
  const scenes = act.scenes.filter(({ heading }) => heading !== undefined).length;
  return [
    {
      id,
      label: actTitle(act),
      description: dotted(scenes > 0 ? counts.scenes(scenes) : '', extentOf(context, uri, act)) || undefined,
      kind: 'act',
      target: { uri, item: act.heading },
      children: act.scenes.flatMap((scene) => sceneNodes(context, `${id}/`, inside, uri, scene)),
    },
  ];
}

function sceneNodes(
  context: OutlineContext,
  parent: string,
  names: Names,
  uri: string,
  scene: ScenePart,
): OutlineNode[] {
  if (scene.heading === undefined) return markNodes(context, parent, names, uri, scene.marks);
  const id = `${parent}${names.unique(`scene:${slugOf(scene.title)}`)}`;
  return [
    {
      id,
      label: sceneTitle(scene),
      description: extentOf(context, uri, scene) || undefined,
      kind: 'scene',
      target: { uri, item: scene.heading },
      ...facets(context, {}, () => speakersOf(context.season, scene)),
      children: markNodes(context, `${id}/`, new Names(), uri, scene.marks),
    },
  ];
}

/** The page on which a part begins, and how long it is. */
function extentOf({ measure }: OutlineContext, uri: string, part: ItemRange): string {
  return extentLabel(measure?.page({ uri, item: part.first }), measure?.length(stretchOf(uri, part)));
}

function markNodes(
  context: OutlineContext,
  parent: string,
  names: Names,
  uri: string,
  marks: readonly MarkInScene[],
): OutlineNode[] {
  const { season } = context;
  return marks
    .filter(({ mark }) => !READING_KINDS.has(mark.kind) && isSeen(season, mark))
    .map(({ item, mark }) => ({
      id: `${parent}${names.unique(`${mark.kind}:${mark.ids.join(',') || slugOf(mark.value ?? mark.title ?? '')}`)}`,
      label: markLabel(season, mark),
      description: mark.note,
      kind: mark.kind,
      target: { uri, item },
      ...refOf(mark),
      ...facets(context, {}, () =>
        peopleOf(mark).flatMap((name) => (name === 'audience' ? name : (season.person(name) ?? []))),
      ),
      children: [],
    }));
}

/** Of what names several things, the first. */
function refOf({ kind, ids: [id] }: MarkInScene['mark']): Pick<OutlineNode, 'ref'> {
  const names = namesOf(kind);
  if (id === undefined || (names !== 'threads' && names !== 'facts')) return {};
  return { ref: `${names === 'threads' ? 'thread' : 'fact'}:${id}` };
}

/** Under a horizon, what is annotated before the audience hears of it has no name yet. */
function isSeen(season: Season, mark: MarkInScene['mark']): boolean {
  return mark.ids.length === 0 || titlesOf(season, mark).length > 0;
}

function titlesOf(season: Season, { kind, ids }: MarkInScene['mark']): string[] {
  const { threads, facts } = season;
  const names = namesOf(kind);
  if (names !== 'threads' && names !== 'facts') return [...ids];
  return ids.flatMap((id) => {
    if (names === 'threads') return threads.get(id)?.title ?? [];
    const fact = facts.get(id);
    return fact ? shortTitle(season, fact) : [];
  });
}

function markLabel(season: Season, mark: MarkInScene['mark']): string {
  const role = mark.cleared ? roleName('cleared') : kindName(mark.kind);
  const titles = titlesOf(season, mark);
  const said = titles.length > 0 ? titles.join(', ') : (mark.title ?? valueName(mark));
  return said ? labelled(role, said) : role;
}

function declared(season: Season, episode: SeasonEpisode) {
  return episode.declared && season.study && { uri: season.study.uri, span: episode.declared.span };
}
