// What is wrong with an annotation, while somebody types in it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeEmitter, FakeRange, fakeVscode } from './fake-vscode.ts';

const changed = new FakeEmitter<object>();
const moved = new FakeEmitter<object>();
const left = new FakeEmitter<undefined>();
let line = '';
let cursor = 0;
const document = { uri: 'file:///a.fountain', lineAt: () => ({ text: line }) };
const editor = {
  document,
  get selection() {
    return { active: { line: 3, character: cursor } };
  },
};
vi.mock('vscode', () => ({
  ...fakeVscode().vscode,
  Range: FakeRange,
  window: {
    activeTextEditor: editor,
    onDidChangeTextEditorSelection: moved.event,
    onDidChangeActiveTextEditor: left.event,
  },
  workspace: { onDidChangeTextDocument: changed.event },
}));
const { TypedAnnotation } = await import('../../client/server/typed-annotation.ts');

const asked = vi.fn();
let typed: InstanceType<typeof TypedAnnotation>;

/** `|` is the cursor, behind what has been written in one go. */
function write(marked: string, text = 'x', reason?: number): void {
  cursor = marked.indexOf('|');
  line = marked.replace('|', '');
  const range = new FakeRange(3, Math.max(0, cursor - text.length), 3, cursor);
  changed.fire({ document, contentChanges: [{ range, text }], reason });
}

function move(marked: string): void {
  cursor = marked.indexOf('|');
  moved.fire({ textEditor: editor });
}

/** The problems that are shown of those at some words of the line, and what the server was told to be known already. */
async function shown(...words: string[]): Promise<{ words: string[]; known: string | undefined }> {
  const items = words.map((word) => ({
    word,
    range: new FakeRange(3, line.indexOf(word), 3, line.indexOf(word) + word.length),
  }));
  let known: string | undefined;
  const next = (_: unknown, id: string | undefined) => {
    known = id;
    return { kind: 'full', resultId: 'b', items };
  };
  const report = await typed.middleware.provideDiagnostics!(document as never, 'a', {} as never, next as never);
  return { words: (report as unknown as { items: { word: string }[] }).items.map(({ word }) => word), known };
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockClear();
  typed = new TypedAnnotation(asked);
});
afterEach(() => {
  typed.dispose();
  vi.useRealTimers();
});

test('is kept back, and nothing else on its line', async () => {
  write('[[payoff: one]] and [[payoff: gu|]] [[uses: two]]');
  expect(await shown('one', 'gu', '[[payoff: gu]]', 'two')).toEqual({ words: ['one', 'two'], known: 'a' });
  // What was kept back is asked for in full.
  expect((await shown('gu')).known).toBeUndefined();
});

test('is shown when the cursor leaves it', async () => {
  write('A [[payoff: gu|]] b');
  await shown('gu');
  move('A [[payoff: g|u]] b');
  expect(asked).not.toHaveBeenCalled();
  move('A [[payoff: gu]]| b');
  expect(asked).toHaveBeenCalledTimes(1);
  expect((await shown('gu')).words).toEqual(['gu']);
});

test('is shown when the cursor goes before it, at the beginning of the line', async () => {
  write('[[payoff: gu|]]');
  await shown('gu');
  move('|[[payoff: gu]]');
  expect(asked).toHaveBeenCalledTimes(1);
});

test('is shown when the typing rests, or another editor is looked at', async () => {
  write('[[payoff: gu|]]');
  await shown('gu');
  vi.advanceTimersByTime(10_000);
  expect(asked).toHaveBeenCalledTimes(1);
  expect((await shown('gu')).words).toEqual(['gu']);
  write('[[payoff: gun|]]');
  await shown('gun');
  left.fire(undefined);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('is asked for once more only where something was kept back', async () => {
  write('[[payoff: gu|]]');
  await shown();
  vi.advanceTimersByTime(10_000);
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ['closed', '[[payoff: gu]]|', ']', undefined],
  ['chosen from a list or pasted', '[[payoff: gun|]]', 'gun', undefined],
  ['undone', '[[payoff: gu|]]', 'u', 1],
  ['beside it', 'x| [[payoff: gu]]', 'x', undefined],
])('is shown at once where it is %s', async (_, marked, text, reason) => {
  write(marked, text, reason);
  expect((await shown('gu')).words).toEqual(['gu']);
});

test('is kept back in a comment too', async () => {
  write('<!-- payoff: gu| -->');
  expect((await shown('gu')).words).toEqual([]);
});
