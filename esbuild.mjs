// Builds the extension, the server and the command line tool into dist/.
//   node esbuild.mjs            for use: minified
//   node esbuild.mjs --dev      for debugging: with source maps, not minified
//   node esbuild.mjs --watch    --dev, again whenever a source changes
// Options for tests: --root DIR (the sources, default: here).
import { chmodSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { values: options } = parseArgs({
  options: { dev: { type: 'boolean' }, watch: { type: 'boolean' }, root: { type: 'string' } },
});
const root = path.resolve(options.root ?? path.dirname(fileURLToPath(import.meta.url)));
const dev = Boolean(options.dev || options.watch);

// The oldest VS Code that is supported runs Node 20.
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
/** What packages have for Node alone, and hide from a bundle that is for browsers. */
const forNode = Object.fromEntries(
  ['vscode-jsonrpc', 'vscode-languageserver-protocol', 'vscode-languageserver'].map((name) => [
    `${name}/node`,
    `./node_modules/${name}/lib/node/main.js`,
  ]),
);
/**
 * A CommonJS module is copied, export by export, for each file that imports it. This one has hundreds, for dozens of files: they
 * share a copy, which spares the start of the server a tenth.
 * @type {import('esbuild').Plugin}
 */
const copyOnce = {
  name: 'copy once',
  setup({ onResolve, onLoad }) {
    const [name, filter, namespace] = ['vscode-languageserver', /^vscode-languageserver$/, 'once'];
    onResolve({ filter }, ({ importer }) => (importer === name ? undefined : { path: name, namespace }));
    onLoad({ filter, namespace }, () => ({ contents: `export * from '${name}'`, resolveDir: root }));
  },
};
/** @type {import('esbuild').BuildOptions[]} output name → source, for each host */
const bundles = [
  { ...node, entryPoints: { 'client/node': 'client/node.ts' }, external: ['vscode'] },
  { ...browser, entryPoints: { 'client/browser': 'client/browser.ts' }, external: ['vscode'], format: 'cjs' },
  { ...node, entryPoints: { 'server/node': 'server/start.node.ts' } },
  {
    // For every host: packages as they are for browsers, which Node can run too.
    ...browser,
    entryPoints: { 'server/browser': 'server/main.ts' },
    target: [node.target, browser.target],
    alias: forNode,
    plugins: [copyOnce],
    external: [...builtinModules, 'node:*'],
    format: 'iife',
    // A worker that is started from a blob has a location that is no URL, on which the schema validator would fail as it loads.
    define: { 'self.location': 'undefined' },
  },
  { ...node, entryPoints: { cli: 'server/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
  // For editors that check YAML by schemas; the server carries its own copy.
  { entryPoints: { 'study.schema': 'server/core/study/study.schema.json' }, loader: { '.json': 'copy' } },
];

const contexts = await Promise.all(
  bundles.map((bundle) =>
    esbuild.context({
      absWorkingDir: root,
      outdir: 'dist',
      bundle: true,
      minify: !dev,
      sourcemap: dev,
      loader: { '.md': 'text', '.yaml': 'text' },
      metafile: true,
      logLevel: 'warning',
      ...bundle,
      define: {
        'process.env.NODE_ENV': dev ? '"development"' : '"production"',
        fetch: 'undefined', // a library could read its texts from elsewhere: none of ours does
        ...bundle.define,
      },
    }),
  ),
);

if (options.watch) {
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching for changes; Ctrl-C ends it.');
} else {
  const results = await Promise.allSettled(contexts.map((context) => context.rebuild()));
  await Promise.all(contexts.map((context) => context.dispose()));
  for (const result of results) {
    if (result.status === 'rejected')
      process.exitCode = 1; // esbuild has told why
    else {
      for (const [file, { bytes }] of Object.entries(result.value.metafile.outputs)) {
        if (file.endsWith('.js')) console.log(`${file.padEnd(24)} ${(bytes / 1024).toFixed(0).padStart(6)} kB`);
        if (!dev) rmSync(path.join(root, `${file}.map`), { force: true }); // of an earlier --dev
      }
    }
  }
  if (!process.exitCode) chmodSync(path.join(root, 'dist/cli.js'), 0o755);
}
