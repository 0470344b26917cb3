import { afterEach, describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  InlayHint,
  SelectionRange,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { showPlacesCommand } from '../../server/protocol/client.ts';
import { Editor, type EditorOptions, everything, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const e1 = 'Episode: 1\n\nINT. A - DAY\n\nA key. [[setup: key]]\n';
const e2 = 'Episode: 2\n\nINT. B - DAY\n\nIt fits. [[payoff: key]]\n\n[[setup: lock]]\n';

let folder: Folder;
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

async function start(options: EditorOptions = {}): Promise<string> {
  folder = new Folder({ 'e1.fountain': e1, 'e2.fountain': e2 });
  editor = await Editor.start({ folders: [folder], ...options });
  const uri = folder.file('e2.fountain');
  await editor.open(uri, e2);
  return uri;
}

const resolved = (lens: CodeLens) => editor.request<CodeLens>('codeLens/resolve', lens);
const whole = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
const hintsOf = (uri: string) => editor.about<InlayHint[]>('textDocument/inlayHint', uri, whole);

describe('code lenses', () => {
  it('say nothing before they are looked at, and then lead there by the command of the client', async () => {
    const uri = await start({ initializationOptions: { lensCommands: true } });
    const [payoff, setup] = await editor.about<CodeLens[]>('textDocument/codeLens', uri);
    expect(payoff!.command).toBeUndefined();
    const { command } = await resolved(payoff!);
    expect(command?.title).toBe('1 setup · E1 p. 1');
    expect(command?.command).toBe(showPlacesCommand);
    expect(command?.arguments).toEqual([
      uri,
      payoff!.range.start,
      [
        {
          uri: folder.file('e1.fountain'),
          range: { start: { line: 4, character: 7 }, end: { line: 4, character: 21 } },
        },
      ],
    ]);
    expect(setup!.command).toEqual({ title: 'Not paid off yet', command: '' });
  });

  it('are read, and no more, where the client has no command of ours', async () => {
    const uri = await start();
    const [payoff] = await editor.about<CodeLens[]>('textDocument/codeLens', uri);
    expect((await resolved(payoff!)).command).toEqual({ title: '1 setup · E1 p. 1', command: '' });
  });

  it('draw no icons that a script asks for', async () => {
    const uri = await start();
    await editor.change(uri, { text: '[[setup: A $(flame) x]] [[setup: gun]]\n\n[[payoff: a-flame-x, gun]]\n' });
    const lenses = await editor.about<CodeLens[]>('textDocument/codeLens', uri);
    const titles = await Promise.all(lenses.map(async (lens) => (await resolved(lens)).command?.title ?? ''));
    expect(titles[0]).toContain('flame');
    for (const title of titles) expect(title).not.toContain('$(');
  });

  it('of a text that has changed meanwhile, or was never sent, stay as they are', async () => {
    const uri = await start();
    const [payoff] = await editor.about<CodeLens[]>('textDocument/codeLens', uri);
    await editor.change(uri, { text: '[[setup: other]]\n' });
    expect((await resolved(payoff!)).command).toBeUndefined();
    for (const data of [undefined, null, 3, { uri: 3 }, { uri, item: 99, kind: 'thread' }, { uri, item: 0, kind: 'x' }])
      expect((await resolved({ range: payoff!.range, data })).command).toBeUndefined();
  });

  it('keep to the horizon', async () => {
    await start({ settings: { horizon: 1 } });
    const uri = folder.file('e1.fountain');
    await editor.open(uri, e1);
    expect(await editor.about<CodeLens[]>('textDocument/codeLens', uri)).toEqual([]);
    expect(await editor.about<CodeLens[]>('textDocument/codeLens', folder.file('e2.fountain'))).toEqual([]);
  });

  it('and hints are turned on and off by settings, and are asked for anew when these or the season change', async () => {
    const uri = await start();
    expect(await hintsOf(uri)).toHaveLength(1);
    await until(
      () => editor.lensRefreshes,
      (times) => times > 0,
    );
    const before = [editor.lensRefreshes, editor.hintRefreshes];
    editor.settings = { codeLens: { threads: false }, inlayHints: { scenes: false, acts: 'no' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => [editor.lensRefreshes, editor.hintRefreshes],
      (now) => now.every((times, i) => times > before[i]!),
    );
    expect(await editor.about<CodeLens[]>('textDocument/codeLens', uri)).toEqual([]);
    expect(await hintsOf(uri)).toEqual([]);
    const then = editor.lensRefreshes;
    await editor.change(uri, { text: `${e2}\n[[payoff: lock]]\n` });
    await until(
      () => editor.lensRefreshes,
      (times) => times > then,
    );
  });
});

describe('inlay hints', () => {
  it('have their tooltip when somebody points at them', async () => {
    const uri = await start();
    const [hint] = await hintsOf(uri);
    expect(hint).toMatchObject({ label: 'p. 1 · 1/8', position: { line: 2, character: 12 }, paddingLeft: true });
    expect(hint!.tooltip).toBeUndefined();
    const { tooltip } = await editor.request<InlayHint>('inlayHint/resolve', hint);
    expect(tooltip).toBe('Scene 1 of 1\np. 1 · 1/8 page · under a minute');
  });

  it('or at once, of a client that does not ask again', async () => {
    const uri = await start({ capabilities: { ...everything, textDocument: {} } });
    expect((await hintsOf(uri))[0]!.tooltip).toContain('Scene 1 of 1');
  });

  it('none of what is no text of ours', async () => {
    await start();
    expect(await hintsOf('file:///none.fountain')).toEqual([]);
  });
});

describe('the call hierarchy', () => {
  it('goes from a payoff to its setup in a file that is not open, and back', async () => {
    const uri = await start();
    const [payoff] = await editor.at<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', uri, 4, 22);
    expect(payoff).toMatchObject({ name: 'key', detail: 'Payoff · E2 p. 1', uri });
    const [incoming] = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: payoff,
    });
    const setup = incoming!.from;
    expect(setup).toMatchObject({
      detail: 'Setup · E1 p. 1',
      uri: folder.file('e1.fountain'),
      range: { start: { line: 4, character: 7 }, end: { line: 4, character: 21 } },
      selectionRange: { start: { line: 4, character: 16 }, end: { line: 4, character: 19 } },
    });
    expect(incoming!.fromRanges).toEqual([setup.selectionRange]);
    const [outgoing] = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: setup,
    });
    expect(outgoing).toMatchObject({ to: payoff, fromRanges: [setup.selectionRange] });
  });

  it('begins nowhere in prose, and ends where an item is none of ours', async () => {
    const uri = await start();
    expect(await editor.at('textDocument/prepareCallHierarchy', uri, 4, 1)).toBeNull();
    const range = whole.range;
    for (const data of [undefined, 3, { uri }, { uri, node: { type: 'place', of: 'x', id: 'key', index: 0 } }]) {
      const item = { name: 'x', kind: 1, uri, range, selectionRange: range, data };
      expect(await editor.request('callHierarchy/incomingCalls', { item })).toEqual([]);
    }
  });
});

