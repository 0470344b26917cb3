// What stands in a script after keys, however fast they are pressed.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { editorLines, keepPicture, openFile, squiggles, useWindow } from '../lib/window.ts';

describe('typing', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));

  let scripts = 0;

  /**
   * Types at the end of a new script; `delay` is the time between two keys, in milliseconds.
   * Returns what saves it and reads it.
   */
  async function typed(before: string, keys: string, delay: number): Promise<() => Promise<string>> {
    const { page, folder } = window();
    if (!folder) throw new Error('there is no folder');
    const name = `typed-${++scripts}.fountain`;
    const file = path.join(folder, name);
    writeFileSync(file, before);
    await openFile(page, name);
    await expect.poll(async () => (await editorLines(page)).join('\n')).toBe(before.replaceAll('\r\n', '\n'));
    // Chekhov is there, and has read it.
    await expect.poll(() => page.locator('.statusbar').textContent()).toMatch(/\d pages?, \d+ words/);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(keys, { delay });
    return async () => {
      await page.keyboard.press('Control+S');
      return readFileSync(file, 'utf8');
    };
  }

  const begin = 'Here it begins.\n\n';
  const story = 'INT. KITCHEN - DAY\nRain.\nMore rain.\n\nBOB\nNo.\nHe sits.\n\n@McGee\n(beat)\nGo.\nCUT TO:\n';
  const told = 'INT. KITCHEN - DAY\n\nRain.\nMore rain.\n\nBOB\nNo.\n\nHe sits.\n\n@McGee\n(beat)\nGo.\n\nCUT TO:\n\n';
  const twice = '# Act Two\n\nint. attic - night\n\nDust.\n\nANN\nOh.\n\n.NOWHERE\n\nNothing.\n\n';
  const once = '# Act Two\n\nINT. ATTIC - NIGHT\n\nDust.\n\nANN\nOh.\n\n.NOWHERE\n\nNothing.\n\n';
  const marks = 'A *soft*, **bold**, _old_ end* of /* gone */ it. [[a note]] (so) “so” „so“ to';

  test.each([
    [20, '\n'],
    [80, '\r\n'],
  ])('comes out as it should with %d ms between keys, and line ends as %j', async (delay, eol) => {
    const of = (text: string) => text.replaceAll('\n', eol);
    const text = await typed(of(begin), `${story}${twice}${story}${marks}`, delay);
    await expect.poll(text).toBe(of(`${begin}${told}${once}${told}${marks}`));
  });

  test('Shift+Enter is a line end, and so is Enter within a speech', async () => {
    const { page } = window();
    const text = await typed(`${begin}BOB\nHi.\nThere.\n\n`, 'INT. KITCHEN', 80);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Rain.', { delay: 80 });
    // The server has been asked by then, and the blank line would have come.
    await page.waitForTimeout(3_000);
    await expect.poll(text).toBe(`${begin}BOB\nHi.\nThere.\n\nINT. KITCHEN\nRain.`);
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    // The server tells that what is below goes on with the speech; a hand takes longer to get there.
    await page.waitForTimeout(2_000);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Oh.', { delay: 80 });
    await expect.poll(text).toBe(`${begin}BOB\nHi.\nOh.\nThere.\n\nINT. KITCHEN\nRain.`);
  });

  test('a name that was not meant is taken away by Enter, whether or not others are offered', async () => {
    const { page } = window();
    const offers = page.locator('.suggest-widget.visible .monaco-list-row.focused');
    const text = await typed(begin, '@', 80);
    await offers.waitFor();
    // By then the editor knows what Enter is to do.
    await page.waitForTimeout(2_000);
    await page.keyboard.press('Enter');
    await page.keyboard.type('@');
    await offers.waitFor();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(2_000);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Rain.', { delay: 80 });
    await expect.poll(text).toBe(`${begin}Rain.`);
  });

  test('Enter ends the title page, and a song', async () => {
    const { page } = window();
    const text = await typed('Title: A\nNotes:\n    One.', '\nTwo.\n', 80);
    // By then the editor knows what Enter is to do.
    await page.waitForTimeout(2_000);
    await page.keyboard.press('Enter');
    await page.keyboard.type('A "song".\n\n~La\n~Li\nLo\n', { delay: 80 });
    await page.waitForTimeout(2_000);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Rain.', { delay: 80 });
    const told = 'Title: A\nNotes:\n    One.\n    Two.\n\nA "song".\n\n~La\n~Li\n~Lo\n\nRain.';
    await expect.poll(text).toBe(told);
  });

  test('nothing is wrong with an annotation before the cursor leaves it', async () => {
    const { page } = window();
    const text = await typed(begin, 'A shot. ', 80);
    let seen = 0;
    for (const key of '[[payoff: nobody-planted') {
      await page.keyboard.type(key);
      await page.waitForTimeout(80);
      seen += await squiggles(page, 'warning');
    }
    expect(seen).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await expect.poll(() => squiggles(page, 'warning')).toBe(1);
    await expect.poll(text).toBe(`${begin}A shot. [[payoff: nobody-planted]]`);
  });
});
