import { type Measured, quiet } from './measure.ts';

/** A budget, and whether what was measured keeps it. Only ratios: the same on a fast machine and on a slow one. */
export interface Verdict {
  readonly budget: string;
  readonly measured: number;
  readonly limit: number;
  /** The limit is the least there has to be, and not the most there may be. */
  readonly atLeast: boolean;
  readonly holds: boolean;
}

export const FLOOR = 'floor: split at line ends';
export const PARSE = 'script: full parse with facts';
export const AW_PARSER = 'aw-parser 0.1.1';

const ONE = 150_000;
const TEN = 1_500_000;

/** 5 ms on a quiet machine, on which the floor takes 0.2 ms. */
const TREATMENT_KEY = 25;
/** What a timer and the other programs add to a few microseconds, in floors. */
const NOISE = 1 / 100;

/** What `--check` holds. What a budget needs and was not measured breaks it. */
export function verdicts(measured: readonly Measured[]): Verdict[] {
  const time = (name: string, size: number) => {
    const found = measured.find((one) => one.name === name && one.size === size);
    return found ? quiet(found) : Number.NaN;
  };
  const floor = time(FLOOR, ONE);
  const aw = time(AW_PARSER, ONE);
  const keysOf = (what: string) => [
    ...new Set(measured.map(({ name }) => name).filter((name) => name.startsWith(`${what}: key `))),
  ];
  const keys = keysOf('script');
  const treatmentKeys = keysOf('treatment');
  return [
    atLeast('full parse: times as fast as aw-parser', aw / time(PARSE, ONE), 7),
    atMost('full parse, in floors', time(PARSE, ONE) / floor, 10),
    atMost('full parse: 150 kB against 15 kB', time(PARSE, ONE) / time(PARSE, ONE / 10), 12),
    atMost('full parse: 1.5 MB against 150 kB', time(PARSE, TEN) / time(PARSE, ONE), 12),
    ...(keys.length === 0 ? [atMost('script: keys were measured', Number.NaN, 0)] : []),
    ...keys.map((key) => atMost(`${key}, in runs of aw-parser`, time(key, ONE) / aw, 1 / 40)),
    ...keys.map((key) => {
      const allowance = (NOISE * floor) / time(key, ONE);
      return atMost(`${key}: 1.5 MB against 150 kB`, time(key, TEN) / time(key, ONE), 1.5 + allowance);
    }),
    ...(treatmentKeys.length === 0 ? [atMost('treatment: keys were measured', Number.NaN, 0)] : []),
    ...treatmentKeys.map((key) => atMost(`${key}, in floors`, time(key, ONE) / floor, TREATMENT_KEY)),
  ];
}

function atMost(budget: string, measured: number, limit: number): Verdict {
  return { budget, measured, limit, atLeast: false, holds: measured <= limit };
}

function atLeast(budget: string, measured: number, limit: number): Verdict {
  return { budget, measured, limit, atLeast: true, holds: measured >= limit };
}
