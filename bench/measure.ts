/** Something whose time is measured, on a text of some size. */
export interface Subject<T = unknown> {
  readonly name: string;
  /** Of the text, in bytes; 0 where there is only one. */
  readonly size: number;
  /** Makes what one run needs. Its time does not count. */
  readonly prepare?: () => T;
  readonly run: (prepared: T) => unknown;
}

export interface Measured {
  readonly name: string;
  readonly size: number;
  /** The median of each round, in milliseconds. */
  readonly rounds: readonly number[];
}

export interface Pace {
  readonly rounds: number;
  /** Milliseconds for one subject in one round. A run that takes longer is the only one of its round. */
  readonly slot: number;
}

/**
 * Runs all subjects in turn, round by round, so that a moment in which the machine is busy hits all of them alike. The
 * first round warms them up and does not count.
 */
export function measureAll(subjects: readonly Subject[], { rounds, slot }: Pace, onRound?: () => void): Measured[] {
  const all = subjects.map(({ name, size }) => ({ name, size, rounds: [] as number[] }));
  const clocks = subjects.map((subject) => clockFor(measureRound(subject, slot * 5, wall)));
  for (let round = 0; round < rounds; round++) {
    onRound?.();
    for (const [i, subject] of subjects.entries()) all[i]!.rounds.push(measureRound(subject, slot, clocks[i]!));
  }
  return all;
}

/** Milliseconds since some time. */
type Clock = () => number;

const wall: Clock = () => performance.now();

/** What this process has had of a processor. */
const processor: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * What takes long is interrupted by other programs nearly every time, and then a clock on the wall measures them. What is
 * short is interrupted seldom, and such runs are not the median.
 */
function clockFor(milliseconds: number): Clock {
  // Windows counts a processor's time in steps of 16 ms.
  return milliseconds > 0.5 && process.platform !== 'win32' ? processor : wall;
}

function measureRound({ prepare, run }: Subject, slot: number, now: Clock): number {
  // What others have left behind is not to be cleared away in this one's time.
  (globalThis as { gc?: (options: { type: 'minor' }) => void }).gc?.({ type: 'minor' });
  const times: number[] = [];
  const until = performance.now() + slot;
  do {
    const prepared = prepare?.();
    const start = now();
    kept = run(prepared);
    times.push(now() - start);
  } while (performance.now() < until);
  return quantile(times, 0.5);
}

/** Keeps the last result, so that no work can be left out. */
export let kept: unknown;

/**
 * What a run takes in the quietest quarter of the rounds. Others who use the machine can only make it slower, and slow down
 * most what needs most memory: the middle of all rounds would measure them.
 */
export function quiet({ rounds }: Measured): number {
  return quantile(rounds, 0.25);
}

/** The smallest of the numbers that at least such a part of them does not exceed. NaN of none. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
