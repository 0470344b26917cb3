import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentLink, DocumentSymbol, Hover, Location } from 'vscode-languageserver';
import { cake } from '../core/study-language/ask.ts';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const script = 'Episode: 1\n\nINT. FLAT - DAY\n\nPete waves it away. [[setup: soy-allergy event=party]]\n';
const treatment = '# Episode 2\n\n## Act One\n\nHe eats. [[payoff: soy-allergy]] [[knows: baby-swap who=peter]]\n';

let folder: Folder;
let editor: Editor;
let study: string;

/** Line and character within the n-th place where a text stands in the study. */
const spot = (text: string, nth = 1): [number, number] => {
  let at = -1;
  for (let i = 0; i < nth; i++) at = cake.indexOf(text, at + 1);
  const before = cake.slice(0, at + 1).split('\n');
  return [before.length - 1, before.at(-1)!.length];
};
const lineIn = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length - 1;

beforeEach(async () => {
  folder = new Folder({ 'a.study.yaml': cake, 'e1.fountain': script, 'e2.treatment.md': treatment });
  study = folder.file('a.study.yaml');
  editor = await Editor.start({ folders: [folder] });
});
afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe.each([{ open: true }, { open: false }])('a study file, %o', ({ open }) => {
  beforeEach(async () => {
    if (open) await editor.open(study, cake);
  });

  it('shows the card of an id, and what a key is for', async () => {
    const card = await editor.at<Hover>('textDocument/hover', study, ...spot('soy-allergy', 2));
    expect(card.contents).toMatchObject({ value: expect.stringContaining('Planted in plain sight') });
    expect(card.range?.start.line).toBe(spot('soy-allergy', 2)[0]);
    const key = await editor.at<Hover>('textDocument/hover', study, ...spot('evidence_for'));
    expect(key.contents).toMatchObject({ value: expect.stringContaining('The facts that it is evidence for') });
  });

  it('leads from a reference to its entry, and from an entry to the texts', async () => {
    const entry = await editor.at<Location[]>('textDocument/definition', study, ...spot('soy-allergy', 2));
    expect(entry).toMatchObject([{ uri: study, range: { start: { line: lineIn(cake, '- id: soy-allergy') } } }]);
    const texts = await editor.at<Location[]>('textDocument/definition', study, ...spot('soy-allergy'));
    expect(texts.map(({ uri }) => uri)).toEqual([folder.file('e1.fountain'), folder.file('e2.treatment.md')]);
  });

  it('finds all that refers to an entry', async () => {
    const context = { includeDeclaration: true };
    const all = await editor.at<Location[]>('textDocument/references', study, ...spot('soy-allergy'), { context });
    expect(all.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [study, lineIn(cake, '- id: soy-allergy')],
      [study, lineIn(cake, 'evidence: [soy-allergy]')],
      [study, lineIn(cake, 'on: thread:soy-allergy')],
      [study, lineIn(cake, 'on: soy-allergy')],
      [folder.file('e1.fountain'), 4],
      [folder.file('e2.treatment.md'), 4],
    ]);
    const people = await editor.at<Location[]>('textDocument/references', study, ...spot('peter\n'), { context });
    expect(people).toContainEqual({
      uri: folder.file('e1.fountain'),
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } },
    });
  });

  it('has symbols and links', async () => {
    const symbols = await editor.about<DocumentSymbol[]>('textDocument/documentSymbol', study);
    const threads = symbols.find(({ name }) => name === 'threads');
    expect(threads?.children).toMatchObject([{ name: 'soy-allergy', detail: "Peter's soy allergy" }]);
    const links = await editor.about<DocumentLink[]>('textDocument/documentLink', study);
    expect(links.map(({ target }) => target)).toEqual(['https://example.org/a']);
  });
});
