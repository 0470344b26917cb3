import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { Editor, everything } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const capabilities = {
  ...everything,
  textDocument: {
    ...everything.textDocument,
    completion: { completionItem: { documentationFormat: ['markdown' as const] } },
  },
};
const first = `Episode: 1

INT. FLAT - NIGHT

IRIS
It goes.

PIA
You wound it.

`;
const second = 'Episode: 2\r\n\r\nEXT. YARD - DAY\r\n\r\nNOOR\r\nHello.\r\n\r\n';

let folder: Folder;
let editor: Editor;

async function start(settings?: unknown) {
  folder = new Folder({ 'e1.fountain': first });
  editor = await Editor.start({ folders: [folder], capabilities, settings });
  await editor.open(folder.file('e1.fountain'), first);
  await editor.open(folder.file('e2.fountain'), second);
}

/** What is offered when a line is typed at the end of a script. */
async function typed(file: string, text: string, before: string) {
  const uri = folder.file(file);
  const line = before.split('\n').length - 1;
  const end = { line, character: 0 };
  await editor.change(uri, { range: { start: end, end }, text });
  return editor.at<CompletionList>('textDocument/completion', uri, line, text.length);
}

const labels = ({ items }: CompletionList) => items.map(({ label }) => label);

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe('completion in a script', () => {
  it('offers cues with their place in the list, an edit, and a card on demand', async () => {
    await start();
    const list = await typed('e1.fountain', 'I', first);
    expect(list.isIncomplete).toBe(true);
    expect(labels(list).slice(0, 2)).toEqual(['IRIS', 'INT.']);
    const [item] = list.items as [CompletionItem];
    const range = { start: { line: 10, character: 0 }, end: { line: 10, character: 1 } };
    expect(item).toMatchObject({ sortText: '00000', filterText: 'IRIS', textEdit: { range, newText: 'IRIS' } });
    expect(item.preselect).toBeUndefined();
    const resolved = await editor.request<CompletionItem>('completionItem/resolve', item);
    expect(JSON.stringify(resolved.documentation)).toContain('IRIS');
  });

  it('is silent as soon as prose is written', async () => {
    await start();
    expect(labels(await typed('e1.fountain', 'Pi', first))).toEqual([]);
  });

  it('knows the season, with the line ends of Windows', async () => {
    await start();
    expect(labels(await typed('e2.fountain', 'INT. ', second))).toEqual(['YARD', 'FLAT']);
    const { items } = await typed('e2.fountain', '@', second);
    expect(items[0]).toMatchObject({ label: 'NOOR', textEdit: { range: { start: { line: 7, character: 1 } } } });
  });

  it('names nothing from beyond the horizon', async () => {
    await start({ horizon: 1 });
    expect(labels(await typed('e1.fountain', 'INT. ', first))).toEqual(['FLAT']);
    expect(labels(await typed('e1.fountain', '@', first))).toEqual(['IRIS', 'PIA']);
  });

  it('offers nothing to fill in where the client cannot go from place to place', async () => {
    await start();
    const uri = folder.file('e1.fountain');
    await editor.change(uri, { text: '' });
    const title = labels(await editor.at<CompletionList>('textDocument/completion', uri, 0, 0));
    expect(title).toContain('Title');
    expect(title).not.toContain('Title page');
  });

  it('offers what a title page may name', async () => {
    await start();
    const uri = folder.file('e1.fountain');
    await editor.change(uri, { text: 'Title: A\nStudy: ' });
    expect(labels(await editor.at<CompletionList>('textDocument/completion', uri, 1, 7))).toEqual([
      'all-her-fault',
      'none',
    ]);
  });
});
