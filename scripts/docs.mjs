#!/usr/bin/env node
// npm run docs: writes anew what in docs/ is made from package.json.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { withSettings } from './lib/settings-page.mjs';

const file = path.join(root, 'docs/settings.md');
writeFileSync(file, withSettings(readFileSync(file, 'utf8'), root));
