import { t } from '@vscode/l10n';
import { listPrefixes } from '../study/check.ts';
import { type ReferredList, referencePlaces } from '../study/references.ts';
import type { Study } from '../study/study.ts';
import type { Path } from '../study/yaml-source.ts';
import type { Span } from '../text/span.ts';

/** An entry of a study, as far as all lists have it. */
export interface ListedEntry {
  readonly list: ReferredList;
  readonly id: string;
  /** Its title, name or text; the id where it has none. */
  readonly title: string;
  readonly detail?: string;
  readonly span: Span;
  /** Of an act, its episode. */
  readonly episode?: number;
}

export const allLists = Object.values(listPrefixes);

const prefixOf = new Map(Object.entries(listPrefixes).map(([prefix, list]) => [list, prefix]));

/** `thread` of `threads`: what is said before an id, and what one of the list is called. */
export function oneOf(list: ReferredList): string {
  return prefixOf.get(list)!;
}

/** What one of a list is called in a sentence. */
export function calledOne(list: ReferredList): string {
  switch (list) {
    case 'sources':
      return t('source');
    case 'characters':
      return t('character');
    case 'places':
      return t('place');
    case 'events':
      return t('event');
    case 'facts':
      return t('fact');
    case 'threads':
      return t('thread');
    case 'reveals':
      return t('reveal');
    case 'episodes':
      return t('episode');
    case 'acts':
      return t('act');
    case 'turns':
      return t('turn');
    case 'themes':
      return t('theme');
    case 'disputes':
      return t('dispute');
  }
}

/** The entries of a list, in the order of the study. */
export function entriesIn(study: Study | undefined, list: ReferredList): ListedEntry[] {
  if (!study) return [];
  switch (list) {
    case 'sources':
      return study.sources.map(({ id, title, publisher, span }) => ({ list, id, title, detail: publisher, span }));
    case 'characters':
      return study.characters.map(({ id, name, actor, span }) => ({ list, id, title: name, detail: actor, span }));
    case 'places':
      return study.places.map(({ id, name, span }) => ({ list, id, title: name, span }));
    case 'events':
      return study.events.map(({ id, text, story, span }) => ({ list, id, title: text, detail: story, span }));
    case 'facts':
      return study.facts.map(({ id, text, status, span }) => ({ list, id, title: text, detail: status, span }));
    case 'threads':
      return study.threads.map(({ id, title, kind, span }) => ({ list, id, title, detail: kind, span }));
    case 'reveals':
      return study.reveals.map(({ id, fact, to, span }) => {
        const text = study.facts.find((one) => one.id === fact)?.text ?? fact;
        return { list, id, title: text, detail: t('to {0}', to.join(', ')), span };
      });
    case 'episodes':
      return study.episodes.map(({ number, title, form, span }) => {
        return { list, id: String(number), title: title ?? t('Episode {0}', number), detail: form, span };
      });
    case 'acts':
      return study.episodes.flatMap(({ number, acts }) =>
        acts.map(({ id, title, span }) => ({
          list,
          id,
          title,
          detail: t('episode {0}', number),
          span,
          episode: number,
        })),
      );
    case 'turns':
      return study.turns.map(({ id, text, kind, span }) => ({ list, id, title: text, detail: kind, span }));
    case 'themes':
      return study.themes.flatMap(({ id, text, span }) => (id === '' ? [] : [{ list, id, title: text, span }]));
    case 'disputes':
      return study.disputes.map(({ id, span }) => ({ list, id, title: id.replaceAll('-', ' '), span }));
  }
}

export function entryOf(
  study: Study | undefined,
  list: ReferredList,
  id: string,
  episode?: number,
): ListedEntry | undefined {
  const found = entriesIn(study, list).filter((entry) => entry.id === id);
  return found.find((entry) => entry.episode === episode) ?? found[0];
}

/** The lists that a bare id in a note's or dispute's `on` fits. */
export function listsOf(study: Study | undefined, id: string): ReferredList[] {
  return allLists.filter((list) => list !== 'sources' && entryOf(study, list, id) !== undefined);
}

/** What an id at a place in a study file is: the entry's own, or one that refers to an entry of a list. */
export interface Slot {
  readonly list: ReferredList | 'any';
  readonly own: boolean;
}

const slots = new Map<string, Slot>([
  ...referencePlaces.map(([path, list]): [string, Slot] => [path, { list, own: false }]),
  ...allLists
    .filter((list) => list !== 'episodes' && list !== 'acts')
    .map((list): [string, Slot] => [`${list}/*/id`, { list, own: true }]),
  ['episodes/*/number', { list: 'episodes', own: true }],
  ['episodes/*/acts/*/id', { list: 'acts', own: true }],
]);

/** Undefined where no id stands. */
export function slotAt(path: Path): Slot | undefined {
  return slots.get(path.map((part) => (typeof part === 'number' ? '*' : part)).join('/'));
}
