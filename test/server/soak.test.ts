import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SourceText } from '../../server/core/text/source-text.ts';
import { editOf } from '../../server/lsp/positions.ts';
import { positionAt } from '../../server/workspace/lines.ts';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const study = 'study: 1\ntitle: X\nfiles: ["*.md"]\nthreads:\n  - { id: a, title: A, kind: object }\n';
const names = ['e1.fountain', 'e2.fountain', 'three.md', 'x.study.yaml'];
const beginnings = [
  'Episode: 1\n\nINT. A - DAY\n\nA. [[setup: a]]\n',
  'Episode: 2\n\nINT. B - DAY\n\nB. [[payoff: a]]\n',
  '# Episode 3\n\n## Act One\n\nC. [[reminder: a]]\n',
  study,
];

/** What is typed and pasted: much of it means something, some of it breaks things. */
const pieces = fc.constantFrom(
  ...[
    'x',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '[[',
    ']]',
    '[[setup: b]]',
    '[[payoff: b]]',
    '[[reveal: f to=audience]]',
    '/*',
    '*/',
  ],
  ...[
    'INT. C - NIGHT\n\n',
    'ANNA\nYes.\n\n',
    '# Act Two\n\n',
    '## Scene\n\n',
    '<!-- setup: c -->',
    'Episode: 9\n',
    '😀',
    '---\n',
  ],
);
/** A study that is broken leaves the one before in force, which a fresh server cannot know: these leave it whole. */
const entries = fc.constantFrom('  - { id: b, title: B, kind: line }\n', '# more\n', '  - { id: c, kind: nonsense }\n');
const ask = fc.constantFrom(
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/documentSymbol',
  'chekhov/outline',
);
const inText = fc.record({
  file: fc.nat(2),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  insert: fc.oneof(pieces, fc.constant('')),
  ask,
});
const inStudy = fc.record({ file: fc.constant(3), from: fc.constant(1), length: fc.constant(0), insert: entries, ask });
const step = fc.oneof({ arbitrary: inText, weight: 12 }, { arbitrary: inStudy, weight: 1 });

/** Everything that can be asked without a position. */
async function everything(editor: Editor, folder: Folder): Promise<unknown[]> {
  // A study is read when the writer rests, and what is wrong with it is told then.
  const answers: unknown[] = [await editor.about('textDocument/diagnostic', folder.file(names[3]!))];
  for (const by of ['twist', 'structure', 'thread']) answers.push(await editor.request('chekhov/outline', { by }));
  for (const name of names) {
    const uri = folder.file(name);
    const { items } = await editor.about<{ items: unknown[] }>('textDocument/diagnostic', uri);
    const { data } = await editor.about<{ data: number[] }>('textDocument/semanticTokens/full', uri);
    answers.push(items, data);
    answers.push(
      await editor.about('textDocument/documentSymbol', uri),
      await editor.about('textDocument/foldingRange', uri),
    );
  }
  return answers;
}

it('after any edits and requests the server knows what one knows that is started then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const folder = new Folder(Object.fromEntries(names.map((name, i) => [name, beginnings[i]!])));
      const editor = await Editor.start({ folders: [folder] });
      const texts = beginnings.map((text) => SourceText.of(text));
      for (const [i, name] of names.entries()) await editor.open(folder.file(name), beginnings[i]!);
      const asked: Promise<unknown>[] = [];
      for (const { file, from, length, insert, ask } of steps) {
        const text = texts[file]!;
        const start = Math.floor(from * text.length);
        const change = {
          range: { start: positionAt(text, start), end: positionAt(text, start + length) },
          text: insert,
        };
        texts[file] = text.replace(editOf(text, change));
        await editor.change(folder.file(names[file]!), change);
        const params = { textDocument: { uri: folder.file(names[file]!) }, position: change.range.start, by: 'twist' };
        asked.push(editor.request(ask, params).catch(({ code }) => expect(code).toBe(-32801)));
      }
      await Promise.all(asked);
      const known = await everything(editor, folder);
      expect(editor.logged.filter((line) => /failed|Unexpected|anew|cannot be (parsed|taken)/.test(line))).toEqual([]);
      await editor.stop();

      const fresh = await Editor.start({ folders: [folder] });
      for (const [i, name] of names.entries()) await fresh.open(folder.file(name), texts[i]!.toString());
      expect(await everything(fresh, folder)).toEqual(known);
      await fresh.stop();
      folder.remove();
    }),
    { numRuns: 25 },
  );
}, 120_000);
