import { afterEach, describe, expect, it } from 'vitest';
import type { Hover, Location } from 'vscode-languageserver';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { allFeatures } from '../../server/features/all.ts';
import type { AnyFeature } from '../../server/features/feature.ts';
import type { FileSystem } from '../../server/workspace/file-system.ts';
import { NodeFileSystem } from '../../server/workspace/node-file-system.ts';
import { Editor, everything } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const setup = 'Episode: 1\n\nINT. A - DAY\n\nA key. [[setup: key]]\n';
const payoff = 'Episode: 2\n\nINT. B - DAY\n\nIt fits. [[payoff: key]]\n';
const study = `study: 1
title: A
sources: [{ id: book, title: A book, url: 'https://example.org' }]
threads: [{ id: key, title: A key, kind: object, cues: [more], sources: [book] }]
`;

let folder: Folder;
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

/** What each request is asked here, of which file, and how an answer is told from an empty one. */
const position = { position: { line: 4, character: 22 } };
const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
const unknown = {
  range: { start: { line: 6, character: 6 }, end: { line: 6, character: 22 } },
  message: 'unknown',
  source: 'chekhov',
  code: 'thread.unknown',
  data: { thread: 'none' },
};
type Question = { readonly of?: string; readonly [key: string]: unknown };
const item = () => {
  const data = { uri: folder.file('e2.fountain'), node: { type: 'thread', id: 'key' } };
  return { name: 'key', kind: 1, uri: data.uri, range, selectionRange: range, data };
};
const questions: Readonly<Record<string, Question | (() => Question)>> = {
  'textDocument/hover': position,
  'textDocument/definition': position,
  'textDocument/implementation': position,
  'textDocument/references': { ...position, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': position,
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/selectionRange': { positions: [position.position] },
  'textDocument/codeLens': {},
  'codeLens/resolve': { range },
  'textDocument/inlayHint': { range },
  'inlayHint/resolve': { position: range.start, label: 'a hint' },
  'textDocument/prepareCallHierarchy': position,
  'callHierarchy/incomingCalls': () => ({ item: item() }),
  'callHierarchy/outgoingCalls': () => ({ item: item() }),
  'workspace/symbol': { query: 'key' },
  'workspaceSymbol/resolve': { name: 'key', kind: 1, location: { uri: 'file:///none' } },
  'textDocument/completion': { of: 'a.study.yaml', position: { line: 4, character: 0 } },
  'completionItem/resolve': { label: 'an item' },
  'textDocument/formatting': { of: 'e3.fountain', options: {} },
  'textDocument/rangeFormatting': {
    of: 'e3.fountain',
    options: {},
    range: { ...range, end: { line: 8, character: 0 } },
  },
  'textDocument/onTypeFormatting': { of: 'e3.fountain', options: {}, ch: '\n', position: { line: 8, character: 0 } },
  'textDocument/documentLink': { of: 'a.study.yaml' },
  'textDocument/semanticTokens/full': {},
  'textDocument/semanticTokens/full/delta': { previousResultId: 'none' },
  'textDocument/semanticTokens/range': { range },
  'textDocument/codeAction': { range: unknown.range, context: { diagnostics: [unknown] } },
  'codeAction/resolve': { title: 'an action' },
  'textDocument/prepareRename': position,
  'textDocument/rename': { ...position, newName: 'other' },
  'textDocument/diagnostic': {},
  'workspace/diagnostic': { previousResultIds: [] },
  'chekhov/outline': { by: 'structure' },
  'chekhov/outlineFacets': {},
  'chekhov/outlineText': { by: 'structure' },
  'chekhov/rowCard': { ...position, kind: 'payoff' },
  'chekhov/seasonRow': {},
  'chekhov/threadWay': { thread: 'key' },
  'chekhov/renameEntry': { ref: 'thread:key', newName: 'other' },
  'chekhov/threadIntent': { thread: 'key', intent: 'open' },
  'chekhov/warnings': {},
  'chekhov/mentions': {},
  'chekhov/marks': {},
  'chekhov/move': { ...position, stride: 'mark', direction: 'next' },
  'chekhov/counterparts': position,
  'chekhov/scene': position,
  'chekhov/annotateMention': { position: { line: 0, character: 0 } },
  'chekhov/annotateFile': {},
  'chekhov/episodes': {},
  'chekhov/fileKind': {},
  'chekhov/newStudy': { title: 'A', episodes: 1 },
  'chekhov/newScript': { title: 'A', episode: 1 },
  'chekhov/createStudy': {},
  'chekhov/studyOffer': () => ({ folder: folder.uri }),
  'chekhov/addToStudy': { entries: [{ list: 'threads', id: 'key' }] },
  'chekhov/knowledge': {},
  'chekhov/moveParts': { rows: [], target: { kind: 'scene', location: { uri: 'none', range } } },
  'chekhov/writingKeys': { position: { line: 2, character: 12 } },
  'chekhov/changeElement': { ranges: [range], kind: 'action' },
  'chekhov/numberScenes': { step: 'number' },
  'chekhov/annotationChoices': {},
  'chekhov/insertAnnotation': { positions: [position.position], body: 'setup: key' },
  'chekhov/playbackTime': { ...position, time: '41:30' },
  'chekhov/lengths': { ...position, selections: [] },
  'chekhov/shiftPart': { kind: 'scene', position: { line: 2, character: 0 }, by: 'up' },
};

async function ask(method: string): Promise<unknown> {
  const asked = questions[method];
  const { of = 'e2.fountain', ...question } = (typeof asked === 'function' ? asked() : asked) ?? {};
  const textDocument = { uri: folder.file(of) };
  const about = method.startsWith('chekhov/') ? textDocument : { textDocument };
  const answer = await editor.request<unknown>(method, { ...about, ...question });
  const { data, items, label, title } = (answer ?? {}) as {
    data?: unknown[];
    items?: unknown[];
    label?: string;
    title?: string;
  };
  if ((label ?? title) !== undefined) return (label ?? title) !== '';
  const list = data ?? items ?? (Array.isArray(answer) ? answer : undefined);
  return list === undefined ? answer !== null : list.length > 0;
}

describe('a fault', () => {
  it('has a question for every feature', async () => {
    folder = new Folder();
    editor = await Editor.start();
    expect(Object.keys(questions).sort()).toEqual(allFeatures.map(({ method }) => method).sort());
  });

  it.each(allFeatures.map(({ method }) => method))('in %s takes nothing else down', async (broken) => {
    const features = allFeatures.map((feature): AnyFeature => {
      if (feature.method !== broken) return feature;
      return { ...feature, handle: () => Promise.reject(new Error('injected')) };
    });
    folder = new Folder({
      'a.study.yaml': study,
      'e1.fountain': setup,
      'e3.fountain': `${payoff}[[payoff: nothing]]  \n\nint. c\n`,
    });
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    const capabilities = { ...everything, textDocument: { ...everything.textDocument, codeAction } };
    editor = await Editor.start({ folders: [folder], features, capabilities });
    await editor.open(folder.file('e2.fountain'), `${payoff}\nMore. [[payoff: none]]\n`);
    const answers: Record<string, unknown> = {};
    for (const method of Object.keys(questions)) answers[method] = await ask(method);
    const expected = Object.fromEntries(Object.keys(questions).map((method) => [method, method !== broken]));
    expect(answers).toEqual(expected);
    expect(editor.logged.filter((line) => line.includes('injected'))).toEqual([
      expect.stringContaining(`${broken} failed: Error: injected`),
    ]);
  });

  it('in the disk is a line in the log', async () => {
    folder = new Folder({ 'e1.fountain': setup, 'e2.fountain': payoff });
    const disk = (log: ConstructorParameters<typeof NodeFileSystem>[0]): FileSystem => {
      const files = new NodeFileSystem(log);
      return {
        read: (uri) => (uri.endsWith('e1.fountain') ? Promise.reject(new TypeError('disk')) : files.read(uri)),
        async *find(uri, wanted) {
          yield* files.find(uri, wanted);
          throw new TypeError('walk');
        },
        isFolder: (uri) => files.isFolder(uri),
      };
    };
    editor = await Editor.start({ folders: [folder], disk });
    expect(await ask('chekhov/outline')).toBe(true);
    expect(editor.logged.join('\n')).toMatch(/disk[\s\S]*walk|walk[\s\S]*disk/);
  });

  it('in what a client sends is answered, and what comes next as well', async () => {
    folder = new Folder();
    editor = await Editor.start({ folders: [folder] });
    const uri = folder.file('e2.fountain');
    const odd = [undefined, {}, { textDocument: null }, { textDocument: { uri: 3 } }, { textDocument: { uri } }];
    for (const params of odd) {
      for (const method of Object.keys(questions)) await editor.request(method, params).catch(() => undefined);
    }
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '' }],
    });
    await editor.notify('textDocument/didChange', { textDocument: { uri } });
    await editor.notify('textDocument/didClose', { textDocument: { uri } });
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'no uri', type: 9 }] });
    await editor.open(uri, payoff);
    await editor.change(uri, {
      range: { start: { line: 99, character: 9 }, end: { line: 1, character: 0 } },
      text: 'x',
    });
    const far = { position: { line: 1e6, character: -1 } };
    expect(await editor.about('textDocument/hover', uri, far)).toBeNull();
    expect(await ask('textDocument/documentSymbol')).toBe(true);
  });
});

