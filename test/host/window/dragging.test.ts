// Scenes and marks dragged with the mouse in the outline by structure: in a file, between files, and back by one undo.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  expandRow,
  keepPicture,
  openFile,
  runCommand,
  showViews,
  treeRow,
  treeRows,
  useWindow,
} from '../lib/window.ts';

const third = `Episode: 3

INT. ATTIC - DAY #30#

Dust. [[setup: trunk]] A trunk.

INT. CELLAR - NIGHT #31#

Water drips.
`;

async function drag(page: Page, row: string | RegExp, onto: string | RegExp): Promise<void> {
  const [from, to] = [await treeRow(page, row).boundingBox(), await treeRow(page, onto).boundingBox()];
  await page.mouse.move(from!.x + 60, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(from!.x + 70, from!.y + from!.height / 2 + 4, { steps: 4 });
  await page.mouse.move(to!.x + 70, to!.y + to!.height / 2, { steps: 8 });
  await page.mouse.up();
}

/**
 * Drags until the outline is so: rows that move while one drags are missed. What stands where it is to go already, a second
 * attempt leaves there.
 */
const dragUntil = (page: Page, row: string | RegExp, onto: string | RegExp, expected: string) =>
  expect
    .poll(
      async () => {
        const now = await outline(page);
        if (now !== expected) await drag(page, row, onto);
        return now;
      },
      { interval: 3_000, timeout: 60_000 },
    )
    .toBe(expected);

/** The scenes and marks of the outline, without their descriptions. */
const outline = async (page: Page): Promise<string> =>
  (await treeRows(page))
    .flatMap((row) => /INT\. \w+(?: - LATER)?|Setup: (?:trunk|The sealed)/.exec(row)?.[0] ?? [])
    .join(', ');

describe('dragging in the outline', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' } });
  beforeEach(() => keepPicture(window()));

  test('moves scenes and marks in the text, and one undo takes each back, in every file', async () => {
    const { page, folder } = window();
    writeFileSync(path.join(folder!, 'episode-3.fountain'), third);
    await openFile(page, 'episode-3.fountain');
    await openFile(page, 'episode-1.fountain');
    await showViews(page, 'Chekhov');
    await runCommand(page, 'Chekhov: Arrange Outline by Structure');
    await expandRow(page, 'Episode 3');
    await expandRow(page, 'INT. ATTIC');
    await expandRow(page, 'Episode 1');
    await expandRow(page, 'Act One');
    const before = 'INT. STUDY, INT. STUDY - LATER, INT. HALL, INT. ATTIC, Setup: trunk, INT. CELLAR';
    await expect.poll(() => outline(page)).toBe(before);

    const after1 = 'INT. STUDY, INT. HALL, INT. STUDY - LATER, INT. ATTIC, Setup: trunk, INT. CELLAR';
    await dragUntil(page, 'INT. HALL', 'INT. STUDY - NIGHT', after1);
    await expect.poll(() => page.locator('.sidebar .monaco-list-row.selected').textContent()).toContain('INT. HALL');

    const after2 = 'INT. STUDY, INT. HALL, INT. CELLAR, INT. STUDY - LATER, INT. ATTIC, Setup: trunk';
    await dragUntil(page, 'INT. CELLAR', 'INT. HALL', after2);

    await expandRow(page, 'INT. STUDY - NIGHT');
    const after3 = 'INT. STUDY, Setup: trunk, INT. HALL, INT. CELLAR, INT. STUDY - LATER, INT. ATTIC';
    await dragUntil(page, 'Setup: trunk', 'INT. STUDY - NIGHT', after3);
    await expect.poll(() => page.locator('.editor-instance .view-lines').first().textContent()).toContain('trunk');

    await page.locator('.editor-instance .view-lines').first().click();
    for (const expected of [after2, after1, before]) {
      await page.keyboard.press('Control+z');
      await expect.poll(() => outline(page)).toBe(expected);
    }
    await runCommand(page, 'File: Save All Files');
    await expect.poll(() => readFileSync(path.join(folder!, 'episode-3.fountain'), 'utf8')).toBe(third);
  });

  test('says why a scene does not go into a treatment', async () => {
    const { page } = window();
    await expandRow(page, 'Episode 2');
    // A row that moves while it is dragged is missed; to be refused twice does no harm.
    await expect
      .poll(
        async () => {
          await drag(page, 'INT. HALL', 'Episode 2');
          await runCommand(page, 'Notifications: Show Notifications');
          return page.locator('.notifications-center').textContent();
        },
        { timeout: 60_000 },
      )
      .toContain('cannot be moved between a script and a treatment');
  });
});
