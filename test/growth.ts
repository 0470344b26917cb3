import { expect } from 'vitest';

/** Milliseconds of the fastest of some runs: what the work takes when nothing else disturbs it. */
function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/**
 * Expects that sixteen times the text takes less than 90 times the time: something quadratic would take 256 times. No
 * absolute time is held to anything, and a busy machine may disturb a comparison: what is quadratic fails all of them.
 * Texts are usually below 128 kB: a longer string is memory of its own, which the system takes long to give.
 */
export function expectLinear(make: (length: number) => string, work: (text: string) => void, length = 8_000): void {
  const [short, long] = [make(length), make(16 * length)];
  work(short);
  let growth = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && growth >= 90; attempt++) {
    const least = Math.max(
      fastest(() => work(short)),
      0.3,
    );
    growth = Math.min(growth, fastest(() => work(long)) / least);
  }
  expect(growth).toBeLessThan(90);
}
