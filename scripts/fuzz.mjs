#!/usr/bin/env node
// npm run fuzz: every property of the core, round after round, each with another seed than npm test has.
//   node scripts/fuzz.mjs [--sequences N] [--seed N]
// A round makes as many runs as npm test: 10,000 sequences of edits in scripts, and the numbers that stand in the other tests.
// Prints the seed of each round, by which it can be run again. Ends with the first round that fails; the exit code is
// that of Vitest.
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { runMain, start } from './lib/processes.mjs';
import { Plain, say } from './lib/terminal.mjs';

/** The tests that draw at random, but for those of the built server: a property needs no build. */
const TESTS = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !/^(server|host)\b/.test(name))
  .map((name) => path.join('test', name))
  .filter((name) => readFileSync(path.join(root, name), 'utf8').includes("from 'fast-check'"));
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
