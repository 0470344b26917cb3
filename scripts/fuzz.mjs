#!/usr/bin/env node
// npm run fuzz: the tests of random edits, with many more of them than npm test makes.
//   node scripts/fuzz.mjs [--sequences N] [--seed N]
// Prints the seed of each round, by which it can be run again. Ends with the first round that fails; the exit code is
// that of Vitest.
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { runMain, start } from './lib/processes.mjs';
import { Plain, say } from './lib/terminal.mjs';

const TESTS = ['test/core/fountain/incremental.test.ts', 'test/core/treatment/incremental.test.ts'];
/** As many as the tests make by themselves: they have a timeout. */
const ROUND = 10_000;
const SEEDS = 2 ** 31;

/** @param {string} name @param {string | undefined} given @param {number} least @param {number} otherwise */
function wholeNumber(name, given, least, otherwise) {
  const number = given === undefined ? otherwise : Number(given);
  if (!Number.isSafeInteger(number) || number < least) throw new Plain(`--${name}: a whole number from ${least} on.`);
  return number;
}

/** @param {number} seed @param {number} sequences */
async function round(seed, sequences) {
  const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const env = { ...process.env, CHEKHOV_SEED: String(seed), CHEKHOV_SEQUENCES: String(sequences) };
  const { stdout, stderr, ended, closed } = start(process.execPath, [vitest, 'run', ...TESTS], { cwd: root, env });
  let output = '';
  for (const stream of [stdout, stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const { code } = await ended;
  await closed;
  return { code: code ?? 1, output };
}

async function main() {
  const { values } = parseArgs({ options: { sequences: { type: 'string' }, seed: { type: 'string' } } });
  // The tests of treatments make half as many.
  const sequences = Math.ceil(wholeNumber('sequences', values.sequences, 1, 50 * ROUND) / 2) * 2;
  const first = wholeNumber('seed', values.seed, 0, randomInt(SEEDS));
  for (let done = 0, seed = first; done < sequences; done += ROUND, seed = (seed + 1) % SEEDS) {
    const count = Math.min(ROUND, sequences - done);
    say(`${done + count} of ${sequences} sequences: npm run fuzz -- --seed ${seed} --sequences ${count}`);
    const { code, output } = await round(seed, count);
    if (code === 0) continue;
    say(output);
    return code;
  }
  return 0;
}

await runMain(main);
