// What one does in a VS Code window with keyboard and mouse, and what one then sees there:
// for the tests that look from outside, and for the pictures. Everything waits for its effect.
import { poll } from './poll.mjs';

/** @typedef {import('playwright-core').Page} Page @typedef {import('playwright-core').Locator} Locator */

/**
 * Fills the box at the top of the window and takes the first entry that fits.
 * @param {Page} page @param {string} key opens it @param {string} text @param {RegExp} entry
 */
async function pick(page, key, text, entry) {
  const box = page.locator('.quick-input-widget:visible');
  const row = box.locator('.monaco-list-row').filter({ hasText: entry }).first();
  let patience = 0;
  await poll(
    `${text} to be on offer`,
    async () => {
      if (!(await box.isVisible())) await page.keyboard.press(key);
      await box.locator('input:not([type=checkbox])').first().fill(text, { timeout: 5_000 });
      try {
        patience += 3_000;
        await row.waitFor({ timeout: patience });
      } catch (error) {
        await page.keyboard.press('Escape'); // the box knows only what was there when it opened
        throw error;
      }
      await row.click({ timeout: 15_000 });
      return true;
    },
    { timeout: 90_000 },
  );
  // Some commands open another box at once.
  await poll(
    'the box to close',
    async () =>
      !(await box.isVisible()) ||
      (await box.locator('input:not([type=checkbox])').first().inputValue({ timeout: 5_000 })) !== text,
  );
}

/**
 * Does what turns something on, and does it again only where that had no effect: done twice, it would turn it off again.
 * @param {string} what @param {() => Promise<boolean>} isOn @param {() => Promise<unknown>} act
 */
export async function toggle(what, isOn, act) {
  let patience = 0;
  await poll(what, async () => {
    if (await isOn()) return true;
    await act();
    patience += 3_000;
    return poll('its effect', isOn, { timeout: patience });
  });
}

const literally = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Runs a command by its title, as in “Chekhov: Show Twist Outline”. @param {Page} page @param {string} title */
export const runCommand = (page, title) => pick(page, 'F1', `>${title}`, new RegExp(literally(title), 'i'));

/**
 * Chooses a colour theme by its label, as in “Dark High Contrast”. A setting does not do: a window that reads it before it
 * has found its themes shows the default.
 * @param {Page} page @param {string} label
 */
export async function chooseTheme(page, label) {
  const box = page.locator('.quick-input-widget:visible', { has: page.getByPlaceholder(/color theme/i) });
  let patience = 0;
  await poll(
    `the theme ${label}`,
    async () => {
      await runCommand(page, 'Preferences: Color Theme');
      await box.locator('input:not([type=checkbox])').first().fill(label, { timeout: 5_000 });
      patience += 2_000;
      try {
        await box.locator('.monaco-list-row', { hasText: label }).first().click({ timeout: patience });
        return true;
      } catch (error) {
        await page.keyboard.press('Escape'); // the box knows only the themes that there were when it opened
        throw error;
      }
    },
    { timeout: 90_000 },
  );
  await box.waitFor({ state: 'hidden' });
}

/**
 * Opens a file of the workspace by its name; shows `line` (from 1) where it is told.
 * @param {Page} page @param {string} name @param {number} [line]
 */
export async function openFile(page, name, line) {
  await pick(page, 'Control+P', line ? `${name}:${line}` : name, new RegExp(literally(name.split('/').at(-1) ?? name)));
  await page.locator('.tab.active', { hasText: name.split('/').at(-1) }).waitFor();
}

/** Shows a view container by its name in the activity bar. @param {Page} page @param {string} name */
export async function showViews(page, name) {
  const action = page.locator('.activitybar .action-item', { has: page.locator(`[aria-label^="${name}"]`) }).first();
  const shown = page.locator('.sidebar .composite.title', { hasText: new RegExp(name, 'i') });
  await toggle(
    `the views of ${name}`,
    () => shown.isVisible(),
    () => action.click({ timeout: 5_000 }),
  );
}

/** Folds a view of the side bar up, so that another has its room. @param {Page} page @param {string} name */
export async function foldView(page, name) {
  const header = page.locator('.sidebar .pane-header', { hasText: new RegExp(name, 'i') });
  await toggle(
    `${name} to be folded`,
    async () => (await header.getAttribute('aria-expanded')) === 'false',
    () => header.click({ timeout: 5_000 }),
  );
}

/** Drags the side bar to a width. @param {Page} page @param {number} width in pixels */
export async function widenSideBar(page, width) {
  const sideBar = page.locator('.part.sidebar');
  await poll('the side bar to be wide enough', async () => {
    const box = await sideBar.boundingBox();
    if (!box) return false;
    const edge = { x: box.x + box.width + 1, y: box.y + box.height / 2 };
    await page.mouse.move(edge.x, edge.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + width - box.width, edge.y, { steps: 5 });
    await page.mouse.up();
    return Math.abs(((await sideBar.boundingBox())?.width ?? 0) - width) < 10;
  });
}

/**
 * Opens the context menu of something and takes an entry. A menu that has just opened does not listen to the mouse yet, and
 * one whose row is drawn anew closes: both are tried again.
 * @param {Page} page @param {Locator} what @param {string} entry
 */
