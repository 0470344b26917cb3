// What a suite in an extension host tells the script outside, one console line each.
export type Told =
  | { what: 'start'; name: string }
  | { what: 'pass'; name: string; ms: number }
  | { what: 'fail'; name: string; error: string }
  | { what: 'end' };

/** Begins each such line; scripts/lib/suite.mjs knows it too. */
export const mark = '@@chekhov-test ';
