import type { Span } from '../text/span.ts';
import { isRecord } from './shape.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** The lists of a study whose entries others refer to. */
export type ReferredList =
  | 'sources'
  | 'characters'
  | 'places'
  | 'events'
  | 'facts'
  | 'threads'
  | 'reveals'
  | 'episodes'
  | 'acts'
  | 'turns'
  | 'themes'
  | 'disputes';

/** A place in a study file that names an entry by its id. */
export interface StudyReference {
  /** As written, in lower case: `crash`, `thread:crash`, `5`. */
  readonly id: string;
  readonly span: Span;
  /** The list it names something in; `any` where the list is written before the id, or any would do. */
  readonly list: ReferredList | 'any';
}

/** Where in a study file references stand, `*` being any index, and what list each is to. */
export const referencePlaces: readonly (readonly [path: string, list: ReferredList | 'any'])[] = [
  ['characters/*/aliases/*/until', 'reveals'],
  ['events/*/told/episode', 'episodes'],
  ['events/*/told/act', 'acts'],
  ['events/*/who/*', 'characters'],
  ['events/*/where', 'places'],
  ['facts/*/known_by/*', 'characters'],
  ['facts/*/claims/*/sources/*', 'sources'],
  ['threads/*/evidence_for/*', 'facts'],
  ['reveals/*/fact', 'facts'],
  ['reveals/*/to/*', 'characters'],
  ['reveals/*/evidence/*', 'threads'],
  ['reveals/*/event', 'events'],
  ['reveals/*/episode', 'episodes'],
  ['turns/*/event', 'events'],
  ['turns/*/episode', 'episodes'],
  ['craft_notes/*/on', 'any'],
  ['craft_notes/*/from', 'episodes'],
  ['disputes/*/on/*', 'any'],
  ['disputes/*/from', 'episodes'],
  ['disputes/*/claims/*/sources/*', 'sources'],
  ['episodes/*/acts/*/sources/*', 'sources'],
  ...['setups', 'reminders', 'payoffs', 'cleared'].flatMap((role): [string, ReferredList][] => [
    [`threads/*/${role}/*/event`, 'events'],
    [`threads/*/${role}/*/episode`, 'episodes'],
    [`threads/*/${role}/*/sources/*`, 'sources'],
  ]),
  ...[
    'episodes',
    'characters',
    'places',
    'events',
    'facts',
    'threads',
    'reveals',
    'turns',
    'craft_notes',
    'themes',
  ].map((list): [string, ReferredList] => [`${list}/*/sources/*`, 'sources']),
];

/** All references of a study file, by the places above. */
export function referencesIn(value: Record<string, unknown>, source: YamlSource): StudyReference[] {
  const found: StudyReference[] = [];
  for (const [pattern, list] of referencePlaces) {
    visit(value, pattern.split('/'), [], (path, at) => {
      if (typeof at === 'string' || typeof at === 'number')
        found.push({ id: String(at).toLowerCase(), span: source.spanOf(path), list });
    });
  }
  return found;
}

function visit(
  value: unknown,
  pattern: readonly string[],
  path: Path,
  found: (path: Path, value: unknown) => void,
): void {
  const [first, ...rest] = pattern;
  if (first === undefined) found(path, value);
  else if (first === '*' && Array.isArray(value)) {
    for (const [i, item] of value.entries()) visit(item, rest, [...path, i], found);
  } else if (isRecord(value) && Object.hasOwn(value, first)) visit(value[first], rest, [...path, first], found);
}
