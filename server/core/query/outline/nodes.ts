import { t } from '@vscode/l10n';
import { byMoment } from '../../season/moments.ts';
import type { Occurrence, Season, ThreadStory } from '../../season/season.ts';
import { entriesOf } from '../../season/study-entries.ts';
import type { BareScene } from '../../structure/file-structure.ts';
import type { OutlineNode } from '../answers.ts';
import { targetOf } from '../cards/stations.ts';
import { missingOf, occurrencesOf, shownAs } from '../cards/thread-card.ts';
import type { Measure } from '../context.ts';
import { counts } from '../counts.ts';
import { dotted, episodeId, roleName, whereLabel } from '../labels.ts';

export interface OutlineContext {
  readonly season: Season;
  readonly measure?: Measure;
  /** Rows are to be filtered: they say who has to do with them, and in which episode. */
  readonly facets?: boolean;
}

/** Threads in the order in which they come up; those of one place by id. */
export function inOrder(threads: Iterable<ThreadStory>): ThreadStory[] {
  return [...threads]
    .map((thread) => ({ thread, moment: occurrencesOf(thread).find((one) => one.moment)?.moment }))
    .sort((a, b) => byMoment(a, b) || (a.thread.id < b.thread.id ? -1 : 1))
    .map(({ thread }) => thread);
}

/** A thread with each of its occurrences. */
export function threadNode(context: OutlineContext, parent: string, thread: ThreadStory): OutlineNode {
  const { season } = context;
  const id = `${parent}thread:${thread.id}`;
  const names = new Names();
  return {
    id,
    label: thread.title,
    description: dotted(countsOf(thread), ...missingOf(season, thread)),
    kind: 'thread',
    status: thread.status,
    target: firstTarget(season, occurrencesOf(thread)) ?? declaredTarget(season, thread.declared),
    ref: `thread:${thread.id}`,
    children: occurrencesOf(thread).map((one) => occurrenceNode(context, `${id}/`, names, one, thread)),
  };
}

function occurrenceNode(
  context: OutlineContext,
  parent: string,
  names: Names,
  one: Occurrence,
  thread: ThreadStory,
): OutlineNode {
  const { season, measure } = context;
  const kind = shownAs(thread, one.role);
  const role = roleName(kind);
  const where = whereLabel(season, one, one.text && measure?.page(one.text));
  const said = one.entry?.text ?? one.mark?.note ?? one.scene?.title;
  return {
    id: `${parent}${names.unique(`${one.role}:${placeKey(season, one)}`)}`,
    label: where ? `${role} · ${where}` : role,
    description: said || undefined,
    kind,
    status: one.text ? undefined : 'studyOnly',
    target: targetOf(season, one),
    ref: `thread:${thread.id}`,
    ...facets(context, one, () => peopleAt(season, one)),
    children: [],
  };
}

/** What a row can be filtered by, where that is asked for. */
export function facets(
  { season, facets }: OutlineContext,
  { moment }: Pick<Occurrence, 'moment'>,
  people: () => readonly string[],
): Pick<OutlineNode, 'people' | 'episode'> {
  if (!facets) return {};
  const episode = moment && season.episodes[moment.episode];
  return { people: people(), ...(episode && { episode: episodeId(season, episode) }) };
}

/** Who speaks in the scene of an occurrence, and whom the study names in its event. */
function peopleAt(season: Season, { scene, event }: Occurrence): string[] {
  const named = event === undefined ? undefined : entriesOf(season.study).events.get(event)?.who;
  return [...new Set([...(named ?? []), ...speakersOf(season, scene)])];
}

export function speakersOf(season: Season, scene: BareScene | undefined): string[] {
  return (scene?.speakers ?? []).flatMap((name) => season.person(name) ?? []);
}

/** `2 setups, 1 reminder, 1 payoff` */
function countsOf({ setups, reminders, payoffs, cleared }: ThreadStory): string {
  return [
    setups.length > 0 && counts.setups(setups.length),
    reminders.length > 0 && counts.reminders(reminders.length),
    payoffs.length > 0 && counts.payoffs(payoffs.length),
    cleared.length > 0 && t('cleared'),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** The episode of a place by its number or its file, so that what happens elsewhere leaves it. */
export function placeKey(season: Season, place: Pick<Occurrence, 'moment'>): string {
  const episode = place.moment && season.episodes[place.moment.episode];
  if (!episode) return 'study';
  return episode.number === undefined ? (episode.told?.uri ?? '') : `${episode.season ?? ''}e${episode.number}`;
}

export function firstTarget(season: Season, list: readonly Occurrence[]) {
  const first = list.find(({ text }) => text) ?? list[0];
  return first && targetOf(season, first);
}

export function declaredTarget(
  season: Season,
  declared: { readonly span: { start: number; end: number } } | undefined,
) {
  return declared && season.study && { uri: season.study.uri, span: declared.span };
}

/** Makes names among siblings unique: the second of a name gets `~2`. */
export class Names {
  private readonly used = new Map<string, number>();

  unique(name: string): string {
    const times = (this.used.get(name) ?? 0) + 1;
    this.used.set(name, times);
    return times === 1 ? name : `${name}~${times}`;
  }
}