describe('symbols of the workspace', () => {
  it('in a file that is not open stand somewhere in it until one is chosen', async () => {
    const uri = await start();
    const [scene] = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'int a' });
    expect(scene).toMatchObject({ name: 'INT. A - DAY', location: { uri: folder.file('e1.fountain') } });
    expect(scene!.location).not.toHaveProperty('range');
    const chosen = await editor.request<WorkspaceSymbol>('workspaceSymbol/resolve', scene);
    expect(chosen.location).toMatchObject({ range: { start: { line: 2, character: 0 } } });
    const [open] = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'intb' });
    expect(open!.location).toMatchObject({ uri, range: { start: { line: 2 } } });
  });

  it('have their place at once, of a client that does not ask again', async () => {
    await start({ capabilities: {} });
    const [scene] = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'int a' });
    expect(scene!.location).toMatchObject({ range: { start: { line: 2 } } });
  });

  it('keep to the horizon', async () => {
    await start({ settings: { horizon: 1 } });
    const names = (await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' })).map(({ name }) => name);
    expect(names).toContain('INT. A - DAY');
    expect(names).not.toContain('INT. B - DAY');
    expect(names).not.toContain('lock');
  });
});

it('selection grows from the word to everything, one answer for each place', async () => {
  const uri = await start();
  const positions = [
    { line: 4, character: 19 },
    { line: 0, character: 0 },
  ];
  const [first, second] = await editor.about<SelectionRange[]>('textDocument/selectionRange', uri, { positions });
  const lines = e2.split('\n');
  const words: string[] = [];
  for (let at = first; at && at.range.end.line === 4 && at.range.start.line === 4; at = at.parent)
    words.push(lines[4]!.slice(at.range.start.character, at.range.end.character));
  expect(words).toEqual(['key', 'payoff: key', '[[payoff: key]]', 'It fits. [[payoff: key]]']);
  expect(second!.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 7 } });
});

it('links lead to pages of rules and to addresses', async () => {
  const uri = await start();
  await editor.change(uri, { text: '[[ignore: setup.unpaid | https://example.org]]\n' });
  const links = await editor.about<DocumentLink[]>('textDocument/documentLink', uri);
  expect(links.map(({ target }) => target)).toEqual([
    'file:///chekhov/docs/rules/setup.unpaid.md',
    'https://example.org',
  ]);
});
