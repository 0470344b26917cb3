import type { QueryContext } from '../query/context.ts';
import type { Digest, MarkInFile } from '../season/digest.ts';
import { perSeason } from '../season/per-season.ts';
import type { FactStory, Occurrence, Season, SeasonFile, Target, TextTarget, ThreadStory } from '../season/season.ts';
import type { Span } from '../text/span.ts';
import type { Limits } from './limits.ts';
import type { RuleCode, Severity } from './table.ts';

/**
 * What a rule of the season may look at: one file of it, as far as its facts go, and the season. Nothing is hidden from it;
 * its findings may be, and under a horizon it is asked a second time, about the season as far as the reader has got.
 */
export interface SeasonContext {
  readonly season: Season;
  readonly uri: string;
  readonly file: SeasonFile;
  readonly digest: Digest;
  readonly limits: Limits;
}

/** What a rule of the text may look at: the words of the file besides. */
export interface TextContext extends SeasonContext, Pick<QueryContext, 'manuscript' | 'measure'> {}

/** What a rule has found in the file. */
export interface Problem {
  /** The item of the file that it is about. */
  readonly item?: number;
  /** Where in the text, if not the whole item. */
  readonly span?: Span;
  /** The id in the annotation that it is about: the finding then stands at that word. */
  readonly id?: string;
  readonly message: string;
  /** At most this loud, whatever the setting says. */
  readonly atMost?: Severity;
  readonly related?: readonly { readonly target: Target; readonly message: string }[];
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * A rule of the season sees no words, no lengths and no pages. So what it found holds for as long as the season is the same
 * object, and is not looked for again at each key. (Functions, not methods: the compiler holds them to their context.)
 */
export interface SeasonRule extends RuleHead {
  readonly reads: 'season';
  readonly check: (context: SeasonContext) => Iterable<Problem>;
}

/**
 * A rule of the season that looks at one thread at a time, through all files, and at nothing else but whether the story is
 * over. So what it found holds for as long as the story of the thread is the same object, whatever else becomes another.
 */
export interface ThreadRule extends RuleHead {
  readonly reads: 'thread';
  readonly check: (thread: ThreadStory, over: boolean) => Iterable<PlacedProblem>;
}

/** The same of one fact at a time. */
export interface FactRule extends RuleHead {
  readonly reads: 'fact';
  readonly check: (fact: FactStory, over: boolean) => Iterable<PlacedProblem>;
}

/** A problem, and the file whose item it is about. */
export interface PlacedProblem extends Problem, TextTarget {
  readonly item: number;
}

/** A rule of the text looks again after every edit. */
export interface TextRule extends RuleHead {
  readonly reads: 'text';
  readonly check: (context: TextContext) => Iterable<Problem>;
}

export type Rule = SeasonRule | ThreadRule | FactRule | TextRule;

interface RuleHead {
  readonly code: RuleCode;
  /**
   * What it tells of the story to somebody who has not got to its end. Of `nothing` it may always speak; where it tells of
   * what comes `later` it is silent under a horizon. Any other speaks of what lies within the horizon.
   */
  readonly tells?: 'nothing' | 'later';
}

/** The marks of a kind in the file. */
export function marksOf(context: SeasonContext, ...kinds: readonly MarkInFile['mark']['kind'][]): MarkInFile[] {
  return context.digest.marks.filter(({ mark }) => kinds.includes(mark.kind));
}

/** Each thread that the file names, but for those of which the study may say more once it is mended. */
export function threadsIn({ season, digest }: Pick<SeasonContext, 'season' | 'digest'>): readonly ThreadStory[] {
  return namedThreads(season, digest);
}

/** Each fact that the file names, with the same exception. */
export function factsIn({ season, digest }: Pick<SeasonContext, 'season' | 'digest'>): readonly FactStory[] {
  return namedFacts(season, digest);
}

const namedThreads = perSeason((season, { threads }: Digest) =>
  storiesOf(threads.keys(), season.threads, season.study?.flawed.get('threads')),
);
const namedFacts = perSeason((season, { facts }: Digest) =>
  storiesOf(facts.keys(), season.facts, season.study?.flawed.get('facts')),
);

function storiesOf<Story>(
  ids: Iterable<string>,
  stories: ReadonlyMap<string, Story>,
  flawed: { has(id: string): boolean } | undefined,
): readonly Story[] {
  return [...ids].flatMap((id) => (flawed?.has(id) ? [] : (stories.get(id) ?? [])));
}

/** Pages from one place to another of the same text and episode; undefined where they are not known. */
export function pagesBetween({ measure }: TextContext, from: Occurrence, to: Occurrence): number | undefined {
  if (!from.text || from.text.uri !== to.text?.uri || from.moment?.episode !== to.moment?.episode) return undefined;
  const first = measure?.page(from.text);
  const last = measure?.page(to.text);
  return first === undefined || last === undefined ? undefined : last - first;
}
