// Chekhov: Open the All Her Fault Study puts a copy where the user wants it, and opens it.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepPicture, runCommand, useWindow } from '../lib/window.ts';

describe('opening the study', () => {
  const window = useWindow({ folder: null });
  beforeEach(() => keepPicture(window()));

  test('copies the sample and opens the copy', async () => {
    const { page, temporary } = window();
    const parent = path.join(temporary, 'stories');
    mkdirSync(parent);
    await runCommand(page, 'Chekhov: Open the All Her Fault Study');
    const box = page.locator('.quick-input-widget:visible');
    const putIt = box.getByRole('button', { name: 'Put It Here' });
    await putIt.waitFor(); // until then the box may still be that of the command
    await box.locator('input:not([type=checkbox])').first().fill(`${parent}/`);
    await expect
      .poll(
        async () => {
          const there = existsSync(path.join(parent, 'all-her-fault'));
          if (!there) await putIt.click({ timeout: 1_000 }).catch(() => {}); // it is busy, or has gone
          return there;
        },
        { timeout: 45_000 },
      )
      .toBe(true);
    const sample = path.resolve(import.meta.dirname, '../../../samples/all-her-fault');
    await expect.poll(() => readdirSync(path.join(parent, 'all-her-fault')).sort()).toEqual(readdirSync(sample).sort());
    await expect.poll(() => new URL(page.url()).searchParams.get('folder')).toBe(path.join(parent, 'all-her-fault'));
  });
});
