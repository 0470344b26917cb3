/** Milliseconds of one run of something, as the median of many. */
export interface Measured {
  readonly median: number;
  readonly p95: number;
}

/** Runs something until the time is up, at least so many times, and not before it is warm. */
export function measure(run: () => unknown, { atLeast = 30, milliseconds = 600 } = {}): Measured {
  for (const warmUntil = performance.now() + milliseconds / 3; performance.now() < warmUntil; ) keep(run());
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  while (times.length < atLeast || performance.now() < until) {
    const start = performance.now();
    keep(run());
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! };
}

let kept: unknown;

/** Keeps a result from being optimised away. */
function keep(value: unknown): void {
  kept = value;
}

export function lastResult(): unknown {
  return kept;
}
