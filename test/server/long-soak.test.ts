// A long day of writing, over stdio: the server's memory stays as it is, and at the end it knows what a fresh one knows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver';
import { SourceText } from '../../server/core/text/source-text.ts';
import { allFeatures } from '../../server/features/all.ts';
import { editOf } from '../../server/lsp/positions.ts';
import { positionAt } from '../../server/workspace/lines.ts';
import { seed } from '../seed.ts';
import { Editor, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const EDITS = 10_000;
const IN_FLIGHT = 8;

const samples = join(import.meta.dirname, '../../samples');
const read = (...path: string[]) => readFileSync(join(samples, ...path), 'utf8');
/** The built-in season, and a script as its ninth episode. */
const season: Record<string, string> = {
  ...Object.fromEntries(
    readdirSync(join(samples, 'all-her-fault'))
      .filter((name) => /\.(yaml|treatment\.md)$/.test(name))
      .map((name) => [name, read('all-her-fault', name)]),
  ),
  'e09.fountain': read('the-long-table', 'the-long-table.fountain').replace(/^Episode:.*$/m, 'Episode: 9'),
};
const names = Object.keys(season);
const answered = new Set(allFeatures.map(({ method }) => method));
const studyName = names.find((name) => name.endsWith('.yaml'))!;
const texts = names.filter((name) => name !== studyName);

const pieces = [
  ...[
    'a',
    'Peter ',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '[[',
    ']]',
    '/*',
    '*/',
    '<!--',
    '-->',
    '😀',
    '\u0301',
    '---\n',
    '*',
    '_',
  ],
  ...[
    '[[setup: soy-allergy]]',
    '[[payoff: soy-allergy]]',
    '[[reveal: baby-swap to=audience]]',
    '[[learns: baby-swap who=peter]]',
  ],
  ...[
    '[[setup: new-thing | x]]',
    '[[story: -6y]]',
    '[[turn: act-out]]',
    '[[ignore: setup.unpaid]]',
    '[[form: chamber-play]]',
  ],
  ...['\n\nINT. HALL - NIGHT\n\n', '\n\nMARISSA\nYes.\n\n', '\n\n# Act Two\n\n', '\n## A scene\n\n', 'CUT TO:\n\n'],
];

/** Answers that are right: the text has changed meanwhile, and a rename that is refused. */
const rightErrors = new Set<number>([LSPErrorCodes.ContentModified, LSPErrorCodes.RequestFailed]);

/** Requests of an editor in which somebody writes; each tells what more it needs. */
const requests = (uri: string, position: { line: number; character: number }) => {
  const textDocument = { uri };
  const range = { start: { line: Math.max(0, position.line - 20), character: 0 }, end: position };
  const at = (method: string, more: object = {}) =>
    [`textDocument/${method}`, { textDocument, position, ...more }] as const;
  return [
    ...['hover', 'definition', 'implementation', 'documentHighlight', 'completion', 'prepareRename'].map((name) =>
      at(name),
    ),
    ...['documentSymbol', 'foldingRange', 'diagnostic', 'semanticTokens/full', 'documentLink', 'codeLens'].map((name) =>
      at(name),
    ),
    at('references', { context: { includeDeclaration: true } }),
    at('rename', { newName: 'renamed' }),
    at('semanticTokens/range', { range }),
    at('inlayHint', { range }),
    at('selectionRange', { positions: [position] }),
    at('codeAction', { range, context: { diagnostics: [] } }),
    ...['twist', 'structure', 'thread'].map((by) => ['chekhov/outline', { uri, by }] as const),
    ['chekhov/knowledge', { uri }] as const,
    ['chekhov/mentions', { uri }] as const,
    ['workspace/symbol', { query: 'key' }] as const,
    ['workspace/diagnostic', { previousResultIds: [] }] as const,
  ];
};

/** What can be asked without a position, about everything. */
async function knowledge(editor: Editor, folder: Folder): Promise<unknown> {
  const answers: unknown[] = [];
  for (const by of ['twist', 'structure', 'thread']) answers.push(await editor.request('chekhov/outline', { by }));
  for (const name of names) {
    const uri = folder.file(name);
    const { items } = await editor.about<{ items: unknown[] }>('textDocument/diagnostic', uri);
    const { data } = await editor.about<{ data: number[] }>('textDocument/semanticTokens/full', uri);
    answers.push({ name, items, data, symbols: await editor.about('textDocument/documentSymbol', uri) });
    answers.push(await editor.request('chekhov/knowledge', { uri }), await editor.request('chekhov/mentions', { uri }));
  }
  return answers;
}

it(`${EDITS} edits with requests among them leave the memory flat, and the server right (seed ${seed})`, async () => {
  const folder = new Folder(season);
  const editor = await Editor.start({ folders: [folder], process: true });
  const now = new Map(names.map((name) => [name, SourceText.of(season[name]!)]));
  for (const name of names) await editor.open(folder.file(name), season[name]!);

  const random = fc.sample(fc.infiniteStream(fc.nat(2 ** 30)), { numRuns: 1, seed })[0]!;
  const below = (limit: number): number => random.next().value! % limit;
  const flying = new Set<Promise<unknown>>();
  const failures: unknown[] = [];
  const heaps: number[] = [];

  for (let edit = 1; edit <= EDITS; edit++) {
    const name = below(40) === 0 ? studyName : texts[below(texts.length)]!;
    const text = now.get(name)!;
    const uri = folder.file(name);
    let [start, length, insert] = [
      below(text.length + 1),
      below(3) === 0 ? below(40) : 0,
      pieces[below(pieces.length)]!,
    ];
    if (name === studyName) [start, length, insert] = [text.length, 0, '# a remark\n'];
    // What is written is thrown away now and then, as writers do; else it would only grow.
    if (below(60) === 0) [start, length, insert] = [0, text.length, season[name]!];
    const change = {
      range: { start: positionAt(text, start), end: positionAt(text, Math.min(text.length, start + length)) },
      text: insert,
    };
    now.set(name, text.replace(editOf(text, change)));
    await editor.change(uri, change);
    if (below(4) === 0) {
      const asked = requests(uri, change.range.start).filter(([method]) => answered.has(method));
      const [method, params] = asked[below(asked.length)]!;
      const answer: Promise<unknown> = editor
        .request(method, params)
        .catch((error) => rightErrors.has(error.code) || failures.push(`${method}: ${error.message}`))
        .finally(() => flying.delete(answer));
      flying.add(answer);
      if (flying.size >= IN_FLIGHT) await Promise.race(flying);
    }
    if (edit % (EDITS / 4) === 0) {
      await Promise.all(flying);
      // With the texts as they were at first, so that what is compared is what the server keeps beyond them.
      for (const each of names) {
        const whole = { start: { line: 0, character: 0 }, end: positionAt(now.get(each)!, now.get(each)!.length) };
        if (edit < EDITS) {
          await editor.change(folder.file(each), { range: whole, text: season[each]! });
          now.set(each, SourceText.of(season[each]!));
        }
      }
      await editor.request('chekhov/outline', { by: 'twist' });
      heaps.push(await editor.heap());
    }
  }
  expect(failures).toEqual([]);
  expect(editor.logged.filter((line) => /failed|Unexpected|anew|cannot be (parsed|taken)/.test(line))).toEqual([]);

  const fresh = await Editor.start({ folders: [folder], process: true });
  for (const name of names) await fresh.open(folder.file(name), now.get(name)!.toString());
  const expected = await knowledge(fresh, folder);
  await until(
    () => knowledge(editor, folder),
    (known) => JSON.stringify(known) === JSON.stringify(expected),
    5_000,
  ).catch(async () => expect(await knowledge(editor, folder)).toEqual(expected));
  console.log(`heap at each quarter: ${heaps.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`).join(', ')}`);
  expect(heaps[3]! / heaps[0]!).toBeLessThan(1.15);
  await Promise.all([editor.stop(), fresh.stop()]);
  folder.remove();
}, 900_000);
