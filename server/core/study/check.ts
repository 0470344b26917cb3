import { t } from '@vscode/l10n';
import type { ReferredList, StudyReference } from './references.ts';
import type { Entry, Study, StudyProblem } from './study.ts';

/** What is said before an id: `thread:crash`. */
export const listPrefixes: Readonly<Record<string, ReferredList>> = {
  source: 'sources',
  character: 'characters',
  place: 'places',
  event: 'events',
  fact: 'facts',
  thread: 'threads',
  reveal: 'reveals',
  episode: 'episodes',
  act: 'acts',
  turn: 'turns',
  theme: 'themes',
  dispute: 'disputes',
};

/** In a note's or dispute's `on`, the story as a whole. */
export const theWhole = new Set(['season', 'study', 'series']);

/** Ids twice in their list, references that name nothing or several things, entries without a source. */
export function checkStudy(study: Study, references: readonly StudyReference[]): StudyProblem[] {
  const known = knownIds(study);
  return [...duplicates(study), ...unresolved(references, known), ...uncited(study)];
}

type Known = Readonly<Record<ReferredList, ReadonlySet<string>>>;

function knownIds(study: Study): Known {
  const ids = (list: ReferredList, entries: readonly { id: string }[]) =>
    new Set([...entries.map((entry) => entry.id), ...(study.flawed.get(list) ?? [])]);
  return {
    sources: ids('sources', study.sources),
    characters: ids('characters', study.characters).add('audience'),
    places: ids('places', study.places),
    events: ids('events', study.events),
    facts: ids('facts', study.facts),
    threads: ids('threads', study.threads),
    reveals: ids('reveals', study.reveals),
    episodes: ids(
      'episodes',
      study.episodes.map((episode) => ({ id: String(episode.number) })),
    ),
    acts: ids(
      'acts',
      study.episodes.flatMap((episode) => episode.acts),
    ),
    turns: ids('turns', study.turns),
    themes: ids('themes', study.themes),
    disputes: ids('disputes', study.disputes),
  };
}

function duplicates(study: Study): StudyProblem[] {
  const named = (list: string, entries: readonly { id: string; span: Entry['span'] }[]) => ({ list, entries });
  const lists = [
    named('sources', study.sources),
    named('characters', study.characters),
    named('places', study.places),
    named('events', study.events),
    named('facts', study.facts),
    named('threads', study.threads),
    named('reveals', study.reveals),
    named('turns', study.turns),
    named(
      'themes',
      study.themes.filter((theme) => theme.id !== ''),
    ),
    named('disputes', study.disputes),
    named(
      'episodes',
      study.episodes.map((episode) => ({ id: String(episode.number), span: episode.span })),
    ),
    ...study.episodes.map((episode) => named('acts', episode.acts)),
  ];
  return lists.flatMap(({ list, entries }) => {
    const seen = new Set<string>();
    return entries.flatMap(({ id, span }) => {
      const again = seen.has(id);
      seen.add(id);
      return again
        ? [{ code: 'study.duplicate' as const, span, message: t('"{0}" stands twice in "{1}".', id, list), list, id }]
        : [];
    });
  });
}

function unresolved(references: readonly StudyReference[], known: Known): StudyProblem[] {
  return references.flatMap((reference) => {
    const problem = resolve(reference, known);
    return problem === undefined ? [] : [{ code: 'study.unresolved' as const, span: reference.span, ...problem }];
  });
}

/** What is wrong with a reference, if anything. */
function resolve(
  { id, list }: StudyReference,
  known: Known,
): { message: string; list?: string; id: string } | undefined {
  if (list !== 'any') {
    // A study that lists no episodes says nothing about which there are.
    if (list === 'episodes' && known.episodes.size === 0) return undefined;
    return known[list].has(id) ? undefined : { message: notIn(list, id), list, id };
  }
  if (theWhole.has(id)) return undefined;
  const colon = id.indexOf(':');
  if (colon !== -1) {
    const prefix = id.slice(0, colon);
    const named = listPrefixes[prefix];
    const bare = id.slice(colon + 1);
    if (named === undefined) {
      const prefixes = Object.keys(listPrefixes).join(', ');
      return { message: t('"{0}" is no list: write one of {1}.', prefix, prefixes), id: bare };
    }
    return known[named].has(bare) ? undefined : { message: notIn(named, bare), list: named, id: bare };
  }
  const fits = Object.entries(listPrefixes).filter(([, named]) => named !== 'sources' && known[named].has(id));
  if (fits.length === 0) return { message: t('"{0}" names nothing in this study.', id), id };
  if (fits.length > 1) {
    const ways = fits.map(([prefix]) => `${prefix}:${id}`).reduce((some, other) => t('{0} or {1}', some, other));
    return { message: t('"{0}" names several things: write {1}.', id, ways), id };
  }
  return undefined;
}

function notIn(list: ReferredList, id: string): string {
  return t('"{0}" is not in "{1}".', id, list);
}

function uncited(study: Study): StudyProblem[] {
  if (study.sources.length === 0) return [];
  const entries: readonly Entry[] = [
    ...study.episodes,
    ...study.characters,
    ...study.events,
    ...study.facts,
    ...study.threads,
    ...study.reveals,
    ...study.turns,
    ...study.craftNotes,
    ...study.themes.filter((theme) => theme.id !== ''),
    ...study.threads.flatMap((thread) => [...thread.setups, ...thread.reminders, ...thread.payoffs, ...thread.cleared]),
  ];
  return entries
    .filter((entry) => entry.sources.length === 0 && !entry.reading)
    .map(({ span }) => ({ code: 'study.uncited', span, message: t('This entry names no source.') }));
}
