import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentSymbol, FoldingRange, Hover, Location } from 'vscode-languageserver';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { Editor, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const first = `Title: The Cake
Episode: 1

## Act One

INT. KITCHEN - DAY

Peter puts the EpiPen on the table. [[setup: soy-allergy | He carries it always.]]

PETER
Nobody touches my food.

INT. HALL - NIGHT

The clock has stopped. [[setup: clock]]
`;

const last = `Title: The Cake
Episode: 2

## Act One

INT. KITCHEN - NIGHT

PETER
(chewing)
What was in this?

He falls. [[payoff: soy-allergy]]

The letter burns. [[payoff: letter]]
`;

let folder: Folder;
let editor: Editor;

describe.each([{ process: false }, { process: true }])('a season in an editor, the server %o', (options) => {
  beforeEach(async () => {
    folder = new Folder({ 'e1.fountain': first, 'e2.fountain': last });
    editor = await Editor.start({ folders: [folder], ...options });
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const one = () => folder.file('e1.fountain');
  const two = () => folder.file('e2.fountain');

  it('hovers a setup with links to its payoff', async () => {
    await editor.open(one(), first);
    const hover = await editor.at<Hover>('textDocument/hover', one(), 7, 48);
    const { value } = hover.contents as { value: string };
    expect(value).toContain('Setup');
    expect(value).toContain(`(${two()}#L12,11)`);
    expect(hover.range).toEqual({ start: { line: 7, character: 45 }, end: { line: 7, character: 56 } });
  });

  it('goes from a payoff to its setup, and back', async () => {
    await editor.open(two(), last);
    const setup = await editor.at<Location[]>('textDocument/definition', two(), 11, 22);
    expect(setup).toEqual([
      { uri: one(), range: { start: { line: 7, character: 36 }, end: { line: 7, character: 82 } } },
    ]);
    const payoff = await editor.at<Location[]>('textDocument/implementation', one(), 7, 48);
    expect(payoff.map(({ uri }) => uri)).toEqual([two()]);
    const context = { includeDeclaration: true };
    const all = await editor.at<Location[]>('textDocument/references', two(), 11, 22, { context });
    expect(all.map(({ uri }) => uri)).toEqual([one(), two()]);
  });

  it('names and folds the parts of a document', async () => {
    await editor.open(one(), first);
    const symbols = await editor.about<DocumentSymbol[]>('textDocument/documentSymbol', one());
    expect(symbols.map(({ name }) => name)).toEqual(['Act One']);
    expect(symbols[0]!.children!.map(({ name }) => name)).toEqual(['INT. KITCHEN - DAY', 'INT. HALL - NIGHT']);
    const folds = await editor.about<FoldingRange[]>('textDocument/foldingRange', one());
    expect(folds).toContainEqual({ startLine: 5, endLine: 10 });
  });

  it('colours it, in whole, in part and by what has changed', async () => {
    await editor.open(one(), first);
    await editor.request('chekhov/outline', { by: 'twist' });
    const whole = await editor.about<{ data: number[]; resultId: string }>('textDocument/semanticTokens/full', one());
    expect(whole.data.length % 5).toBe(0);
    expect(whole.data.length).toBeGreaterThan(20);
    const range = { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } };
    const part = await editor.about<{ data: number[] }>('textDocument/semanticTokens/range', one(), { range });
    expect(part.data.slice(0, 3)).toEqual([9, 0, 5]);
    await editor.change(one(), {
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
      text: '\n',
    });
    const previous = { previousResultId: whole.resultId };
    type Delta = { edits: { start: number; deleteCount: number; data?: number[] }[] };
    const delta = await editor.about<Delta>('textDocument/semanticTokens/full/delta', one(), previous);
    const data = [...whole.data];
    for (const { start, deleteCount, data: now = [] } of delta.edits) data.splice(start, deleteCount, ...now);
    const again = await editor.about<{ data: number[] }>('textDocument/semanticTokens/full', one());
    expect(data).toEqual(again.data);
    expect(delta.edits[0]!.data!.length).toBeLessThan(6);
  });

  it('says what is wrong, once, and follows what is typed', async () => {
    await editor.open(two(), last);
    type Report = { kind: string; resultId: string; items: Diagnostic[] };
    const report = await editor.about<Report>('textDocument/diagnostic', two());
    expect(report.items.map(({ code }) => code)).toEqual(['payoff.unplanted']);
    expect(report.items[0]!.codeDescription!.href).toMatch(/docs\/rules\/payoff\.unplanted\.md$/);
    const { resultId: previousResultId } = report;
    const same = await editor.about<Report>('textDocument/diagnostic', two(), { previousResultId });
    expect(same.kind).toBe('unchanged');
    await editor.open(one(), first);
    const range = { start: { line: 14, character: 23 }, end: { line: 14, character: 37 } };
    await editor.change(one(), { range, text: '[[setup: letter]]' });
    const now = await editor.about<Report>('textDocument/diagnostic', two(), { previousResultId });
    expect(now.items).toEqual([]);
  });

  it('has an outline, and says when it is another', async () => {
    await editor.open(one(), first);
    const rows = await editor.request<OutlineRow[]>('chekhov/outline', { by: 'thread' });
    const text = JSON.stringify(rows);
    for (const id of ['soy-allergy', 'clock', 'letter']) expect(text).toContain(id);
    const structure = await editor.request<OutlineRow[]>('chekhov/outline', { by: 'structure', uri: one() });
    expect(JSON.stringify(structure)).toContain('INT. HALL - NIGHT');
    await until(
      () => editor.changes,
      (count) => count > 0,
    );
    const before = editor.changes;
    await editor.change(one(), {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '\n',
    });
    await until(
      () => editor.changes,
      (count) => count > before,
    );
  });
});
