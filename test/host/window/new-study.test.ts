// A study that is begun beside texts, and what is offered where one applies already.
import { beforeEach, describe, expect, test } from 'vitest';
import { editorLines, keepPicture, openFile, runCommand, typeAfter, useWindow } from '../lib/window.ts';

describe('studies', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));

  const box = () => window().page.locator('.quick-input-widget:visible input:not([type=checkbox])').first();
  const rows = () => window().page.locator('.quick-input-list .monaco-list-row');
  const text = async () => (await editorLines(window().page)).join('\n');

  test('one that applies is offered what annotations name and it lacks', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await typeAfter(
      page,
      'A letter lies unopened',
      ' [[reminder: sealed-leter event=the-storm]] [[learns: theft who=mara]]',
    );
    await runCommand(page, 'Chekhov: Create Study from Annotations');
    await expect
      .poll(() => rows().allTextContents())
      .toEqual([
        expect.stringMatching(/Add What Is Missing.*The storm · Theft · Sealed leter/),
        expect.stringContaining('Open “locked-room.study.yaml”'),
        expect.stringMatching(/Make a Second Study.*will go on applying here/),
      ]);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await rows().allTextContents()).join('\n'))
      .toMatch(/The storm.*\n.*Theft.*\n.*Sealed leter.*Did you mean/);
    // What may be a slip is not chosen.
    await expect.poll(() => rows().locator('[aria-checked=true], input:checked').count()).toBe(2);
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'locked-room.study.yaml' }).waitFor();
    await expect.poll(text).toContain('id: theft');
    expect(await text()).toContain('id: the-storm');
    expect(await text()).not.toContain('sealed-leter');
    await expect.poll(() => page.locator('.statusbar').textContent()).toContain('2 entries were added.');
    await page.keyboard.press('Control+Z');
    await expect.poll(text).not.toContain('id: theft');
  });

  test('a new one has the title and the episodes of the texts beside it', async () => {
    const { page } = window();
    await runCommand(page, 'Chekhov: New Study');
    await expect.poll(() => box().getAttribute('placeholder')).toContain('There is a study in this folder already');
    await rows().filter({ hasText: 'Make a Second Study' }).click();
    await expect.poll(() => box().inputValue()).toBe('The Locked Room');
    await page.keyboard.press('Enter');
    await expect.poll(() => box().inputValue()).toBe('2');
    await expect.poll(() => page.locator('.quick-input-widget:visible').textContent()).toContain('2 are here');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'the-locked-room.study.yaml' }).waitFor();
    await expect.poll(text).toContain('title: The Locked Room\nfiles: ["*.fountain", "*.treatment.md"]');
    await runCommand(page, 'Notifications: Show Notifications');
    await expect
      .poll(() => page.locator('.notifications-center').textContent())
      .toContain('“locked-room.study.yaml” will go on applying here');
  });
});
