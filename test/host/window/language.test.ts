// The extension speaks the language of the window: in menus and views, and in what it says while it runs.
import { beforeEach, describe, expect, test } from 'vitest';
import { hover, keepPicture, openFile, runCommand, showViews, treeRows, useWindow } from '../lib/window.ts';

describe('a German window', () => {
  const window = useWindow({ language: 'de' });
  beforeEach(() => keepPicture(window()));

  test('has German commands and views, and says in German how the outline is arranged', async () => {
    const { page } = window();
    await showViews(page, 'Chekhov');
    await expect.poll(async () => (await treeRows(page)).length).toBeGreaterThan(1);
    const title = page.locator('.sidebar .pane-header', { hasText: 'Twist-Gliederung' });
    await expect.poll(() => title.textContent()).toMatch(/nach Twists/);
    await runCommand(page, 'Chekhov: Gliederung nach Fäden anordnen');
    await expect.poll(() => title.textContent()).toMatch(/nach Fäden/);
  });

  test('is told in German what the server finds', async () => {
    const { page } = window();
    await expect.poll(async () => (await treeRows(page)).join('\n')).toMatch(/Nicht eingelöst.*1 Faden/);
    await openFile(page, 'episode-1.fountain');
    const card = await hover(page, 'sealed-letter', /Setup · .*noch nicht eingelöst|nie eingelöst/s);
    expect(await card.textContent()).not.toMatch(/never paid off|not paid off/);
  });
});