describe('while many stories are looked at', () => {
  it.each([
    ['chekhov/outline', { by: 'twist' }],
    ['chekhov/outlineFacets', {}],
    ['workspace/symbol', { query: 'b' }],
  ])('for %s, requests about a document are answered', async (method, params) => {
    const text = Array.from({ length: 60 }, (_, i) => `INT. A ${i} - DAY\n\nA gun. [[setup: gun-${i}]]\n\nPETER\nYes.`);
    folder = new Folder(
      Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`story-${i}.fountain`, text.join('\n\n')])),
    );
    editor = await Editor.start({ folders: [folder], process: true });
    const uri = folder.file('story-7.fountain');
    await editor.open(uri, payoff);
    await editor.at('textDocument/hover', uri, 0, 0);
    const start = performance.now();
    let isOver = false;
    const answer = editor.request<unknown[]>(method, params).finally(() => {
      isOver = true;
    });
    const times: number[] = [];
    while (!isOver) {
      const asked = performance.now();
      await editor.about('textDocument/documentSymbol', uri);
      times.push(performance.now() - asked);
    }
    expect(await answer).toBeTruthy();
    times.sort((a, b) => a - b);
    // In one long step none of them would be answered before the end but the first.
    expect(times.length).toBeGreaterThan(5);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan((performance.now() - start) / 5);
  });
});

