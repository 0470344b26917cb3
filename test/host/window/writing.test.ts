// What a writer sees while typing a script: what is offered, and what Tab and Enter do.
import { beforeEach, describe, expect, test } from 'vitest';
import { keepPicture, openFile, typeAfter, useWindow } from '../lib/window.ts';

describe('writing a script', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));
  const offers = () => window().page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
  const lines = async () =>
    (await window().page.locator('.editor-instance .view-line').allTextContents()).map((line) =>
      line.replaceAll('\u00a0', ' '),
    );
  /** Typed at a pace at which a person sees what is offered. */
  const type = (text: string) => window().page.keyboard.type(text, { delay: 60 });

  test('a cue is offered, taken by Tab, and never by Enter', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await typeAfter(page, 'A letter lies unopened', '\n\n');
    await type('MA');
    await expect.poll(offers, { timeout: 20_000 }).toContain('MARA');
    await page.keyboard.press('Tab');
    await type('\nHm.\n\nM');
    await expect.poll(offers).toContain('MARA');
    await page.keyboard.press('Enter');
    await expect.poll(lines).toContain('M');
    await expect.poll(lines).toEqual(expect.arrayContaining(['MARA', 'Hm.']));
  });

  test('prose is left alone', async () => {
    const { page } = window();
    await type('\nMara st');
    await expect.poll(offers).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(lines).toContain('Mara st');
  });
});
