// What the scripts say on the terminal: one line a step, in place where the terminal can.
const live = process.stdout.isTTY && !process.env.CI;

/** @param {number} since as of `Date.now()` */
export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export const say = (line = '') => process.stdout.write(`${line}\n`);

/**
 * Runs `work` under a line that says so, and how long it took. A terminal sees the
 * seconds pass; a log gets a line at the start and one at the end.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [describe] how it went
 * @returns {Promise<T>}
 */
export async function step(label, work, describe = () => 'done') {
  const since = Date.now();
  const show = () => live && process.stdout.write(`\r\x1b[K  ${label} … ${Math.round((Date.now() - since) / 1000)} s`);
  if (!live) say(`  ${label} …`);
  const ticking = setInterval(show, 1000);
  show();
  let outcome = 'failed';
  try {
    const result = await work();
    outcome = describe(result);
    return result;
  } finally {
    clearInterval(ticking);
    say(`${live ? '\r\x1b[K' : ''}  ${label}: ${outcome} (${seconds(since)})`);
  }
}

/** A failure that is the user's to solve: shown as its one line, without a stack. */
export class Plain extends Error {}
