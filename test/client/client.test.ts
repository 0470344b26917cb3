import { beforeEach, describe, expect, test, vi } from 'vitest';
import { URI } from 'vscode-uri';
import type { Stories } from '../../client/stories.ts';
import { fakeVscode } from './fake-vscode.ts';

const fake = fakeVscode();
vi.mock('vscode', () => fake.vscode);
const { Gate } = await import('../../client/server/gate.ts');
const { readFile } = await import('../../client/server/files.ts');
const { treeItem } = await import('../../client/views/outline-item.ts');
const { openStudy } = await import('../../client/commands/open-study.ts');
const { STUDY_FILES } = await import('../../client/commands/study-files.ts');

beforeEach(() => {
  fake.files.clear();
  fake.answers.length = fake.said.length = fake.executed.length = 0;
  fake.vscode.workspace.workspaceFolders = undefined;
});

describe('the gate', () => {
  let stories: Set<string>;
  let sent: string[];
  let gate: InstanceType<typeof Gate>;
  const send = (method: string, uri: string): Promise<unknown> =>
    gate.middleware.sendNotification!(method, async (type) => void sent.push(`${type} ${uri}`), {
      textDocument: { uri, languageId: 'markdown' },
    });
  const ask = (method: string, uri: string): Promise<unknown> =>
    gate.middleware.sendRequest!(method, { textDocument: { uri } }, undefined, async () => 'answer');

  beforeEach(() => {
    stories = new Set(['file:///a.treatment.md']);
    sent = [];
    gate = new Gate({ isStory: (uri: URI) => stories.has(uri.toString()) } as unknown as Stories);
  });

  test('lets the server hear of a story, from its opening to its closing', async () => {
    for (const method of ['didOpen', 'didChange', 'didClose', 'didChange']) {
      await send(`textDocument/${method}`, 'file:///a.treatment.md');
    }
    expect(sent.map((it) => it.split(' ')[0])).toEqual(
      ['didOpen', 'didChange', 'didClose'].map((it) => `textDocument/${it}`),
    );
  });

  test('answers for the server what is asked about other files', async () => {
    await send('textDocument/didOpen', 'file:///README.md');
    await send('textDocument/didChange', 'file:///README.md');
    expect(sent).toEqual([]);
    expect(await ask('textDocument/hover', 'file:///README.md')).toBe(null);
    expect(await ask('textDocument/diagnostic', 'file:///README.md')).toEqual({ kind: 'full', items: [] });
  });

  test('passes requests about stories, and about no document', async () => {
    await send('textDocument/didOpen', 'file:///a.treatment.md');
    expect(await ask('textDocument/hover', 'file:///a.treatment.md')).toBe('answer');
    expect(await gate.middleware.sendRequest!('workspace/symbol', {}, undefined, async () => 'answer')).toBe('answer');
  });

  test('opens at the server what becomes a treatment while it is open', async () => {
    await send('textDocument/didOpen', 'file:///notes.md');
    stories.add('file:///notes.md');
    fake.vscode.workspace.textDocuments = [
      { uri: URI.parse('file:///notes.md'), languageId: 'markdown' },
      { uri: URI.parse('file:///other.md'), languageId: 'markdown' },
    ];
    gate.admit({
      code2ProtocolConverter: {
        asOpenTextDocumentParams: (it: { uri: URI }) => ({ textDocument: { uri: it.uri.toString() } }),
      },
      sendNotification: (method: string, params: { textDocument: { uri: string } }) =>
        send(method, params.textDocument.uri),
    } as never);
    expect(sent).toEqual(['textDocument/didOpen file:///notes.md']);
  });
});

describe('reading files for the server', () => {
  test.each([
    ['file:///there', 100, { text: 'Words' }],
    ['file:///there', 4, { problem: 'it has 5 bytes, too many' }],
    ['file:///gone', 100, { missing: true }],
    ['file:///folder', 100, { problem: 'it is a folder' }],
  ])('%s, at most %i', async (uri, maxBytes, expected) => {
    fake.files.set('file:///there', new TextEncoder().encode('Words'));
    fake.files.set('file:///folder/x', new Uint8Array());
    expect(await readFile({ uri, maxBytes })).toEqual(expected);
  });
});

describe('a row of the outline', () => {
  test('says in words what its icon says', () => {
    const item = treeItem({ id: 'x', label: 'The key', kind: 'thread', status: 'paid', description: '1 setup' });
    expect(item).toMatchObject({
      description: 'paid · 1 setup',
      iconPath: { id: 'pass' },
      contextValue: 'thread.paid',
    });
    expect(item.accessibilityInformation?.label).toBe('Thread, The key, paid · 1 setup');
  });

  test('leads to its place', () => {
    const range = { start: { line: 3, character: 1 }, end: { line: 3, character: 9 } };
    const item = treeItem({ id: 'x', label: 'Setup', kind: 'setup', location: { uri: 'file:///a.fountain', range } });
    expect(item.command?.command).toBe('vscode.open');
    expect(String(item.command?.arguments?.[0])).toBe('file:///a.fountain');
    expect(item.command?.arguments?.[1].selection.numbers).toEqual([3, 1, 3, 1]);
  });

  test('of a kind that it does not know is shown all the same', () => {
    expect(treeItem({ id: 'x', label: 'New', kind: 'unheard-of', status: 'strange' })).toMatchObject({ label: 'New' });
  });
});

describe('opening the study', () => {
  const memory = new Map<string, unknown>();
  const context = {
    extensionUri: URI.parse('https://cdn.example/chekhov'),
    globalState: { update: async (key: string, value: unknown) => void memory.set(key, value) },
  };
  const open = (): Promise<void> => openStudy(context as never, { error: () => undefined } as never);
  const copied = (folder: string): string[] =>
    [...fake.files.keys()].filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));

  test('copies every file into a new folder, and opens that', async () => {
    await open();
    expect(copied('file:///home/all-her-fault').sort()).toEqual([...STUDY_FILES].sort());
    expect(fake.executed).toEqual([['vscode.openFolder', expect.anything(), { forceNewWindow: false }]]);
    expect([...memory.values()]).toEqual([{ folder: 'file:///home/all-her-fault', walkthrough: false }]);
  });

  test('changes nothing in a folder that is there', async () => {
    fake.files.set('file:///home/all-her-fault/mine.md', new Uint8Array());
    fake.answers.push('Open It');
    await open();
    expect(copied('file:///home/all-her-fault')).toEqual(['mine.md']);
    expect(String(fake.executed[0]?.[1])).toBe('file:///home/all-her-fault');
  });

  test('makes another copy beside it, on request', async () => {
    fake.files.set('file:///home/all-her-fault/mine.md', new Uint8Array());
    fake.answers.push('Make Another Copy');
    await open();
    expect(copied('file:///home/all-her-fault')).toEqual(['mine.md']);
    expect(copied('file:///home/all-her-fault-2')).toHaveLength(STUDY_FILES.length);
  });

  test('asks before it takes a window that has a folder', async () => {
    fake.vscode.workspace.workspaceFolders = [{ uri: URI.parse('file:///work') }];
    fake.answers.push(undefined);
    await open();
    expect(fake.said).toEqual(['The study is ready.']);
    expect(fake.executed).toEqual([]);
  });
});
