import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentSymbol, Hover, LocationLink, SymbolInformation } from 'vscode-languageserver';
import type { FindFilesParams, ReadFileParams, ReadFileResult } from '../../server/protocol/files.ts';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { Editor, everything, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const setup = 'Episode: 1\n\nINT. A - DAY\n\nA key. [[setup: key | [x](command:evil) <b>]]\n';
const payoff = 'Episode: 2\n\nINT. B - DAY\n\nIt fits. [[payoff: key]]\n';
const unplanted = payoff.replace('key', 'lock');

let folder: Folder;
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

const severities = async (uri: string) => {
  const { items } = await editor.about<{ items: Diagnostic[] }>('textDocument/diagnostic', uri);
  return items.map(({ severity }) => severity);
};

describe('a client that can do hardly anything', () => {
  it('is sent what is wrong, in open files and others, until it is right', async () => {
    folder = new Folder({ 'e2.fountain': unplanted, 'x.study.yaml': 'study: 1\ntitle: X\nthreads: 3\n' });
    editor = await Editor.start({ folders: [folder], capabilities: {} });
    const two = folder.file('e2.fountain');
    const published = (uri: string) =>
      until(
        () => editor.published.get(uri),
        (items) => items !== undefined,
      );
    expect((await published(two))?.map(({ code }) => code)).toEqual(['payoff.unplanted']);
    expect((await published(folder.file('x.study.yaml')))?.map(({ code }) => code)).toContain('study.invalid');
    await editor.open(two, unplanted);
    await editor.change(two, { text: 'Episode: 2\n' });
    await until(
      () => editor.published.get(two),
      (items) => items?.length === 0,
    );
    expect(editor.registered).toEqual([]);
    expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('need not tell what happens on disk', async () => {
    folder = new Folder({ 'in/e2.fountain': payoff });
    editor = await Editor.start({ folders: [folder], capabilities: {} });
    const two = folder.file('in/e2.fountain');
    const codes = () => editor.published.get(two)?.map(({ code }) => code);
    await until(codes, (found) => found?.[0] === 'payoff.unplanted');
    folder.write('in/e1.fountain', setup);
    await until(codes, (found) => found?.length === 0);
    folder.delete('in/e1.fountain');
    await until(codes, (found) => found?.length === 1);
    folder.rename('in', 'out');
    await until(
      () => editor.published.get(two),
      (found) => found?.length === 0,
    );
    const moved = () => editor.published.get(folder.file('out/e2.fountain'))?.length;
    await until(moved, (count) => count === 1);
    folder.write('out/new/e1.fountain', setup);
    folder.write('out/e1.fountain', setup);
    await until(moved, (count) => count === 0);
  });

  it('is answered in plain text and flat lists', async () => {
    folder = new Folder();
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    editor = await Editor.start({ folders: [folder], capabilities });
    const uri = folder.file('e1.fountain');
    await editor.open(uri, setup);
    const hover = await editor.at<Hover>('textDocument/hover', uri, 4, 20);
    expect(hover.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringContaining('[x](command:evil) <b>'),
    });
    const symbols = await editor.about<SymbolInformation[]>('textDocument/documentSymbol', uri);
    expect(symbols[0]).toMatchObject({ name: 'INT. A - DAY', location: { uri } });
  });

  it('sends its settings without being asked', async () => {
    folder = new Folder({ 'e2.fountain': unplanted });
    const { workspace: _, ...rest } = everything;
    const settings = { rules: { 'payoff.unplanted': 'error' } };
    editor = await Editor.start({ folders: [folder], capabilities: rest, initializationOptions: { settings } });
    const two = folder.file('e2.fountain');
    expect(await severities(two)).toEqual([1]);
    const changed = { chekhov: { rules: { 'payoff.unplanted': 'hint' } } };
    await editor.notify('workspace/didChangeConfiguration', { settings: changed });
    expect(await severities(two)).toEqual([4]);
  });

  it('names its one folder in its own way', async () => {
    folder = new Folder({ 'e1.fountain': setup });
    editor = await Editor.start({ folders: [folder], capabilities: {} });
    const rows = await editor.request<OutlineRow[]>('chekhov/outline', { by: 'structure' });
    expect(JSON.stringify(rows)).toContain('INT. A');
  });
});

describe('a client that can do everything', () => {
  it('has hovers whose only links are the command that it names', async () => {
    folder = new Folder({ 'e2.fountain': payoff });
    editor = await Editor.start({ folders: [folder], initializationOptions: { commandLinks: true } });
    const uri = folder.file("it's (1).fountain");
    await editor.open(uri, setup);
    const hover = await editor.at<Hover>('textDocument/hover', uri, 4, 20);
    const { value } = hover.contents as { value: string };
    const links = [...value.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^command:chekhov\.goTo\?[\w%.-]+$/);
      const [target, line, character] = JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)));
      expect([uri, folder.file('e2.fountain')]).toContain(target);
      expect([line, character]).toEqual([4, expect.any(Number)]);
    }
    expect(value).toContain('\\[x\\](command:evil) \\<b\\>');
  });

  it('is asked for its settings, and is told to ask again when they are others', async () => {
    folder = new Folder({ 'e2.fountain': unplanted });
    editor = await Editor.start({ folders: [folder], settings: { rules: { 'payoff.unplanted': 'error' } } });
    const two = folder.file('e2.fountain');
    await editor.open(two, unplanted);
    expect(await severities(two)).toEqual([1]);
    const both = ['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration'];
    await until(
      () => editor.registered,
      (methods) => methods.length === 2,
    );
    expect(editor.registered).toEqual(both);
    const before = editor.diagnosticRefreshes;
    editor.settings = { rules: { 'payoff.unplanted': 'off' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => editor.diagnosticRefreshes,
      (count) => count > before,
    );
    expect(await severities(two)).toEqual([]);
    expect(editor.tokenRefreshes).toBeGreaterThan(0);
  });

  it('is given links where it takes them', async () => {
    folder = new Folder({ 'e1.fountain': setup });
    const definition = { linkSupport: true };
    const capabilities = { ...everything, textDocument: { ...everything.textDocument, definition } };
    editor = await Editor.start({ folders: [folder], capabilities });
    const two = folder.file('e2.fountain');
    await editor.open(two, payoff);
    const [link] = await editor.at<LocationLink[]>('textDocument/definition', two, 4, 22);
    expect(link).toMatchObject({
      originSelectionRange: { start: { line: 4, character: 19 } },
      targetUri: folder.file('e1.fountain'),
    });
    const symbols = await editor.about<DocumentSymbol[]>('textDocument/documentSymbol', two);
    expect(symbols[0]!.selectionRange.start).toEqual({ line: 2, character: 0 });
  });

  it('sees how far the first indexing has got', async () => {
    folder = new Folder(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}/e1.fountain`, setup])));
    editor = await Editor.start({ folders: [folder] });
    await until(
      () => editor.progress.map(({ kind }) => kind),
      (kinds) => kinds.at(-1) === 'end',
    );
    expect(editor.progress[0]).toMatchObject({ kind: 'begin', title: 'Chekhov' });
  });
});

describe.each([{ worker: false }, { worker: true }])('a client whose files the server cannot reach, %o', (options) => {
  it('is asked for them', async () => {
    folder = new Folder();
    const files = new Map([
      ['vscode-vfs://github/a/e1.fountain', setup],
      ['vscode-vfs://github/a/e2.fountain', payoff],
      ['vscode-vfs://github/a/e3.fountain', '\0'],
    ]);
    const asked: string[] = [];
    editor = await Editor.start({
      ...options,
      folders: ['vscode-vfs://github/a'],
      initializationOptions: { clientFiles: true },
      before: (connection) => {
        connection.onRequest('chekhov/findFiles', ({ folder, include, exclude }: FindFilesParams) => {
          asked.push(folder, include, exclude);
          return { uris: [...files.keys(), 'vscode-vfs://github/a/e9.fountain'] };
        });
        connection.onRequest<ReadFileResult, void>('chekhov/readFile', ({ uri }: ReadFileParams) => {
          if (uri.includes('e9')) throw new Error('no network');
          const text = files.get(uri);
          return text === undefined ? { missing: true } : { text };
        });
      },
    });
    const rows = await editor.request<OutlineRow[]>('chekhov/outline', { by: 'thread' });
    expect(JSON.stringify(rows)).toMatch(/"uri":"vscode-vfs:\/\/github\/a\/e1.fountain"/);
    expect(asked).toEqual(['vscode-vfs://github/a', expect.stringContaining('fountain'), expect.any(String)]);
    const log = editor.logged.join('\n');
    expect(log).toMatch(/e3\.fountain is skipped: it is binary/);
    expect(log).toMatch(/e9\.fountain is skipped: .*no network/);
    files.delete('vscode-vfs://github/a/e1.fountain');
    await editor.diskChanged('vscode-vfs://github/a/e1.fountain', 3);
    const two = 'vscode-vfs://github/a/e2.fountain';
    await editor.open(two, payoff);
    expect(await severities(two)).toEqual([2]);
  });
});
