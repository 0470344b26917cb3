#!/usr/bin/env node
// npm test: every part of the tests, one after the other; see scripts/lib/parts.mjs.
//   node scripts/test.mjs [--only PART,PART] [--vscode newest|oldest]
// The last line is the sum over all parts, `N passed, N failed`; exit code 1 when anything failed.
import { parseArgs } from 'node:util';
import { parts, single } from './lib/parts.mjs';
import { runMain } from './lib/processes.mjs';
import { Plain, say, step } from './lib/terminal.mjs';

/** @typedef {import('./lib/suite.mjs').Test} Test */

/** @param {string} text */
const indented = (text) => text.replace(/^(?=.)/gm, '      ');

/** @param {readonly Test[]} tests */
const count = (tests) => {
  const failed = tests.filter((test) => !test.ok).length;
  return `${tests.length - failed} passed, ${failed} failed`;
};

/** A part that crashes or cannot run has failed. @param {(typeof parts)[number]} part @returns {Promise<Test[]>} */
async function outcome(part) {
  try {
    return await part.run();
  } catch (error) {
    return [single(part.name, false, error instanceof Plain ? error.message : String(error?.stack ?? error))];
  }
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, vscode: { type: 'string' } } });
  if (values.vscode) process.env.CHEKHOV_VSCODE = values.vscode;
  const names = values.only?.split(',') ?? parts.map((part) => part.name);
  for (const name of names) {
    // `host` stands for host-node and host-web.
    if (!parts.some((part) => part.name === name || part.name.startsWith(`${name}-`))) {
      throw new Plain(`No part is named ${name}. The parts are: ${parts.map((part) => part.name).join(', ')}.`);
    }
  }
  /** @type {Test[]} */
  const all = [];
  let built = true;
  for (const part of parts) {
    if (!names.some((name) => part.name === name || part.name.startsWith(`${name}-`))) continue;
    const tests =
      part.needsBuild && !built
        ? [single(part.name, false, 'not run, since the build failed')]
        : await step(`${part.name} (${part.what})`, () => outcome(part), count);
    if (part.name === 'build') built = tests.every((test) => test.ok);
    for (const { ok, name, error, again } of tests) {
      if (!ok) say(`    ✗ ${name}\n${indented(error ?? '')}`);
      else if (again) say(`    ~ ${name}: passed at the second attempt`);
    }
    all.push(...tests);
  }
  const failed = all.filter((test) => !test.ok);
  if (failed.length > 0) say(`\nFailed:\n${failed.map((test) => `  ✗ ${test.name}`).join('\n')}\n`);
  say(count(all));
  return failed.length > 0 ? 1 : 0;
}

await runMain(main);
