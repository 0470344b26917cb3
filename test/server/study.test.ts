import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Hover, Location } from 'vscode-languageserver';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { Editor, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const study = `study: 1
title: The Cake
files: ["*.md"]
threads:
  - { id: soy-allergy, title: Peter's soy allergy, kind: trait }
`;
const treatment = '# Episode 1\n\n## Act One\n\nPeter waves the cake away. [[setup: soy-allergy]]\n';

let folder: Folder;
let editor: Editor;
let file: string;
let story: string;

const report = (uri: string) => editor.about<{ items: Diagnostic[] }>('textDocument/diagnostic', uri);
const codes = async (uri: string) => (await report(uri)).items.map(({ code }) => code);
const hover = async () => {
  const found = await editor.at<Hover | null>('textDocument/hover', story, 4, 40);
  return found === null ? undefined : (found.contents as { value: string }).value;
};
const insert = (line: number, character: number, text: string) =>
  editor.change(file, { range: { start: { line, character }, end: { line, character } }, text });

beforeEach(async () => {
  folder = new Folder({ 'cake.study.yaml': study, 'one.md': treatment, 'README.md': '[[setup: no-treatment]]\n' });
  file = folder.file('cake.study.yaml');
  story = folder.file('one.md');
  editor = await Editor.start({ folders: [folder] });
});
afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe('a study', () => {
  it('tells what a hover shows, and which Markdown is a treatment', async () => {
    await editor.open(story, treatment);
    expect(await hover()).toContain('Peter’s soy allergy'.replace('’', "'"));
    await editor.diskChanged(folder.write('cake.study.yaml', study.replace('["*.md"]', '["two.md"]')), 2);
    expect(await hover()).toBeUndefined();
    await editor.diskChanged(folder.write('cake.study.yaml', study), 2);
    expect(await hover()).toContain('soy allergy');
  });

  it('is told what is wrong with it, where it is wrong, and stays in force as it was', async () => {
    await editor.open(story, treatment);
    await editor.open(file, study);
    expect(await codes(file)).toEqual([]);
    await insert(1, 0, 'title: "The Cake\n');
    const { items } = await report(file);
    expect(items.map(({ code }) => code)).toContain('study.invalid');
    expect(items[0]!.range.start.line).toBeGreaterThan(0);
    expect(await hover()).toContain("Peter's soy allergy");
    expect(editor.logged.join()).toContain('the last good one stays in force');
    const [declared] = await editor.at<Location[]>('textDocument/references', story, 4, 40, {
      context: { includeDeclaration: true },
    });
    // The entry has moved down by the line that broke the file.
    expect(declared).toMatchObject({ uri: file, range: { start: { line: 5 } } });
  });

  it('is read a moment after the last key, and once', async () => {
    await editor.open(story, treatment);
    await editor.open(file, study);
    expect(await hover()).toContain("Peter's soy allergy");
    for (const [i, letter] of [...'very '].entries()) await insert(4, 38 + i, letter);
    const changed = await until(hover, (text) => text?.includes('very') === true);
    expect(changed).toContain("Peter's very soy allergy");
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    await editor.change(file, { range, text: '' });
    expect(await codes(file)).not.toEqual([]);
  });

  it('that is wrong in one entry keeps the others', async () => {
    const broken = study.replace('kind: trait }', 'kind: trait }\n  - { id: x, title: X, kind: nonsense }');
    await editor.open(file, broken);
    await editor.open(story, treatment);
    const { items } = await report(file);
    expect(items.map(({ code, range }) => [code, range.start.line])).toEqual([['study.invalid', 5]]);
    expect(await hover()).toContain("Peter's soy allergy");
  });

  it('that is deleted is no longer in force', async () => {
    await editor.open(story, treatment);
    expect(await hover()).toContain("Peter's soy allergy");
    await editor.diskChanged(folder.delete('cake.study.yaml'), 3);
    expect(await hover()).toBeUndefined();
  });

  it('is quieter or louder as the settings have it', async () => {
    const broken = study.replace('kind: trait }', 'kind: nonsense }');
    await editor.open(file, broken);
    expect((await report(file)).items.map(({ severity }) => severity)).toEqual([1]);
    editor.settings = { rules: { 'study.invalid': 'info' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => report(file),
      ({ items }) => items[0]?.severity === 3,
    );
    editor.settings = { rules: { 'study.invalid': 'off' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => codes(file),
      (found) => found.length === 0,
    );
  });

  it('of several in a folder is the first by name, and a line says so', async () => {
    await editor.diskChanged(folder.write('other.study.yaml', study.replace('Peter', 'Paul')), 1);
    await editor.open(story, treatment);
    expect(await hover()).toContain("Peter's soy allergy");
    await codes(story);
    await until(
      () => editor.logged.join(),
      (log) => log.includes('2 studies lie in this folder'),
    );
  });

  it('may stand alone', async () => {
    await editor.stop();
    folder.remove();
    const reveal = '  - { id: r1, fact: swap, to: [audience], episode: 5, via: confession }\n';
    const alone = `study: 1\ntitle: Alone\nfacts:\n  - { id: swap, text: They were swapped, status: holds }\nreveals:\n${reveal}`;
    folder = new Folder({ 'alone.study.yaml': alone });
    editor = await Editor.start({ folders: [folder] });
    const rows = await editor.request<OutlineRow[]>('chekhov/outline', { by: 'twist' });
    expect(JSON.stringify(rows)).toContain('They were swapped');
  });
});
