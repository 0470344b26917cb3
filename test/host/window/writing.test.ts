// Real keys in a script: Enter, the status bar, the lists of annotations, and what does not pop up while somebody writes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { editorLines, keepPicture, openFile, runCommand, typeAfter, useWindow } from '../lib/window.ts';

describe('writing with the keyboard', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));

  /** The lines of the editor that can be seen. */
  const lines = () => editorLines(window().page);
  const suggestions = () => window().page.locator('.suggest-widget.visible');

  test('Enter after a heading begins action, in which nothing pops up', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => page.locator('.statusbar').textContent()).toMatch(/1 page, \d+ words/);
    await typeAfter(page, 'A letter lies unopened', '');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('int. attic - night');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await lines()).join('\n')).toMatch(/INT\. ATTIC - NIGHT[^\n]*\n\n$/);
    await page.keyboard.type('Dust. Bells Toll. She Looks at TEN Boxes');
    expect(await suggestions().count()).toBe(0);
  });

  test('the status bar says how long it is', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain', 19);
    const bar = page.locator('.statusbar');
    await expect.poll(() => bar.textContent()).toMatch(/1 page, \d+ words/);
    await expect.poll(() => bar.textContent()).toMatch(/Scene \d\/8 pp · under 1 min/);
    await page.keyboard.press('Control+A');
    await expect.poll(() => bar.textContent()).toMatch(/\d+ words selected/);
    await openFile(page, 'locked-room.study.yaml');
    await expect.poll(() => bar.textContent()).not.toMatch(/\d+ words|Scene \d/);
  });

  test('the horizon is offered where there are episodes', async () => {
    const { page, folder } = window();
    const bar = page.locator('.statusbar');
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => bar.textContent()).toContain('Whole Story');
    writeFileSync(
      path.join(folder ?? '', 'film.fountain'),
      'Title: A Film\nStudy: none\n\nINT. FLAT - NIGHT\n\nA key.\n',
    );
    await openFile(page, 'film.fountain');
    await expect.poll(() => bar.textContent()).toMatch(/1 page, 5 words/);
    await expect.poll(() => bar.textContent()).not.toContain('Whole Story');
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => bar.textContent()).toContain('Whole Story');
  });

  test('an annotation is chosen from lists', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain', 19);
    await page.keyboard.press('End');
    await runCommand(page, 'Chekhov: Insert Annotation');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await expect.poll(() => rows.allTextContents()).toContainEqual(expect.stringContaining('Fires a thread'));
    await page.keyboard.type('payoff');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.first().textContent()).toContain('sealed-letter');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await lines()).join('\n'))
      .toContain('[[setup: sealed-letter]] [[payoff: sealed-letter]]');
  });

  test('brackets are closed as they are opened, and written over by whoever closes them', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    // Faster than a person types, VS Code has not coloured the line yet, and closes nothing in it.
    const type = (text: string) => page.keyboard.type(text, { delay: 80 });
    await page.keyboard.press('Control+End');
    await type('\n\nHush. ');
    await page.waitForTimeout(1_000);
    await type('[[craft: why not');
    await expect.poll(async () => (await lines()).at(-1)?.trim()).toBe('Hush. [[craft: why not]]');
    await type(' now]] (Soon.)');
    await expect.poll(async () => (await lines()).at(-1)?.trim()).toBe('Hush. [[craft: why not now]] (Soon.)');
  });

  test('the stopwatch is set, runs, and is gone when it is reset', async () => {
    const { page } = window();
    const bar = page.locator('.statusbar');
    await runCommand(page, 'Chekhov: Set Time of Playback');
    await page.locator('.quick-input-widget', { hasText: 'Where the film is' }).waitFor();
    await page.keyboard.type('41:30');
    await page.keyboard.press('Enter');
    await expect.poll(() => bar.textContent()).toContain('41:30');
    await runCommand(page, 'Chekhov: Start Time of Playback');
    await expect.poll(() => bar.textContent()).toMatch(/4(?:1:3[1-9]|1:[45]\d|2:\d\d)/);
    await runCommand(page, 'Chekhov: Reset Time of Playback');
    await expect.poll(() => bar.textContent()).not.toMatch(/4[12]:\d\d/);
  });
});
