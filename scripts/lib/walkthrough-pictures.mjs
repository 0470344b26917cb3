// The pictures of the walkthrough, one a step: parts of the window, small in every sense, since they are packed.
import { sample } from './paths.mjs';
import { lineOf, openStudio } from './photographer.mjs';
import { poll } from './poll.mjs';
import { expandRow, hover, openFile, runCommand, showViews, squiggles, treeRows, widenSideBar } from './workbench.mjs';

/** @typedef {import('./photographer.mjs').Clip} Clip @typedef {import('./photographer.mjs').Studio} Studio */

const FINALE = 'episode-8.treatment.md';
const PAYOFF = '[[payoff: losing-milo';
const OPENING = 'episode-1.treatment.md';
const SETUP = '[[setup: losing-milo';
const WIDTH = 600;
const HEIGHT = 330;

/** The part of the window that begins at a corner of an element. @param {Studio} studio @param {string} selector @param {{ left?: number, top?: number, width?: number, height?: number }} [by] */
async function partFrom({ page }, selector, { left = 0, top = 0, width = WIDTH, height = HEIGHT } = {}) {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  return { x: Math.max(0, box.x + left), y: Math.max(0, box.y + top), width, height };
}

/** @param {Studio} studio */
async function closeAll({ page }) {
  await page.keyboard.press('Escape');
  await runCommand(page, 'View: Close All Editors');
}

/** @param {import('playwright-core').Page} page */
async function hideSideBar(page) {
  const sideBar = page.locator('.part.sidebar');
  if (await sideBar.isVisible()) await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await poll('the side bar to be hidden', async () => !(await sideBar.isVisible()));
}

/** What is in the picture of each step; they are taken in this order. @type {Record<string, (studio: Studio) => Promise<Clip>>} */
const inStudy = {
  async study(studio) {
    const { page } = studio;
    await showViews(page, 'Explorer');
    await widenSideBar(page, 220);
    await openFile(page, OPENING, lineOf(OPENING, SETUP));
    await poll('signs in the margin', () => page.locator('.editor-instance .cgmr').count());
    return partFrom(studio, '.part.sidebar');
  },
  async hover(studio) {
    const { page } = studio;
    await hideSideBar(page);
    await openFile(page, FINALE, lineOf(FINALE, PAYOFF));
    await hover(page, PAYOFF.slice(2), /Losing Milo/);
    return partFrom(studio, '.monaco-hover:visible', { left: -40, top: -64, width: 596, height: 336 });
  },
  async setup(studio) {
    const { page } = studio;
    await hideSideBar(page);
    await openFile(page, OPENING, lineOf(OPENING, SETUP));
    await poll('the line above the setup', () => page.locator('.codelens-decoration', { hasText: 'payoff' }).count());
    return partFrom(studio, '.codelens-decoration:has-text("payoff")', { left: -70, top: -150, height: 250 });
  },
  async outline(studio) {
    const { page } = studio;
    await showViews(page, 'Chekhov');
    await poll('the Twist Outline', async () => (await treeRows(page)).length > 1);
    await widenSideBar(page, 380);
    await expandRow(page, /^Carrie is Josephine/);
    await expandRow(page, /^The crash/);
    return partFrom(studio, '.part.sidebar', { width: 380, height: 360 });
  },
  async horizon(studio) {
    const { page } = studio;
    await hideSideBar(page);
    await openFile(page, OPENING, 12);
    await runCommand(page, 'Chekhov: Set Horizon');
    await page.mouse.move(320, 880);
    await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: /8/ }).first().waitFor();
    return partFrom(studio, '.quick-input-widget:visible', { left: -14, width: 628, top: 0, height: 300 });
  },
};

/** @type {typeof inStudy} */
const inEmptyWindow = {
  async annotate(studio) {
    const { page } = studio;
    await runCommand(page, 'Chekhov: New Script');
    for (const answer of ['The Gull', '']) {
      const box = page.locator('.quick-input-widget:visible input:not([type=checkbox])').first();
      await poll('an empty box', async () => (await box.inputValue()) === '');
      await box.fill(answer);
      await page.keyboard.press('Enter');
    }
    await page.locator('.tab.active', { hasText: /Untitled/ }).waitFor();
    const lines = [
      'INT. HALL - NIGHT',
      '',
      'Ada drops the key into the vase.',
      '[[setup: brass-key]]',
      '',
      'FADE OUT.',
    ];
    for (const line of lines) {
      await page.keyboard.type(line);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    }
    await poll('a warning', () => squiggles(page, 'warning'), { timeout: 60_000 });
    await hover(page, 'brass-key', /pa(id|ys?) /i);
    return partFrom(studio, '.part.editor', { left: -24, top: 36, width: 580, height: 260 });
  },
};

export const stepsOfWalkthrough = [...Object.keys(inStudy), ...Object.keys(inEmptyWindow)];

/**
 * @param {readonly string[]} wanted names of steps
 * @param {(name: string, picture: Buffer, page: import('playwright-core').Page) => Promise<void>} keep
 */
export async function takeWalkthrough(wanted, keep) {
  for (const folder of [sample, null]) {
    const here = Object.entries(folder ? inStudy : inEmptyWindow).filter(([name]) => wanted.includes(name));
    if (here.length === 0) continue;
    const studio = await openStudio({ folder, viewport: { width: 640, height: 900 } });
    try {
      for (const [name, scene] of here) {
        const clip = await scene(studio);
        await keep(name, await studio.take(clip), studio.page);
        if (folder) await closeAll(studio);
      }
    } finally {
      await studio.close();
    }
  }
}
