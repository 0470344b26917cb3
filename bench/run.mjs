// Bundles bench.ts, which imports the sources as they are, and runs it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'chekhov-bench-'));
const outfile = path.join(folder, 'bench.mjs');
try {
  await build({
    entryPoints: [path.join(here, 'bench.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  process.chdir(path.dirname(here));
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true });
}
