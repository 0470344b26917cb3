import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Location } from 'vscode-languageserver';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { Editor, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const setup = 'Episode: 1\n\nINT. A - DAY\n\nA key. [[setup: key]]\n';
const payoff = 'Episode: 2\n\nINT. B - DAY\n\nIt fits. [[payoff: key]]\n';

let folder: Folder;
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

const codes = async (uri: string) => {
  const report = await editor.about<{ items: Diagnostic[] }>('textDocument/diagnostic', uri);
  return report.items.map(({ code }) => code);
};
const labels = async (uri?: string) => {
  const rows = await editor.request<OutlineRow[]>('chekhov/outline', { by: 'structure', ...(uri && { uri }) });
  const all = (row: OutlineRow): string[] => [row.label, ...(row.children ?? []).flatMap(all)];
  return rows.flatMap(all).join(' | ');
};

describe('files on disk and open documents are one season', () => {
  beforeEach(async () => {
    folder = new Folder({ 'e2.fountain': payoff });
    editor = await Editor.start({ folders: [folder] });
    await editor.open(folder.file('e2.fountain'), payoff);
  });
  const two = () => folder.file('e2.fountain');

  it('a file that is made, changed, renamed and deleted', async () => {
    expect(await codes(two())).toEqual(['payoff.unplanted']);
    await editor.diskChanged(folder.write('e1.fountain', setup), 1);
    expect(await codes(two())).toEqual([]);
    await editor.diskChanged(folder.write('e1.fountain', setup.replace('key]]', 'lock]]')), 2);
    expect(await codes(two())).toEqual(['payoff.unplanted']);
    await editor.diskChanged(folder.write('e1.fountain', setup), 2);
    folder.rename('e1.fountain', 'pilot-e1.fountain');
    await editor.diskChanged(folder.file('e1.fountain'), 3);
    await editor.diskChanged(folder.file('pilot-e1.fountain'), 1);
    const [found] = await editor.at<Location[]>('textDocument/definition', two(), 4, 22);
    expect(found!.uri).toBe(folder.file('pilot-e1.fountain'));
    await editor.diskChanged(folder.delete('pilot-e1.fountain'), 3);
    expect(await codes(two())).toEqual(['payoff.unplanted']);
  });

  it('a folder that is moved here, renamed and deleted, of which only the folder is told', async () => {
    const elsewhere = new Folder({ 'in/e1.fountain': setup });
    symlinkSync(join(elsewhere.path, 'in'), join(folder.path, 'in'));
    await editor.notify('workspace/didRenameFiles', {
      files: [{ oldUri: elsewhere.file('in'), newUri: folder.file('in') }],
    });
    expect(await labels()).toContain('INT. A - DAY');
    folder.rename('in', 'out');
    await editor.diskChanged(folder.file('in'), 3);
    await editor.diskChanged(folder.file('out'), 1);
    expect(await labels()).toContain('INT. A - DAY');
    await editor.diskChanged(folder.delete('out'), 3);
    expect(await labels()).not.toContain('INT. A - DAY');
    elsewhere.remove();
  });

  it('what is open counts, and what is on disk again once it is closed', async () => {
    const one = folder.write('e1.fountain', setup);
    await editor.diskChanged(one, 1);
    await editor.open(one, 'Episode: 1\n\nNothing yet.\n');
    expect(await codes(two())).toEqual(['payoff.unplanted']);
    await editor.diskChanged(one, 2);
    expect(await codes(two())).toEqual(['payoff.unplanted']);
    await editor.close(one);
    expect(await codes(two())).toEqual([]);
  });

  it('a file that is deleted while it is open stays as it is in the editor', async () => {
    await editor.diskChanged(folder.delete('e2.fountain'), 3);
    expect(await codes(two())).toEqual(['payoff.unplanted']);
    await editor.close(two());
    expect(await labels()).toBe('');
  });

  it('a file that changed and nobody said so', async () => {
    const one = folder.write('e1.fountain', setup);
    await editor.diskChanged(one, 1);
    expect(await codes(two())).toEqual([]);
    folder.write('e1.fountain', `Episode: 1\n\n\n\n${setup.slice(12)}`);
    // What is known is from before; but it leads somewhere, and nothing breaks.
    expect(await editor.at<Location[]>('textDocument/definition', two(), 4, 22)).toHaveLength(1);
    folder.delete('e1.fountain');
    expect(await editor.at<Location[]>('textDocument/definition', two(), 4, 22)).toHaveLength(1);
    expect(await editor.about('textDocument/documentSymbol', one)).toBeDefined();
  });
});

describe('what cannot be read', () => {
  it('leaves a line in the log, and everything else goes on', async () => {
    folder = new Folder({
      'e1.fountain': setup,
      'e2.fountain': payoff,
      'e3.fountain': new Uint8Array([0, 1, 2, 0]),
      'e4.fountain': 'x'.repeat(10_485_760),
      'copy/e1.fountain': setup,
      'drafts/e1.fountain': setup,
    });
    mkdirSync(join(folder.path, 'folder.fountain'));
    symlinkSync(folder.path, join(folder.path, 'loop'));
    symlinkSync(join(folder.path, 'gone'), join(folder.path, 'gone.fountain'));
    editor = await Editor.start({ folders: [folder] });
    const two = folder.file('e2.fountain');
    await editor.open(two, payoff);
    expect(await codes(two)).toEqual([]);
    const [found] = await editor.at<Location[]>('textDocument/definition', two, 4, 22);
    expect(found!.uri).toBe(folder.file('e1.fountain'));
    const log = editor.logged.join('\n');
    expect(log).toMatch(/e3\.fountain is skipped: it is binary/);
    expect(log).toMatch(/e4\.fountain is skipped: it has 10\.5 MB/);
    expect(log).toMatch(/gone\.fountain/);
    expect(log).not.toMatch(/failed|Unexpected/);
  });

  it('an enormous document in the editor is answered all the same', async () => {
    folder = new Folder();
    editor = await Editor.start({ folders: [folder] });
    const uri = folder.file('big.fountain');
    await editor.open(uri, `INT. A - DAY\n\n${'Something happens here.\n\n'.repeat(200)}`.repeat(2200));
    await editor.change(uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'X',
    });
    expect(await codes(uri)).toEqual([]);
  }, 30_000);
});

