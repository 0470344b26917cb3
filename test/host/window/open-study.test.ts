// Chekhov: Open the All Her Fault Study puts a copy where the user wants it, and opens it.
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepPicture, runCommand, useWindow } from '../lib/window.ts';

describe('opening the study', () => {
  const window = useWindow({ folder: null });
  beforeEach(() => keepPicture(window()));

  test('copies the sample and opens the copy', async () => {
    const { page, temporary } = window();
    const parent = path.join(temporary, 'stories');
    mkdirSync(path.join(parent, 'of-last-year'), { recursive: true });
    await runCommand(page, 'Chekhov: Open the All Her Fault Study');
    const box = page.locator('.quick-input-widget:visible');
    const putIt = box.getByRole('button', { name: 'Put It Here' });
    await putIt.waitFor(); // until then the box may still be that of the command
    // The dialog goes on opening the home folder, and then forgets what was typed. It is there when it lists what is there.
    const listed = box.locator('.monaco-list-row', { hasText: 'of-last-year' });
    await expect
      .poll(
        async () => {
          await box.locator('input:not([type=checkbox])').first().fill(`${parent}/`, { timeout: 5_000 });
          await listed.waitFor({ timeout: 10_000 }).catch(() => {});
          return listed.count();
        },
        { timeout: 90_000 },
      )
      .toBe(1);
    await putIt.click();
    const sample = path.resolve(import.meta.dirname, '../../../samples/all-her-fault');
    const copy = path.join(parent, 'all-her-fault');
    // The window opens on the copy when all of it is there.
    await expect.poll(() => new URL(page.url()).searchParams.get('folder'), { timeout: 90_000 }).toBe(copy);
    expect(readdirSync(copy).sort()).toEqual(readdirSync(sample).sort());
  });
});
