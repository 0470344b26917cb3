// What is offered while a script is written, what takes it, and where nothing is offered.
import { beforeEach, describe, expect, test } from 'vitest';
import { editorLines, hover, keepPicture, openFile, typeAfter, useWindow } from '../lib/window.ts';

describe('completion while writing', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));
  const offers = () => window().page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
  const lines = () => editorLines(window().page);
  /** Typed at a pace at which a person sees what is offered. */
  const type = (text: string) => window().page.keyboard.type(text, { delay: 60 });

  /** Types until something is offered. Of what was typed before the server answered VS Code does not ask again. */
  const typeFor = async (text: string, wanted: string) => {
    const { page } = window();
    await type(text);
    const again = async () => {
      const now = await offers();
      if (now.includes(wanted)) return now;
      await page.keyboard.press('Backspace');
      await type(text.at(-1)!);
      return now;
    };
    await expect.poll(again, { interval: 1_500, timeout: 60_000 }).toContain(wanted);
  };

  test('a cue is offered, taken by Tab, and never by Enter', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await hover(page, 'sealed-letter', /Setup/); // the server has read the script
    await typeAfter(page, 'A letter lies unopened', '\n\n');
    await typeFor('MA', 'MARA');
    await page.keyboard.press('Tab');
    await typeFor('\nHm.\n\nM', 'MARA');
    await page.keyboard.press('Enter');
    await expect.poll(lines).toContain('M');
    await expect.poll(lines).toEqual(expect.arrayContaining(['MARA', 'Hm.']));
  });

  test('a heading is written with Tab: how it begins, its place, its time', async () => {
    const { page } = window();
    await page.keyboard.press('Control+End');
    await typeFor('\n\nint', 'INT.');
    await page.keyboard.press('Tab');
    await typeFor('ST', 'STUDY');
    await page.keyboard.press('Tab');
    await typeFor(' - ', 'NIGHT');
    await type('NI');
    await expect.poll(offers).toEqual(['NIGHT']);
    await page.keyboard.press('Tab');
    // Behind it stands the hint of its page.
    await expect.poll(async () => (await lines()).at(-1)).toMatch(/^INT\. STUDY - NIGHT(?! )/);
    await expect.poll(offers).toEqual([]);
  });

  test('prose is left alone, by snippets too', async () => {
    const { page } = window();
    await page.keyboard.press('Control+End');
    await type('\n');
    for (const word of ['Mara', ' an', ' se']) {
      await type(word);
      await page.waitForTimeout(700); // as long as what would be offered takes to show
      await expect.poll(offers, { message: word }).toEqual([]); // the list of the first letter may be on its way
    }
    await page.keyboard.press('Enter');
    await expect.poll(lines).toContain('Mara an se');
  });
});
