// The window opens, shows a script, and Chekhov is in it.
import { beforeEach, describe, expect, test } from 'vitest';
import { keepPicture, openFile, showViews, useWindow } from '../lib/window.ts';

describe('the window', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));

  test('shows a Fountain script, with its language', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => page.locator('[id="status.editor.mode"]').textContent()).toBe('Fountain');
  });

  test('has a view container', async () => {
    await showViews(window().page, 'Chekhov');
  });
});