export async function takeFromMenu(page, what, entry) {
  const menu = page.locator('.context-view .monaco-menu');
  const row = menu.getByText(entry, { exact: true });
  await toggle(
    `a menu with ${entry}`,
    () => row.isVisible(),
    () => what.click({ button: 'right', timeout: 5_000 }),
  );
  await poll(`${entry} to be taken`, async () => {
    if (!(await menu.isVisible())) return true;
    await row.click({ timeout: 5_000 });
    return poll('the menu to close', async () => !(await menu.isVisible()), { timeout: 1_000 });
  });
}

/** The texts of the visible rows of a tree in the side bar. @param {Page} page @returns {Promise<string[]>} */
export const treeRows = (page) =>
  page
    .locator('.sidebar .monaco-list-row')
    .evaluateAll((rows) =>
      rows.map((row) => (row.querySelector('.monaco-icon-label, .monaco-tl-contents')?.textContent ?? '').trim()),
    );

/** The row of a tree in the side bar that has this text. @param {Page} page @param {string | RegExp} text */
export const treeRow = (page, text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();

/** Opens a row of a tree. @param {Page} page @param {string | RegExp} text */
export async function expandRow(page, text) {
  const row = treeRow(page, text);
  await row.waitFor();
  await toggle(
    `${text} to open`,
    async () => (await row.getAttribute('aria-expanded')) === 'true',
    () => row.locator('.monaco-tl-twistie').click({ timeout: 5_000 }),
  );
}

/**
 * Where a text stands on the screen, in the editor, if it is visible.
 * @param {Page} page @param {string} text within one line @returns {Promise<{ x: number, y: number } | null>}
 */
export const findText = (page, text) =>
  page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      // VS Code renders spaces as no-break spaces, and cuts a line into spans.
      const nodes = [];
      const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) nodes.push(walk.currentNode);
      const whole = nodes
        .map((node) => node.textContent)
        .join('')
        .replaceAll('\u00a0', ' ');
      let offset = whole.indexOf(wanted);
      if (offset < 0) continue;
      offset += Math.floor(wanted.length / 2);
      for (const node of nodes) {
        const length = node.textContent?.length ?? 0;
        if (offset < length) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const { left, top, width, height } = range.getBoundingClientRect();
          const point = { x: left + width / 2, y: top + height / 2 };
          return line.contains(document.elementFromPoint(point.x, point.y)) ? point : null;
        }
        offset -= length;
      }
    }
    return null;
  }, text);

/**
 * Points at a text in the editor until a hover card shows, and returns the card.
 * @param {Page} page @param {string} text @param {string | RegExp} [containing] what the card must say
 * @returns {Promise<Locator>}
 */
export async function hover(page, text, containing = /\S/) {
  const card = page
    .locator('.monaco-hover:visible', { has: page.locator('.monaco-hover-content') })
    .filter({ hasText: containing });
  let patience = 0;
  await poll(
    `a hover card on “${text}”`,
    async () => {
      const at = await findText(page, text);
      if (!at) throw new Error('the text is not visible in the editor');
      await page.mouse.move(at.x - 3, at.y);
      await page.mouse.move(at.x, at.y, { steps: 3 });
      patience += 2_500;
      await card
        .first()
        .waitFor({ timeout: patience })
        .catch(async (error) => {
          await page.mouse.move(2, 2); // away, so that the next attempt hovers anew
          throw error;
        });
      return true;
    },
    { timeout: 60_000 },
  );
  return card.first();
}

/** How many squiggles are drawn in the editor. @param {Page} page @param {'error' | 'warning' | 'info' | 'hint'} severity */
export const squiggles = (page, severity) => page.locator(`.editor-instance .cdr.squiggly-${severity}`).count();

/** What stands in the problems panel, which must be open. @param {Page} page */
export const problems = (page) => page.locator('.markers-panel .monaco-list-row').allTextContents();

/** Sets the caret behind a text that is visible in the editor, and types. @param {Page} page @param {string} after @param {string} typed */
export async function typeAfter(page, after, typed) {
  const at = await poll(`“${after}” in the editor`, () => findText(page, after));
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('End');
  await page.keyboard.type(typed);
}

/** How much of their colour words in the editor keep, from 0 to 1. @param {Page} page @param {string} text within one token */
export const opacityOf = (page, text) =>
  page.evaluate((wanted) => {
    const spans = [...document.querySelectorAll('.editor-instance .view-line span span')];
    const found = spans.find((span) => span.textContent?.replaceAll('\u00a0', ' ').includes(wanted));
    return found ? Number(getComputedStyle(found).opacity) : undefined;
  }, text);

/** The signs in the margin of the editor, from the top, by the names of their pictures. @param {Page} page */
export const marginSigns = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.editor-instance .cgmr')]
      .map((sign) => ({ top: sign.getBoundingClientRect().top, picture: getComputedStyle(sign).backgroundImage }))
      .sort((a, b) => a.top - b.top)
      .flatMap(({ picture }) => /marks(?:\/|%2F)(\w+)-(?:dark|light)\.svg/.exec(picture)?.[1] ?? []),
  );

/** The lines of the editor that can be seen, with what is drawn into them. @param {Page} page @returns {Promise<string[]>} */
export const editorLines = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.editor-instance .view-line')]
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')),
  );
