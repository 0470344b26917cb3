import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const server = resolve(dirname(fileURLToPath(import.meta.url)), '../../server');

/** Small, and pure: they touch neither a host nor the network. */
const pureLibraries = [
  '@cfworker/json-schema',
  '@codemirror/state',
  '@lezer/common',
  '@lezer/markdown',
  '@vscode/l10n',
  'fuzzysort',
  'picomatch/posix.js',
  'yaml',
];

interface Import {
  readonly file: string;
  readonly from: string;
}

function importsIn(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const found = text.matchAll(
        /^(?:import|export|\})[^'";]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
      );
      return [...found].map((match) => ({ file: relative(server, path), from: (match[1] ?? match[2] ?? match[3])! }));
    });
}

/** A relative import as a path within `server/`; undefined for a library. */
const target = ({ file, from }: Import) => (from.startsWith('.') ? join(dirname(file), from) : undefined);

const isWithin = (folders: readonly string[]) => (one: Import) => {
  const path = target(one);
  return path === undefined || folders.some((folder) => path.startsWith(folder));
};

const said = ({ file, from }: Import) => `${file} imports ${from}`;

describe('the house is built as it says', () => {
  it('core imports nothing but itself and small pure libraries', () => {
    const imports = importsIn(join(server, 'core'));
    expect(imports.length).toBeGreaterThan(50);
    const libraries = imports.filter((one) => target(one) === undefined);
    expect(libraries.filter(({ from }) => !pureLibraries.includes(from)).map(said)).toEqual([]);
    expect(imports.filter((one) => !isWithin(['core/'])(one)).map(said)).toEqual([]);
  });

  it('the workspace knows nothing of LSP', () => {
    const imports = importsIn(join(server, 'workspace'));
    expect(
      imports.filter((one) => !isWithin(['core/', 'workspace/', 'protocol/', '../samples/'])(one)).map(said),
    ).toEqual([]);
    expect(imports.filter(({ from }) => from.startsWith('vscode-languageserver')).map(said)).toEqual([]);
  });

  it('only the disk’s files of the workspace, and what starts, know Node', () => {
    const node = importsIn(server).filter(({ from }) => from.startsWith('node:'));
    const where = new Set(node.map(({ file }) => file));
    for (const file of where)
      expect(file).toMatch(/^(workspace\/node-[a-z-]+|(main|start|whole-messages)\.node|cli)\.ts$|^cli\//);
  });

  it('LSP’s names come from one package', () => {
    const lsp = importsIn(server).filter(({ from }) => /^vscode-(languageserver|jsonrpc)/.test(from));
    expect(lsp.filter(({ from }) => !/^vscode-languageserver(\/node|\/browser)?$/.test(from)).map(said)).toEqual([]);
  });
});
