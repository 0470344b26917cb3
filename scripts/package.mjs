#!/usr/bin/env node
// npm run package: builds the extension and packs it into chekhov-VERSION.vsix, of no more bytes than the budget.
//   node scripts/package.mjs [--out FILE] [--no-build]
// What goes in is named in .vscodeignore; a test holds the list.
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { minify } from 'terser';
import { root } from './lib/paths.mjs';
import { npm, run, runMain, temporaryFolder } from './lib/processes.mjs';
import { squeeze } from './lib/squeeze.mjs';
import { Plain, say, step } from './lib/terminal.mjs';

/** Bytes of the packed extension. */
const BUDGET = 1_000_000;

const bundles = ['client/node.js', 'client/browser.js', 'server/browser.js', 'server/node.js'];
/** Large folders of which nothing is packed. */
const left = new Set(['node_modules', '.git', '.vscode-test', 'test']);

const require = createRequire(import.meta.url);

/** @param {string} label @param {() => ReturnType<typeof run>} command */
const must = (label, command) =>
  step(label, async () => {
    const { ok, output, why } = await command();
    if (!ok) throw new Plain(`${output.trim()}\n(${why})`);
  });

/**
 * The bundles once more through a minifier that takes its time: it saves a twentieth, which is too little for every build, and
 * enough for the budget.
 * @param {string} dist
 */
async function shrink(dist) {
  for (const bundle of bundles) {
    const file = path.join(dist, bundle);
    const { code } = await minify(readFileSync(file, 'utf8'), { ecma: 2020, compress: { passes: 2 } });
    writeFileSync(file, code ?? '');
  }
}

async function main() {
  const { version } = require('../package.json');
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: path.join(root, `chekhov-${version}.vsix`) },
      'no-build': { type: 'boolean' },
    },
  });
  const out = path.resolve(values.out);
  if (!values['no-build']) await must('Building', () => npm(['run', '--silent', 'build'], { cwd: root }));
  const { folder: copy, remove } = temporaryFolder('package');
  cpSync(root, copy, { recursive: true, filter: (file) => !left.has(path.relative(root, file)) });
  await step('Shrinking', () => shrink(path.join(copy, 'dist')));
  const vsce = require.resolve('@vscode/vsce/vsce');
  const options = [
    ...['--no-dependencies'], // they are in the bundles
    ...['--readme-path', 'docs/marketplace.md', '--no-rewrite-relative-links', '--allow-missing-repository'],
  ];
  await must('Packing', () => run(process.execPath, [vsce, 'package', ...options, '--out', out], { cwd: copy }));
  await remove();
  await step('Squeezing', () => squeeze(out));
  const { size } = statSync(out);
  say(`    ${path.relative(process.cwd(), out)}, ${(size / 1000).toFixed(0)} kB of ${BUDGET / 1000}`);
  if (size > BUDGET) throw new Plain(`The packed extension has ${size} bytes, more than ${BUDGET}.`);
}

await runMain(main);
