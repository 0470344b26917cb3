// Where things are in this repository, for the scripts that build and test it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Downloads, bundles of tests, pictures of failures: everything here can be deleted at any time. */
export const cache = path.join(root, '.vscode-test');

/** The study that `npm start` opens and the pictures show. */
export const sample = path.join(root, 'samples/all-her-fault');

/** The small folder that host tests open a copy of. */
export const fixture = path.join(root, 'test/host/workspace');
