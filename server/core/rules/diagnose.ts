import type { Finding } from '../query/answers.ts';
import type { QueryContext } from '../query/context.ts';
import { digestOf } from '../season/digest.ts';
import { type Horizon, isTold, within } from '../season/horizon.ts';
import type { Span } from '../text/span.ts';
import { actNoTurn } from './checks/act-no-turn.ts';
import { annotationMalformed, annotationTypo } from './checks/annotations.ts';
import { chamberCast } from './checks/chamber-cast.ts';
import { chamberDialogue } from './checks/chamber-dialogue.ts';
import { chamberPlace } from './checks/chamber-place.ts';
import { chamberTime } from './checks/chamber-time.ts';
import { factDisputed } from './checks/fact-disputed.ts';
import { headingBlankLine } from './checks/heading-blank-line.ts';
import { herringUncleared } from './checks/herring-uncleared.ts';
import { knowledgeAbsent } from './checks/knowledge-absent.ts';
import { knowledgeUnlearned } from './checks/knowledge-unlearned.ts';
import { payoffBeforeSetup } from './checks/payoff-before-setup.ts';
import { payoffRushed } from './checks/payoff-rushed.ts';
import { payoffUnplanted } from './checks/payoff-unplanted.ts';
import { revealRepeated } from './checks/reveal-repeated.ts';
import { revealUnsupported } from './checks/reveal-unsupported.ts';
import { setupForgotten } from './checks/setup-forgotten.ts';
import { setupUnpaid } from './checks/setup-unpaid.ts';
import { setupUnreinforced } from './checks/setup-unreinforced.ts';
import { characterUnknown, factUnknown, threadUnknown } from './checks/unknown-ids.ts';
import { ignoresOf } from './ignores.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Problem, Rule, TextContext } from './rule.ts';
import { problemsInSeason } from './season-problems.ts';
import { type RuleCode, rules, type Severity } from './table.ts';

/** The rules for scripts and treatments. Those of study files are part of loading one. */
export const textRules: readonly Rule[] = [
  setupUnpaid,
  payoffUnplanted,
  payoffBeforeSetup,
  payoffRushed,
  setupUnreinforced,
  setupForgotten,
  revealUnsupported,
  revealRepeated,
  herringUncleared,
  knowledgeUnlearned,
  knowledgeAbsent,
  actNoTurn,
  chamberPlace,
  chamberTime,
  chamberCast,
  chamberDialogue,
  factDisputed,
  annotationMalformed,
  annotationTypo,
  threadUnknown,
  factUnknown,
  characterUnknown,
  headingBlankLine,
];

export interface RuleSettings {
  /** `chekhov.rules`: a code to a severity or `off`. What is neither is passed over. */
  readonly rules?: Readonly<Record<string, unknown>>;
  /** `chekhov.limits`, as far as they are others than usual. */
  readonly limits?: Partial<Limits>;
}

/** What the rules that are on find in one text, in the order of the text; of these rules, where only some are asked for. */
export function diagnose(
  context: QueryContext,
  settings: RuleSettings = {},
  among: readonly Rule[] = textRules,
): Finding[] {
  const file = context.season.files.get(context.uri);
  if (!file) return [];
  const limits = { ...defaultLimits, ...settings.limits };
  const full: TextContext = { ...context, file, digest: digestOf(file.facts), limits };
  const ignored = ignoresOf(context.manuscript);
  const findings: Finding[] = [];
  for (const rule of among) {
    const severity = severityOf(rule.code, settings.rules);
    if (severity === 'off' || (rule.tells === 'later' && context.horizon)) continue;
    for (const problem of rule.tells === 'nothing'
      ? problemsOf(rule, full)
      : seenProblems(rule, full, context.horizon)) {
      const span = spanOf(context, problem);
      if (!ignored(rule.code, span)) findings.push(findingOf(rule.code, severity, problem, span));
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** How loud a rule is; a setting that is no severity leaves the default. */
export function severityOf(code: RuleCode, settings: RuleSettings['rules']): Severity | 'off' {
  const set = settings && Object.hasOwn(settings, code) ? settings[code] : undefined;
  return isSeverity(set) || set === 'off' ? set : rules[code];
}

const loudness: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

function isSeverity(value: unknown): value is Severity {
  return loudness.includes(value as Severity);
}

function findingOf(code: RuleCode, severity: Severity, problem: Problem, span: Span): Finding {
  const { atMost, message, data, related = [] } = problem;
  const quieter = atMost !== undefined && loudness.indexOf(atMost) < loudness.indexOf(severity);
  return {
    code,
    severity: quieter ? atMost : severity,
    message,
    span,
    related,
    data,
  };
}

function problemsOf(rule: Rule, context: TextContext): Iterable<Problem> {
  return rule.reads === 'text' ? rule.check(context) : problemsInSeason(rule, context);
}

/**
 * What the horizon lets be shown: what the season as far as the reader has got has as well, in its words. Else a finding
 * might tell that two people are one.
 */
function seenProblems(rule: Rule, context: TextContext, horizon: Horizon | undefined): Iterable<Problem> {
  const problems = problemsOf(rule, context);
  if (!horizon) return problems;
  const found = new Set([...problems].map(spotOf));
  if (found.size === 0) return [];
  const seen = [...problemsOf(rule, { ...context, season: within(context.season, horizon) })];
  return seen.filter((problem) => found.has(spotOf(problem)) && isProblemTold(context, horizon, problem));
}

/** What a problem is about, and not how it is said. */
function spotOf({ item, span, id }: Problem): string {
  return `${item} ${span?.start} ${id}`;
}

/** Whether a problem, and all that it points to, has been told. */
function isProblemTold({ season, uri }: TextContext, horizon: Horizon, { item, related = [] }: Problem): boolean {
  const places = related.map(({ target }) => target);
  if (item !== undefined) places.push({ uri, item });
  return places.every((place) => {
    const moment = 'item' in place ? season.moment(place) : undefined;
    return moment !== undefined && isTold(season, moment, horizon);
  });
}

/** The word that a problem is about, else its item. */
function spanOf({ manuscript }: QueryContext, { item, span, id }: Problem): Span {
  if (span) return span;
  if (item === undefined) return { start: 0, end: 0 };
  const annotation = id === undefined ? undefined : manuscript.annotation(item);
  const parts = annotation ? [...annotation.ids, ...annotation.keys.flatMap(({ values }) => values)] : [];
  const part = parts.find(({ text }) => text === id);
  return part ? { start: part.start, end: part.end } : manuscript.place(item);
}
