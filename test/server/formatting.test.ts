import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const script = 'Title: A\r\n\r\n\r\nint. flat  - night\r\n\r\nRain.  \r\n';

let folder: Folder;
let editor: Editor;
let uri: string;

async function start(settings?: unknown) {
  folder = new Folder();
  editor = await Editor.start({ folders: [folder], settings });
  uri = folder.file('a.fountain');
  await editor.open(uri, script);
}

const edit = (line: number, from: number, to: number, newText: string, lines = 0): TextEdit => ({
  range: { start: { line, character: from }, end: { line: line + lines, character: to } },
  newText,
});
const heading = edit(3, 0, 18, 'INT. FLAT - NIGHT');

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe('formatting', () => {
  it('answers with small edits', async () => {
    await start();
    const edits = await editor.about<TextEdit[]>('textDocument/formatting', uri, { options: {} });
    expect(edits).toEqual([edit(2, 0, 0, '', 1), heading, edit(5, 5, 7, '')]);
  });

  it('of a range changes nothing else, and what Enter has finished, as soon as it has', async () => {
    await start();
    const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 2 } };
    expect(await editor.about('textDocument/rangeFormatting', uri, { range, options: {} })).toEqual([heading]);
    const typed = { ch: '\n', options: {} };
    expect(await editor.at('textDocument/onTypeFormatting', uri, 4, 0, typed)).toEqual([heading]);
    expect(await editor.at('textDocument/onTypeFormatting', uri, 6, 0, typed)).toEqual([]);
  });

  it('takes away what would close an annotation twice, as it is typed', async () => {
    await start();
    const treatment = folder.file('a.treatment.md');
    await editor.open(treatment, '<!-- setup: gun --> -->\n\n[[setup: gun]]]]\n');
    const at = (line: number, character: number, ch: string) =>
      editor.at('textDocument/onTypeFormatting', treatment, line, character, { ch, options: {} });
    expect(await at(0, 19, '>')).toEqual([edit(0, 19, 23, '')]);
    expect(await at(2, 14, ']')).toEqual([edit(2, 14, 16, '')]);
    expect(await at(2, 16, ']')).toEqual([]);
    await editor.open(folder.file('readme.md'), '<!-- setup: gun --> -->\n');
    const readme = { ch: '>', options: {} };
    expect(await editor.at('textDocument/onTypeFormatting', folder.file('readme.md'), 0, 19, readme)).toEqual([]);
  });

  it('keeps the case of headings where the setting says so', async () => {
    await start({ format: { capitals: false } });
    const edits = await editor.about<TextEdit[]>('textDocument/formatting', uri, { options: {} });
    expect(edits[1]).toEqual(edit(3, 10, 11, ''));
  });

  it('has nothing to say of treatments, studies and files that are not there', async () => {
    await start();
    for (const [name, text] of [
      ['a.treatment.md', '#  A  \n\n\n\n'],
      ['a.study.yaml', 'study:   1  \n'],
    ] as const) {
      await editor.open(folder.file(name), text);
      expect(await editor.about('textDocument/formatting', folder.file(name), { options: {} })).toEqual([]);
    }
    expect(await editor.about('textDocument/formatting', folder.file('none.fountain'), { options: {} })).toEqual([]);
  });
});
