import { samePlain } from '../facts/same.ts';
import type { FactStory, Season, ThreadStory } from '../season/season.ts';
import type { Limits } from './limits.ts';
import {
  type FactRule,
  factsIn,
  type PlacedProblem,
  type Problem,
  type SeasonContext,
  type SeasonRule,
  type ThreadRule,
  threadsIn,
} from './rule.ts';

type KeptRule = SeasonRule | ThreadRule | FactRule;

interface Found {
  readonly limits: Limits;
  readonly byRule: Map<KeptRule, readonly Problem[]>;
}

const found = new WeakMap<Season, Map<string, Found>>();

/**
 * What a rule of the season finds in a file: looked for once for as long as the season is the same object, which it is while
 * keys change no facts, and the limits are equal. Where it stands in the text is looked up by whoever asks.
 */
export function problemsInSeason(rule: KeptRule, context: SeasonContext): readonly Problem[] {
  const { byRule } = foundIn(context);
  let problems = byRule.get(rule);
  if (!problems) {
    problems = problemsOf(rule, context);
    byRule.set(rule, problems);
  }
  return problems;
}

function foundIn({ season, uri, limits }: SeasonContext): Found {
  let byFile = found.get(season);
  if (!byFile) {
    byFile = new Map();
    found.set(season, byFile);
  }
  let inFile = byFile.get(uri);
  if (!inFile || !samePlain(inFile.limits, limits)) {
    inFile = { limits, byRule: new Map() };
    byFile.set(uri, inFile);
  }
  return inFile;
}

function problemsOf(rule: KeptRule, context: SeasonContext): Problem[] {
  if (rule.reads === 'season') return [...rule.check(context)];
  const problems: Problem[] = [];
  const add = (placed: readonly PlacedProblem[]) => {
    for (const problem of placed) if (problem.uri === context.uri) problems.push(problem);
  };
  const { over } = context.season;
  if (rule.reads === 'thread') for (const thread of threadsIn(context)) add(problemsOfStory(rule, thread, over));
  else for (const fact of factsIn(context)) add(problemsOfStory(rule, fact, over));
  return problems;
}

/** What a rule has found in a story. */
interface OfStory {
  readonly over: boolean;
  readonly problems: readonly PlacedProblem[];
}

const none: readonly PlacedProblem[] = [];
const ofStories = new WeakMap<ThreadRule | FactRule, WeakMap<ThreadStory | FactStory, OfStory>>();

/** Looked for once for as long as the story is the same object: after a key in an id that is all stories but those of the id. */
function problemsOfStory<Story extends ThreadStory | FactStory>(
  rule: (ThreadRule | FactRule) & { readonly check: (story: Story, over: boolean) => Iterable<PlacedProblem> },
  story: Story,
  over: boolean,
): readonly PlacedProblem[] {
  let known = ofStories.get(rule);
  if (!known) {
    known = new WeakMap();
    ofStories.set(rule, known);
  }
  let kept = known.get(story);
  if (kept?.over !== over) {
    const problems = [...rule.check(story, over)];
    kept = { over, problems: problems.length === 0 ? none : problems };
    known.set(story, kept);
  }
  return kept.problems;
}
