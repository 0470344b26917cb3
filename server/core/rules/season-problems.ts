import { samePlain } from '../facts/same.ts';
import type { Season } from '../season/season.ts';
import type { Limits } from './limits.ts';
import type { Problem, SeasonContext, SeasonRule } from './rule.ts';

interface Found {
  readonly limits: Limits;
  readonly byRule: Map<SeasonRule, readonly Problem[]>;
}

const found = new WeakMap<Season, Map<string, Found>>();

/**
 * What a rule of the season finds in a file: looked for once for as long as the season is the same object, which it is while
 * keys change no facts, and the limits are equal. Where it stands in the text is looked up by whoever asks.
 */
export function problemsInSeason(rule: SeasonRule, context: SeasonContext): readonly Problem[] {
  const { byRule } = foundIn(context);
  let problems = byRule.get(rule);
  if (!problems) {
    problems = [...rule.check(context)];
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
