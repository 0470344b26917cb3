// What is marked in the text, as it is seen: signs in the margin, dimming, Threads at Cursor; and keys that lead about.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  findText,
  keepPicture,
  marginSigns,
  opacityOf,
  openFile,
  showViews,
  takeFromMenu,
  treeRow,
  treeRows,
  useWindow,
} from '../lib/window.ts';

describe('marks on the screen', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));

  const position = () => window().page.locator('.statusbar-item', { hasText: /^Ln / }).textContent();

  test('each sign stands in the margin once', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => marginSigns(page)).toEqual(['setup', 'reminder', 'setup']);
  });

  test('an annotation is dim until the cursor is on its line', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain', 1);
    await expect.poll(() => opacityOf(page, 'brass-key')).toBeLessThan(1);
    const at = (await findText(page, 'drops a small'))!;
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => opacityOf(page, 'brass-key')).toBe(1);
    await page.keyboard.type('x');
    expect(await opacityOf(page, 'brass-key')).toBe(1);
    await page.keyboard.press('Control+Z');
  });

  test('keys lead from mark to mark, and from a setup to its payoff', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain', 1);
    await expect.poll(() => marginSigns(page)).toContain('setup');
    await page.keyboard.press('Control+F8');
    await expect.poll(position).toMatch(/^Ln 8, Col 45/);
    await page.keyboard.press("Control+'");
    await page.keyboard.press('m');
    await expect.poll(position).toMatch(/^Ln 15,/);
    await page.keyboard.press("Control+'");
    await page.keyboard.press('p');
    await expect.poll(() => page.locator('.tab.active').textContent()).toContain('episode-2');
  });

  test('Threads at Cursor follows the cursor', async () => {
    const { page } = window();
    await showViews(page, 'Chekhov');
    await openFile(page, 'episode-1.fountain', 11);
    const rows = async () => (await treeRows(page)).join('\n');
    await expect.poll(rows).toMatch(/INT\. STUDY - NIGHT[\s\S]*Maraspeaks[\s\S]*The brass keyin this scene/);
    await openFile(page, 'episode-1.fountain', 19);
    await expect.poll(rows).toMatch(/INT\. HALL - DAY[\s\S]*The brass key1 scene ago · reminder/);
    const key = treeRow(page, /The brass key.*1 scene ago/);
    await key.click();
    await expect.poll(position).toMatch(/^Ln 15,/);
    await expect.poll(rows).toMatch(/INT\. STUDY - LATER[\s\S]*The brass keyin this scene/); // the scene that the click has led to
    await takeFromMenu(page, treeRow(page, /The brass key/), 'Go to Setup');
    await expect.poll(position).toMatch(/^Ln 8,/);
  });
});
