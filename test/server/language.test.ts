import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Hover } from 'vscode-languageserver';
import { Editor, everything } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const script = 'Episode: 1\n\nINT. HALL - DAY\n\nA key. [[setup: key]]\n\nTHE END\n';
const study =
  'study: 1\ntitle: Hall\nepisodes: [{ number: 1 }]\nthreads:\n  - { id: key, title: Key, kind: object, x: 1 }\n';

let folder: Folder;
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

async function said(options: Partial<Parameters<typeof Editor.start>[0]>): Promise<string> {
  folder = new Folder({ 'hall.study.yaml': study, 'e1.fountain': script });
  editor = await Editor.start({ folders: [folder], capabilities: everything, ...options });
  await editor.open(folder.file('hall.study.yaml'), study); // for a web worker there is no disk
  await editor.open(folder.file('e1.fountain'), script);
  const textDocument = { uri: folder.file('e1.fountain') };
  const position = { line: 4, character: 17 };
  const hover = await editor.request<Hover>('textDocument/hover', { textDocument, position });
  const inFile = (uri: string) =>
    editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
  const problems = [await inFile(textDocument.uri), await inFile(folder.file('hall.study.yaml'))];
  const words = problems.flatMap(({ items }) => items.map(({ message }) => message));
  return [JSON.stringify(hover.contents), ...words].join('\n');
}

const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../l10n/bundle.l10n.${language}.json`, import.meta.url), 'utf8'));

/** What is asked here says these, in one language or another. */
const wanted: readonly [text: string, ...filled: string[]][] = [
  ['“{0}” is set up and never paid off.', 'Key'],
  ['"{0}" is no key of an entry of "{1}".', 'x', 'threads'],
  ['never paid off'],
];

function expectIn(there: string, translated: (text: string) => string): void {
  for (const [text, ...filled] of wanted)
    expect(there).toContain(translated(text).replace(/\{(\d)\}/g, (_, i) => filled[i]!));
}

describe.each([{ process: true }, { worker: true }])('the server (%o)', (where) => {
  it.each(['de', 'es', 'fr'])('speaks %s where the client brings the texts', async (language) => {
    const there = await said({ ...where, initializationOptions: { texts: texts(language) } });
    expectIn(there, (text) => texts(language)[text]!);
  });

  it('speaks English where there is nothing else', async () => {
    const there = await said({ ...where, locale: 'pt-BR' });
    expectIn(there, (text) => text);
  });
});

describe('the server as a process', () => {
  it.each([
    ['de', 'de-AT'],
    ['es', 'es'],
    ['fr', 'FR'],
  ])('speaks %s where the editor does (%s)', async (language, locale) => {
    const there = await said({ process: true, locale });
    expectIn(there, (text) => texts(language)[text]!);
  });
});
