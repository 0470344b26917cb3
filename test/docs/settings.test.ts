import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withSettings } from '../../scripts/lib/settings-page.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/settings.md'), 'utf8');

it('docs/settings.md has every setting as package.json has it', () => {
  expect(page === withSettings(page, root), 'docs/settings.md is out of date: npm run docs').toBe(true);
});

it('is made of the settings that there are', () => {
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const names = [...page.matchAll(/^\| `(chekhov\.[\w.]+)` /gm)].map(([, name]) => name!);
  expect(names.sort()).toEqual(Object.keys(contributes.configuration.properties).sort());
});
