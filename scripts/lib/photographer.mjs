// A window to take pictures of: the study, quiet settings, a theme.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sample } from './paths.mjs';
import { poll } from './poll.mjs';
import { Plain } from './terminal.mjs';
import { openWindow } from './window.mjs';
import { chooseTheme } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page @typedef {'dark' | 'light' | 'contrast' | 'contrast-light'} Theme */

/** @type {Record<Theme, string>} */
const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  contrast: 'Dark High Contrast',
  'contrast-light': 'Light High Contrast',
};

const quiet = {
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.stickyScroll.enabled': false,
  'editor.hover.above': false,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
};

/**
 * @param {object} options
 * @param {Theme} [options.theme]
 * @param {string | null} [options.folder]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {number} [options.scale]
 * @param {Record<string, unknown>} [options.settings]
 */
export async function openStudio({
  theme = 'dark',
  folder = sample,
  viewport = { width: 1200, height: 700 },
  scale = 1,
  settings = {},
} = {}) {
  const window = await openWindow({ folder, settings: { ...quiet, ...settings }, viewport, scale });
  const { page } = window;
  try {
    await chooseTheme(page, themes[theme]);
  } catch (error) {
    await window.close();
    throw error;
  }
  return {
    ...window,

    /** A picture of the window or of a part of it, when nothing moves any more. @param {Clip} [clip] */
    async take(clip) {
      await poll('notifications to go', async () => (await page.locator('.notification-toast:visible').count()) === 0);
      await page.evaluate(() => document.fonts.ready);
      /** @type {Buffer | undefined} */
      let last;
      return poll(
        'the window to come to rest',
        async () => {
          const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', ...(clip && { clip }) });
          const same = last?.equals(picture);
          last = picture;
          return same ? picture : undefined;
        },
        { every: 300 },
      );
    },
  };
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Clip in pixels */
/** @typedef {Awaited<ReturnType<typeof openStudio>>} Studio */

/** The line, from 1, of a file of the study in which a text stands. @param {string} file @param {string} text */
export function lineOf(file, text) {
  const line = readFileSync(path.join(sample, file), 'utf8')
    .split('\n')
    .findIndex((one) => one.includes(text));
  if (line < 0) throw new Plain(`${file} has no line with “${text}” any more: change the pictures' scripts.`);
  return line + 1;
}
