import { t } from '@vscode/l10n';
import type { Season } from '../season/season.ts';
import { listPrefixes, theWhole } from '../study/check.ts';
import type { ReferredList } from '../study/references.ts';
import { allLists, calledOne, entriesIn, type ListedEntry, oneOf, type Slot } from './lists.ts';

/** Something that an id may name where one is wanted. */
export interface Candidate {
  /** As it is to be written: an id, with its list before it where it would fit several. */
  readonly write: string;
  readonly title: string;
  readonly detail?: string;
  readonly entry?: Pick<ListedEntry, 'list' | 'id' | 'episode'>;
}

/** What may stand in a slot of a study file, in the order of the study. `written` may begin with a list: `thread:`. */
export function candidates(season: Season, { list, own }: Slot, written: string): Candidate[] {
  if (list === 'any') return anything(season, written);
  if (own) return list === 'episodes' ? nextEpisode(season) : undeclared(season, list);
  const entries = entriesIn(season.study, list).map((entry) => candidate(entry, entry.id));
  return list === 'characters' ? [{ write: 'audience', title: t('Whoever watches') }, ...entries] : entries;
}

function candidate({ list, id, episode, title, detail }: ListedEntry, write: string): Candidate {
  const entry = { list, id, ...(episode !== undefined && { episode }) };
  return { write, title, ...(detail !== undefined && { detail }), entry };
}

/** In a note's or dispute's `on`: bare where that is clear, else with its list. */
function anything(season: Season, written: string): Candidate[] {
  const colon = written.indexOf(':');
  const named = colon < 0 ? undefined : listPrefixes[written.slice(0, colon).toLowerCase()];
  if (named !== undefined)
    return entriesIn(season.study, named).map((entry) => candidate(entry, `${oneOf(named)}:${entry.id}`));
  const all = allLists.filter((list) => list !== 'sources').flatMap((list) => entriesIn(season.study, list));
  const times = new Map<string, number>();
  for (const { id } of all) times.set(id, (times.get(id) ?? 0) + 1);
  const clear = (id: string) => times.get(id) === 1 && !theWhole.has(id) && !/^\d+$/.test(id);
  return [
    ...all.map((entry) => ({
      ...candidate(entry, clear(entry.id) ? entry.id : `${oneOf(entry.list)}:${entry.id}`),
      detail: calledOne(entry.list),
    })),
    { write: 'season', title: t('The story as a whole') },
  ];
}

/** What the texts annotate and the study has not got yet. */
function undeclared(season: Season, list: ReferredList): Candidate[] {
  const stories = list === 'threads' ? season.threads : list === 'facts' ? season.facts : undefined;
  return [...(stories?.values() ?? [])]
    .filter(({ declared }) => !declared)
    .map(({ id, title }) => ({ write: id, title, detail: t('annotated in the texts') }));
}

function nextEpisode(season: Season): Candidate[] {
  const numbers = (season.study?.episodes ?? []).map(({ number }) => number);
  const told = season.episodes.flatMap(({ number }) => number ?? []).filter((number) => !numbers.includes(number));
  const next = Math.max(0, ...numbers) + 1;
  return [...new Set([...told, next])].map((number) => ({ write: String(number), title: t('Episode {0}', number) }));
}
