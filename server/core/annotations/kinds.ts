import { t } from '@vscode/l10n';
import type { MarkKind, MarkNames } from './annotation.ts';
import { WordTable } from './word-table.ts';

/**
 * The language of annotations as a table (design, section 3). The parser, completion and hover read it, so that none of
 * them knows a kind or key that the others do not.
 */
export interface KindInfo {
  readonly kind: MarkKind;
  /** Other spellings. */
  readonly also: readonly string[];
  readonly names: MarkNames;
  /** What stands between the colon and the first key or `|`. */
  readonly after: 'ids' | 'codes' | 'word' | 'time' | 'prose';
  /** Keys that mean something here; `COMMON_KEYS` do everywhere. */
  readonly keys: readonly KeyName[];
  /** Words to offer after the colon, where the kind names nothing. */
  readonly values?: readonly string[];
  /** One line on what it is for. */
  readonly says: () => string;
}

export type KeyName = 'intent' | 'for' | 'to' | 'who' | 'via' | 'event' | 'at' | 'as';

export interface KeyInfo {
  readonly key: KeyName;
  /** What the value is, or holds between commas. */
  readonly holds: 'facts' | 'people' | 'event' | 'word' | 'text';
  /** Whether the value may be a list. Written twice, such a key holds both. */
  readonly list: boolean;
  readonly values?: readonly string[];
  readonly says: () => string;
}

export const KINDS: readonly KindInfo[] = [
  {
    kind: 'setup',
    also: ['plant', 'seed'],
    names: 'threads',
    after: 'ids',
    keys: ['intent', 'for', 'event'],
    says: () => t('Plants a thread: something that is to pay off later.'),
  },
  {
    kind: 'reminder',
    also: ['reinforce', 'echo'],
    names: 'threads',
    after: 'ids',
    keys: ['for', 'event'],
    says: () => t('Keeps a thread alive between its setup and its payoff.'),
  },
  {
    kind: 'payoff',
    also: ['pay'],
    names: 'threads',
    after: 'ids',
    keys: ['event'],
    says: () => t('Fires a thread that was set up.'),
  },
  {
    kind: 'herring',
    also: [],
    names: 'threads',
    after: 'ids',
    keys: ['for', 'event'],
    says: () => t('Plants a red herring; with the word `cleared`, clears it.'),
  },
  {
    kind: 'reveal',
    also: [],
    names: 'facts',
    after: 'ids',
    keys: ['to', 'via', 'event'],
    says: () => t('Tells a fact to the audience, to characters, or to both.'),
  },
  {
    kind: 'learns',
    also: [],
    names: 'facts',
    after: 'ids',
    keys: ['who', 'via', 'event'],
    says: () => t('One person learns a fact.'),
  },
  {
    kind: 'knows',
    also: [],
    names: 'facts',
    after: 'ids',
    keys: ['who', 'event'],
    says: () => t('Someone has known a fact all along.'),
  },
  {
    kind: 'uses',
    also: [],
    names: 'facts',
    after: 'ids',
    keys: ['who', 'event'],
    says: () => t('Someone acts on a fact.'),
  },
  {
    kind: 'turn',
    also: [],
    names: 'nothing',
    after: 'word',
    keys: ['event'],
    values: ['inciting', 'midpoint', 'act-out', 'crisis', 'climax', 'cliffhanger'],
    says: () => t('A turning point; `act-out` is the one that ends an act.'),
  },
  {
    kind: 'story',
    also: [],
    names: 'nothing',
    after: 'time',
    keys: [],
    values: ['now', '-1y', '-1d', '-1h', 'day 1'],
    says: () => t('The story time from here on; `now` ends a flashback.'),
  },
  {
    kind: 'form',
    also: [],
    names: 'nothing',
    after: 'word',
    keys: [],
    values: ['standard', 'chamber-play', 'backstory', 'finale'],
    says: () => t('The form of this episode.'),
  },
  {
    kind: 'craft',
    also: [],
    names: 'nothing',
    after: 'prose',
    keys: [],
    says: () => t('A craft note of your own on this spot.'),
  },
  {
    kind: 'ignore',
    also: [],
    names: 'rules',
    after: 'codes',
    keys: [],
    says: () => t('Turns rules off for the next line, or, at the top of the file, for the file.'),
  },
];

export const KEYS: readonly KeyInfo[] = [
  {
    key: 'intent',
    holds: 'word',
    list: false,
    values: ['open', 'motif', 'herring'],
    says: () => t('Why no payoff is owed: left open, a motif, or a red herring.'),
  },
  { key: 'for', holds: 'facts', list: true, says: () => t('The facts that this is evidence for.') },
  { key: 'to', holds: 'people', list: true, says: () => t('Who is told: `audience`, characters, or both.') },
  { key: 'who', holds: 'people', list: true, says: () => t('Who learns, knows or uses it.') },
  { key: 'via', holds: 'text', list: false, says: () => t('By what means: a confession, a recording, a person.') },
  { key: 'event', holds: 'event', list: false, says: () => t('The event of the study at which this happens.') },
  { key: 'at', holds: 'text', list: false, says: () => t('The place in the film or recording, `41:30`.') },
  {
    key: 'as',
    holds: 'word',
    list: false,
    values: ['disputed'],
    says: () => t('Tells a disputed fact as one that is disputed.'),
  },
];

/** Keys that any annotation may carry. */
export const COMMON_KEYS: readonly KeyName[] = ['at', 'as'];

/** Kinds that say how to read a file, and nothing of the story at their place: no outline and no step along marks has them. */
export const READING_KINDS: ReadonlySet<MarkKind> = new Set<MarkKind>(['ignore', 'form', 'story']);

const bySpelling = new Map<string, KindInfo>();
for (const info of KINDS) for (const word of [info.kind, ...info.also]) bySpelling.set(word, info);

const spellings = new WordTable(bySpelling);

const byKey = new Map<string, KeyInfo>(KEYS.map((info) => [info.key, info]));

const keyWords = new WordTable(byKey);

/** Every word that is a kind, chief spellings first within their kind. */
export const SPELLINGS: readonly string[] = [...bySpelling.keys()];

/** The kind that a word in lower case spells. */
export function kindInfo(word: string): KindInfo | undefined {
  return bySpelling.get(word);
}

/** The kind that the letters from one index to another spell, in any case. */
export function kindInfoAt(text: string, from: number, to: number): KindInfo | undefined {
  return spellings.at(text, from, to);
}

/** What a key in lower case means; undefined for one that the language does not know. */
export function keyInfo(key: string): KeyInfo | undefined {
  return byKey.get(key);
}

/** What the key means that stands from one index to another, in any case. */
export function keyInfoAt(text: string, from: number, to: number): KeyInfo | undefined {
  return keyWords.at(text, from, to);
}
