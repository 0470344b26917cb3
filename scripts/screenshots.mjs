#!/usr/bin/env node
// npm run screenshots: takes the pictures in docs/images/ and media/walkthrough/ of the real extension at work.
//   node scripts/screenshots.mjs [--out FOLDER] [NAME…]
// Each picture is an entry of the list below. Nothing is retouched.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, sample } from './lib/paths.mjs';
import { poll } from './lib/poll.mjs';
import { npm, runMain } from './lib/processes.mjs';
import { smallPicture } from './lib/small-picture.mjs';
import { Plain, say, step } from './lib/terminal.mjs';
import { stepsOfWalkthrough, takeWalkthrough } from './lib/walkthrough-pictures.mjs';
import { openWindow } from './lib/window.mjs';
import { expandRow, hover, openFile, showViews, squiggles, treeRows, widenSideBar } from './lib/workbench.mjs';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };

/**
 * @typedef {object} Picture
 * @property {string} name of the file, without its ending
 * @property {string} open a file of the sample
 * @property {number} [line] to show, from 1
 * @property {string} [near] instead: the line with this text
 * @property {number} [sideBar] its width
 * @property {string[]} [expand] rows of the Twist Outline to open, from the top down
 * @property {{ text: string, card: RegExp }} [hover] what to point at, and what the card must say
 * @property {boolean} [squiggles] waits until diagnostics are drawn
 * @property {keyof typeof themes} [theme]
 * @property {{ width: number, height: number }} [viewport]
 */

/** Of a picture of the walkthrough: more are not seen, and cost bytes in the package. */
const COLOURS = 12;

/** @type {Picture[]} */
const pictures = [
  {
    name: 'twist-outline-hover',
    open: 'episode-8.treatment.md',
    near: '[[payoff: soy-allergy event=kiss',
    sideBar: 460,
    expand: ['Marissa brought about Peter', "Peter's soy allergy"],
    hover: { text: 'payoff: soy-allergy', card: /\S/ },
    theme: 'dark',
  },
];

/** @param {string} file @param {string} text */
function lineOf(file, text) {
  const lines = readFileSync(path.join(sample, file), 'utf8').split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  if (line < 0)
    throw new Plain(`${file} has no line with “${text}” any more: change the list in scripts/screenshots.mjs.`);
  return line + 1;
}

/** @param {Picture} picture @param {string} file */
async function take(picture, file) {
  const { theme = 'dark', viewport = { width: 1440, height: 900 } } = picture;
  const line = picture.near ? lineOf(picture.open, picture.near) : picture.line;
  const settings = {
    'workbench.colorTheme': themes[theme],
    'workbench.layoutControl.enabled': false,
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    'editor.cursorBlinking': 'solid',
    'editor.stickyScroll.enabled': false,
    'editor.hover.above': false,
    'breadcrumbs.enabled': false,
  };
  const window = await openWindow({ folder: sample, settings, viewport, scale: 1.5 });
  const { page } = window;
  try {
    await openFile(page, picture.open, line);
    await showViews(page, 'Chekhov');
    await poll('the Twist Outline', async () => (await treeRows(page)).length > 1, { timeout: 30_000 });
    if (picture.sideBar) await widenSideBar(page, picture.sideBar);
    for (const row of picture.expand ?? []) await expandRow(page, row);
    if (picture.squiggles)
      await poll('a diagnostic', async () => (await squiggles(page, 'warning')) + (await squiggles(page, 'info')) > 0);
    if (picture.hover) await hover(page, picture.hover.text, picture.hover.card);
    await poll('notifications to go', async () => (await page.locator('.notification-toast:visible').count()) === 0);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  } catch (error) {
    await page.screenshot({ path: `${file}.failed.png` });
    throw error;
  } finally {
    await window.close();
  }
}

/** @param {string} file */
const tell = (file) => say(`    ${path.relative(process.cwd(), file)}, ${(statSync(file).size / 1000).toFixed(1)} kB`);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: path.join(root, 'docs/images') } },
  });
  const isWanted = (/** @type {string} */ name) => positionals.length === 0 || positionals.includes(name);
  const wanted = pictures.filter(({ name }) => isWanted(name));
  const steps = stepsOfWalkthrough.filter(isWanted);
  if (wanted.length + steps.length === 0)
    throw new Plain(`The pictures are: ${[...pictures.map(({ name }) => name), ...stepsOfWalkthrough].join(', ')}.`);
  await step('Building the extension', async () => {
    const { ok, output } = await npm(['run', '--silent', 'build'], { cwd: root });
    if (!ok) throw new Plain(output.trim());
  });
  mkdirSync(values.out, { recursive: true });
  for (const picture of wanted) {
    const file = path.join(values.out, `${picture.name}.png`);
    await step(picture.name, () => take(picture, file));
    tell(file);
  }
  if (steps.length === 0) return;
  const folder = path.join(root, 'media/walkthrough');
  mkdirSync(folder, { recursive: true });
  await step('The walkthrough', () =>
    takeWalkthrough(steps, async (name, picture, page) => {
      writeFileSync(path.join(folder, `${name}.webp`), await smallPicture(page, picture, COLOURS));
    }),
  );
  for (const name of steps) tell(path.join(folder, `${name}.webp`));
}

await runMain(main);
