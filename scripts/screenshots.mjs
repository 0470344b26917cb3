#!/usr/bin/env node
// npm run screenshots: takes the pictures in docs/images/ and media/walkthrough/ of the real extension at work.
//   node scripts/screenshots.mjs [NAME…]
// What is in each stands in lib/docs-pictures.mjs and lib/walkthrough-pictures.mjs. Nothing is retouched.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { docsPictures, takeDocsPictures } from './lib/docs-pictures.mjs';
import { root } from './lib/paths.mjs';
import { npm, runMain } from './lib/processes.mjs';
import { smallPicture } from './lib/small-picture.mjs';
import { Plain, say, step } from './lib/terminal.mjs';
import { stepsOfWalkthrough, takeWalkthrough } from './lib/walkthrough-pictures.mjs';

/** Of a picture of the walkthrough: more are not seen, and cost bytes in the package. */
const COLOURS = 16;

/** @param {string} folder @param {string} name @param {Buffer} picture */
function keep(folder, name, picture) {
  const file = path.join(root, folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, picture);
  say(`    ${path.join(folder, name)}, ${(picture.length / 1000).toFixed(1)} kB`);
}

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const all = [...docsPictures, ...stepsOfWalkthrough];
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Plain(`There is no picture ${unknown.join(', ')}. The pictures are: ${all.join(', ')}.`);
  const wanted = positionals.length > 0 ? positionals : all;
  await step('Building the extension', async () => {
    const { ok, output } = await npm(['run', '--silent', 'build'], { cwd: root });
    if (!ok) throw new Plain(output.trim());
  });
  await step('The walkthrough', () =>
    takeWalkthrough(wanted, async (name, picture, page) => {
      keep('media/walkthrough', `${name}.webp`, await smallPicture(page, picture, COLOURS));
    }),
  );
  await step('The documents', () =>
    takeDocsPictures(wanted, async (name, picture) => keep('docs/images', `${name}.png`, picture)),
  );
}

await runMain(main);