describe('while files are read', () => {
  it('requests about a document are answered, and those about a season when all is known', async () => {
    const text = `${setup}\n${'INT. A - DAY\n\nSomething happens.\n\nPETER\nYes.\n\n'.repeat(800)}`;
    folder = new Folder(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}/e1.fountain`, text])));
    const start = performance.now();
    editor = await Editor.start({ folders: [folder], process: true });
    const uri = folder.file('e2.fountain');
    await editor.open(uri, payoff);
    let known = false;
    const hover = editor.at<Hover>('textDocument/hover', uri, 4, 22).then(() => {
      known = true;
    });
    const times: number[] = [];
    while (!known) {
      const asked = performance.now();
      await editor.about('textDocument/documentSymbol', uri);
      times.push(performance.now() - asked);
    }
    await hover;
    times.sort((a, b) => a - b);
    // Relative, since tests run side by side on a machine that may be busy.
    expect(times.length).toBeGreaterThan(10);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan((performance.now() - start) / 10);
  }, 60_000);

  it('a request that is cancelled is answered at once', async () => {
    folder = new Folder();
    const stuck: FileSystem = {
      read: () => new Promise(() => {}),
      async *find(uri) {
        yield `${uri}/e1.fountain`;
      },
      isFolder: async () => false,
    };
    editor = await Editor.start({ folders: [folder], disk: () => stuck });
    const uri = folder.file('e2.fountain');
    await editor.open(uri, payoff);
    const source = new CancellationTokenSource();
    const textDocument = { uri };
    const asked = editor.connection.sendRequest('textDocument/diagnostic', { textDocument }, source.token);
    setTimeout(() => source.cancel(), 30);
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  it('an edit makes an answer about a place out of date, and one about the whole anew', async () => {
    folder = new Folder({ 'e1.fountain': setup });
    editor = await Editor.start({ folders: [folder], disk: (log) => slow(new NodeFileSystem(log)) });
    const uri = folder.file('e2.fountain');
    await editor.open(uri, payoff.replace('key', 'lock'));
    const about = editor.at<Location[]>('textDocument/definition', uri, 4, 22);
    const whole = editor.about<{ items: unknown[] }>('textDocument/diagnostic', uri);
    const place = { uri, position: { line: 4, character: 22 } };
    const outdated = expect(
      editor.request('chekhov/move', { ...place, stride: 'mark', direction: 'next' }),
    ).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    const oursWhole = editor.request('chekhov/marks', { uri });
    await editor.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } }, text: '' });
    await expect(about).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect((await whole).items).toMatchObject([{ range: { start: { line: 0 } } }]);
    await outdated;
    expect(await oursWhole).toMatchObject([{ range: { start: { line: 0 } } }]);
  });

  const slow = (files: FileSystem): FileSystem => ({
    read: async (uri) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return files.read(uri);
    },
    find: (uri, wanted) => files.find(uri, wanted),
    isFolder: (uri) => files.isFolder(uri),
  });
});
