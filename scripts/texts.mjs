#!/usr/bin/env node
// npm run texts: writes l10n/bundle.l10n.json from the sources, brings the translations into its order, and says what is missing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { say } from './lib/terminal.mjs';
import { allTexts } from './lib/texts.mjs';

const folder = path.join(root, 'l10n');
const texts = allTexts();
const write = (/** @type {string} */ file, /** @type {Record<string, string>} */ bundle) =>
  writeFileSync(path.join(folder, file), `${JSON.stringify(bundle, null, 2)}\n`);

write('bundle.l10n.json', Object.fromEntries(texts.map((text) => [text, text])));
say(`${texts.length} texts`);
for (const file of readdirSync(folder).filter((name) => /^bundle\.l10n\.[^.]+\.json$/.test(name))) {
  const before = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const missing = texts.filter((text) => !(text in before));
  const left = Object.keys(before).filter((text) => !texts.includes(text));
  write(file, Object.fromEntries(texts.filter((text) => text in before).map((text) => [text, before[text]])));
  say(`${file}: ${missing.length} missing, ${left.length} dropped`);
  for (const text of missing) say(`  + ${JSON.stringify(text)}`);
  for (const text of left) say(`  - ${JSON.stringify(text)}: ${JSON.stringify(before[text])}`);
}
