// The pictures of docs/images/: whole windows at work, each in the themes in which there is something to see.
import { sample } from './paths.mjs';
import { lineOf, openStudio } from './photographer.mjs';
import { poll } from './poll.mjs';
import { expandRow, hover, openFile, runCommand, showViews, toggle, treeRows, widenSideBar } from './workbench.mjs';

/** @typedef {import('./photographer.mjs').Studio} Studio @typedef {import('./photographer.mjs').Theme} Theme */

const FINALE = 'episode-8.treatment.md';
const PAYOFF = '[[payoff: soy-allergy event=kiss';

/** Leaves one of the two views open, since each is to be seen whole. @param {Studio} studio @param {string} name */
async function showAlone({ page }, name) {
  for (const view of ['Twist Outline', 'Threads at Cursor']) {
    const header = page.locator('.sidebar .pane-header', { hasText: new RegExp(view, 'i') });
    await toggle(
      `${view} as it should be`,
      async () => ((await header.getAttribute('aria-expanded')) === 'true') === (view === name),
      () => header.locator('.title').click(),
    );
  }
}

/** @param {Studio} studio @param {string} arrangement @param {(string | RegExp)[]} rows to open, from the top down */
async function outline(studio, arrangement, rows) {
  const { page } = studio;
  await openFile(page, FINALE, lineOf(FINALE, PAYOFF));
  await showViews(page, 'Chekhov');
  await widenSideBar(page, 470);
  await showAlone(studio, 'Twist Outline');
  await poll('the Twist Outline', async () => (await treeRows(page)).length > 1);
  const view = page.locator('.sidebar .pane-header', { hasText: 'Twist Outline' });
  await toggle(
    `the outline ${arrangement}`,
    async () => (await view.textContent())?.includes(`by ${arrangement.toLowerCase()}`) === true,
    () => runCommand(page, `Chekhov: Arrange Outline by ${arrangement}`),
  );
  for (const row of rows) await expandRow(page, row);
  await page.mouse.move(900, 3);
}

/** What is in each picture. @type {Record<string, (studio: Studio) => Promise<unknown>>} */
const scenes = {
  'outline-by-twist': (studio) => outline(studio, 'Twist', [/^Carrie is Josephine/, /^The crash/]),
  'outline-by-structure': (studio) => outline(studio, 'Structure', [/^Episode 1/, /The playdate that never was/]),
  'outline-by-thread': (studio) => outline(studio, 'Thread', []),
  async hover(studio) {
    await outline(studio, 'Twist', [/^Carrie is Josephine/, /^The crash/]);
    await hover(studio.page, 'payoff: soy-allergy', /soy allergy/);
  },
  async 'threads-at-cursor'(studio) {
    const { page } = studio;
    await outline(studio, 'Twist', []);
    await showAlone(studio, 'Threads at Cursor');
    await openFile(page, FINALE, lineOf(FINALE, PAYOFF));
    await poll('signs in the margin', () => page.locator('.editor-instance .cgmr').count());
    await expandRow(page, /^Marissa Irvine/);
    await page.mouse.move(900, 3);
  },
  async walkthrough(studio) {
    const { page } = studio;
    await runCommand(page, 'Chekhov: Get Started');
    await page.locator('.getting-started-step', { hasText: 'Point at a payoff' }).click();
    const picture = page.locator('.getting-started-media img');
    await poll('its picture', async () => (await picture.getAttribute('alt'))?.includes('A card on a payoff'));
  },
};

/** Which are taken in which theme, in this order in one window. @type {[Theme, (keyof typeof scenes)[]][]} */
const sittings = [
  ['dark', ['outline-by-twist', 'hover', 'outline-by-thread', 'threads-at-cursor']],
  ['light', ['outline-by-structure', 'hover']],
  ['contrast', ['outline-by-twist', 'hover']],
  ['contrast-light', ['outline-by-structure']],
  ['dark', ['walkthrough']],
];

/** @param {Theme} theme @param {string} scene */
const nameOf = (theme, scene) => `${scene}-${theme}`;

export const docsPictures = sittings.flatMap(([theme, list]) => list.map((scene) => nameOf(theme, String(scene))));

/**
 * @param {readonly string[]} wanted names
 * @param {(name: string, png: Buffer) => Promise<void>} keep
 */
export async function takeDocsPictures(wanted, keep) {
  for (const [theme, list] of sittings) {
    const here = list.map(String).filter((scene) => wanted.includes(nameOf(theme, scene)));
    if (here.length === 0) continue;
    const folder = here.includes('walkthrough') ? null : sample;
    const studio = await openStudio({ theme, folder });
    try {
      for (const scene of here) {
        await scenes[scene](studio);
        await keep(nameOf(theme, scene), await studio.take());
        await studio.page.keyboard.press('Escape');
        await studio.page.mouse.move(900, 3);
      }
    } finally {
      await studio.close();
    }
  }
}
