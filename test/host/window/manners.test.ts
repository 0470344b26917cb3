// A good guest: in folders that are not trusted, in several windows, for whoever is new here.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  hover,
  keepPicture,
  openFile,
  runCommand,
  showViews,
  squiggles,
  treeRows,
  typeAfter,
  useWindow,
} from '../lib/window.ts';

describe('a folder that is not trusted', () => {
  const window = useWindow({ trusted: false, settings: { 'security.workspace.trust.startupPrompt': 'never' } });
  beforeEach(() => keepPicture(window()));

  test('has cards, the outline and problems all the same', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => page.locator('[id="status.workspaceTrust"]').isVisible()).toBe(true);
    await expect.poll(() => squiggles(page, 'warning')).toBe(1);
    await hover(page, 'brass-key', /The brass key/);
    await showViews(page, 'Chekhov');
    await expect.poll(async () => (await treeRows(page)).join('\n')).toMatch(/brother/);
  });
});

describe('two windows on one folder', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' } });
  beforeEach(() => keepPicture(window()));

  test('each follow what the other saves', async () => {
    const { page, another } = window();
    await openFile(page, 'episode-1.fountain');
    const other = await another();
    await openFile(other, 'episode-2.treatment.md');
    await showViews(other, 'Chekhov');
    await expect.poll(async () => (await treeRows(other)).length).toBeGreaterThan(1);
    await runCommand(other, 'Chekhov: Arrange Outline by Thread');
    await typeAfter(page, 'Nobody will ever look', ' [[setup: other-window]]');
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await treeRows(other)).join('\n')).toMatch(/other.window/i);
    await expect.poll(() => squiggles(page, 'warning')).toBe(2);
  });
});

describe('the first steps', () => {
  const window = useWindow({ folder: null, viewport: { width: 1500, height: 900 } });
  beforeEach(() => keepPicture(window()));
  const step = (title: string) =>
    window().page.locator('.gettingStartedContainer .getting-started-step', { hasText: title });

  test('open on request only, with a picture beside each step', async () => {
    const { page } = window();
    await expect(page.locator('.gettingStartedContainer').count()).resolves.toBe(0);
    await runCommand(page, 'Chekhov: Get Started');
    await step('Open a story that is taken apart').waitFor();
    const picture = page.locator('.getting-started-media img');
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(300);
    await expect.poll(() => picture.getAttribute('alt')).toMatch(/Explorer with the files of the study/);
  });

  test('are done by doing: a script of one’s own, in which something is marked', async () => {
    const { page } = window();
    const isDone = () => step('Mark a setup of your own').locator('.codicon-pass-filled, .complete').count();
    await expect(isDone()).resolves.toBe(0);
    await runCommand(page, 'Chekhov: New Script');
    for (const answer of ['The Gull', '3']) {
      const box = page.locator('.quick-input-widget:visible input:not([type=checkbox])').first();
      await expect.poll(() => box.inputValue()).toBe('');
      await box.fill(answer);
      await page.keyboard.press('Enter');
    }
    await page.locator('.tab.active', { hasText: /Untitled/ }).waitFor();
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.keyboard.type('She waits. [[setup: key]]');
    await runCommand(page, 'Chekhov: Get Started');
    await expect.poll(isDone).toBeGreaterThan(0);
  });
});