describe('folders', () => {
  it('two at once, one taken away, one added', async () => {
    folder = new Folder({ 'e1.fountain': setup });
    const other = new Folder({ 'e2.fountain': payoff.replace('INT. B', 'INT. C') });
    const third = new Folder({ 'e3.fountain': 'Episode: 3\n\nINT. D - DAY\n\nSun.\n' });
    editor = await Editor.start({ folders: [folder, other] });
    expect(await labels()).toMatch(/INT\. A.*INT\. C|INT\. C.*INT\. A/);
    const event = { added: [{ uri: third.uri, name: '3' }], removed: [{ uri: other.uri, name: '2' }] };
    await editor.notify('workspace/didChangeWorkspaceFolders', { event });
    const now = await until(
      () => labels(),
      (text) => text.includes('INT. D'),
    );
    expect(now).toContain('INT. A');
    expect(now).not.toContain('INT. C');
    other.remove();
    third.remove();
  });

  it('one within the other', async () => {
    folder = new Folder({ 'in/e1.fountain': setup });
    editor = await Editor.start({ folders: [folder, folder.file('in')] });
    expect((await labels()).match(/INT\. A/g)).toHaveLength(1);
  });

  it('none: what is open is all there is', async () => {
    folder = new Folder({ 'e1.fountain': setup, 'e2.fountain': payoff });
    editor = await Editor.start();
    const two = folder.file('e2.fountain');
    await editor.open(two, payoff);
    expect(await codes(two)).toEqual(['payoff.unplanted']);
    await editor.open(folder.file('e1.fountain'), setup);
    expect(await codes(two)).toEqual([]);
    await editor.open('untitled:Untitled-1', 'INT. X - DAY\n\nNo. [[payoff: never]]\n', 'fountain');
    expect(await codes('untitled:Untitled-1')).toEqual(['payoff.unplanted']);
    await editor.close('untitled:Untitled-1');
    expect(await labels()).not.toContain('INT. X');
  });

  it('one that is not there', async () => {
    folder = new Folder();
    editor = await Editor.start({ folders: [folder.file('gone')] });
    expect(await labels()).toBe('');
    expect(editor.logged.join()).toContain('gone');
  });
});
