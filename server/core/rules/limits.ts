import type { RuleCode } from './table.ts';

/** A number in a rule that a setting (`chekhov.limits.…`) can change. */
export interface Limit {
  readonly rule: RuleCode;
  readonly default: number;
  /** The least and the most that make sense. */
  readonly minimum: number;
  readonly maximum: number;
  /** Shares may be fractions, counts may not. */
  readonly whole: boolean;
}

const count = (rule: RuleCode, usual: number): Limit => ({
  rule,
  default: usual,
  minimum: 0,
  maximum: 1000,
  whole: true,
});
const share = (rule: RuleCode, usual: number): Limit => ({
  rule,
  default: usual,
  minimum: 0,
  maximum: 1,
  whole: false,
});

/** Every limit by the name of its setting (design, section 10). Shares are of words, from 0 to 1. */
export const limits = {
  /** Fewer pages than these after its only setup are too few. */
  rushedPages: count('payoff.rushed', 3),
  /** More pages than these later in the same episode, and no reminder. */
  unreinforcedPages: count('setup.unreinforced', 30),
  /** More episodes than these later, and no reminder. */
  unreinforcedEpisodes: count('setup.unreinforced', 2),
  /** More episodes than these without a mention. */
  forgottenEpisodes: count('setup.forgotten', 4),
  /** A smaller share than this in the most used place. */
  chamberPlace: share('chamber.place', 0.7),
  /** More breaks in time than these. */
  chamberBreaks: count('chamber.time', 0),
  /** More speakers than these with nine tenths of the dialogue. */
  chamberCast: count('chamber.cast', 6),
  /** A smaller share of dialogue than this. */
  chamberDialogue: share('chamber.dialogue', 0.55),
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
export type Limits = Readonly<Record<LimitName, number>>;

export const defaultLimits = Object.fromEntries(
  Object.entries(limits).map(([name, limit]) => [name, limit.default]),
) as Limits;

/** Why a value cannot be this limit: `a whole number from 0 to 1000`; undefined where it can. */
export function limitProblem(name: LimitName, value: unknown): string | undefined {
  const { minimum, maximum, whole } = limits[name];
  const fits = typeof value === 'number' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
  return fits ? undefined : `${whole ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}`;
}
