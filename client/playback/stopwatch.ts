/** What is remembered of a stopwatch: so it runs on while nothing of it is open. */
export interface StopwatchState {
  /** Seconds that it showed when it was started, stopped or set last. */
  readonly seconds: number;
  /** Since when it runs, in milliseconds as of `Date.now()`; left out where it stands. */
  readonly since?: number;
}

/** What it shows after this is the end of no film. */
const LONGEST = 100 * 3600;

/** A stopwatch that stands at nought has not been used. */
export const unused: StopwatchState = { seconds: 0 };

/** What a stopwatch shows, in seconds. A clock that was set back meanwhile takes nothing away. */
export function shown({ seconds, since }: StopwatchState, now: number): number {
  const run = since === undefined ? 0 : Math.max(0, now - since) / 1000;
  return Math.min(LONGEST, seconds + run);
}

export function started(state: StopwatchState, now: number): StopwatchState {
  return state.since === undefined ? { seconds: state.seconds, since: now } : state;
}

export function stopped(state: StopwatchState, now: number): StopwatchState {
  return state.since === undefined ? state : { seconds: shown(state, now) };
}

/** It runs on if it ran. */
export function setTo(state: StopwatchState, seconds: number, now: number): StopwatchState {
  return state.since === undefined ? { seconds } : { seconds, since: now };
}

/** A state as it was remembered, which may be anything. */
export function remembered(state: unknown): StopwatchState {
  const { seconds, since } = (state ?? {}) as Partial<Record<keyof StopwatchState, unknown>>;
  if (typeof seconds !== 'number' || !(seconds >= 0)) return unused;
  return typeof since === 'number' && Number.isFinite(since) ? { seconds, since } : { seconds };
}
