// What comes after Enter, in whatever order the editor tells what has happened.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '../../client/server/connection.ts';
import { FakeEmitter, FakePosition, FakeRange, fakeVscode } from './fake-vscode.ts';

const KEYBOARD = 1;
const changed = new FakeEmitter<object>();
const moved = new FakeEmitter<object>();
/** What happens when the server has been asked; before the editor makes an edit; and between the edit and its word that it is made. */
let [asked, refusing, making] = [0, () => undefined as unknown, () => undefined as unknown];
let text = '';
let cursor = 0;

const lines = (): string[] => text.split('\n');
const offsetAt = ({ line, character }: FakePosition): number =>
  lines()
    .slice(0, line)
    .reduce((sum, one) => sum + one.length + 1, character);
const positionAt = (offset: number): FakePosition => {
  const before = text.slice(0, offset).split('\n');
  return new FakePosition(before.length - 1, before.at(-1)!.length);
};

const document = {
  languageId: 'fountain',
  uri: 'file:///a.fountain',
  eol: 1,
  version: 1,
  get lineCount() {
    return lines().length;
  },
  lineAt: (line: number) => {
    const own = lines()[line]!;
    return { text: own, isEmptyOrWhitespace: own.trim() === '', range: new FakeRange(line, 0, line, own.length) };
  },
  getText: ({ start, end }: FakeRange) => text.slice(offsetAt(start), offsetAt(end)),
};

/** Changes the text, and tells of it; the cursor goes on with what stands behind it. */
function replace(start: number, end: number, insert: string, kind?: number): void {
  const [from, to] = [positionAt(start), positionAt(end)];
  text = text.slice(0, start) + insert + text.slice(end);
  if (cursor >= start) cursor = Math.max(start, cursor - (end - start)) + insert.length;
  document.version++;
  const range = new FakeRange(from.line, from.character, to.line, to.character);
  changed.fire({ document, contentChanges: [{ range, text: insert }], reason: undefined });
  moved.fire({ textEditor: editor, selections: [editor.selection], kind });
}

const editor = {
  document,
  options: { tabSize: 4, insertSpaces: true },
  get selection() {
    return { active: positionAt(cursor), isEmpty: true };
  },
  edit: async (write: (edit: object) => void) => {
    const { version } = document;
    refusing();
    if (document.version !== version) return false;
    write({
      insert: (at: FakePosition, insert: string) => replace(offsetAt(at), offsetAt(at), insert),
      delete: ({ start, end }: FakeRange) => replace(offsetAt(start), offsetAt(end), ''),
    });
    making();
    return true;
  },
};

vi.mock('vscode', () => ({
  ...fakeVscode().vscode,
  Range: FakeRange,
  EndOfLine: { LF: 1, CRLF: 2 },
  IndentAction: { None: 0 },
  TextEditorSelectionChangeKind: { Keyboard: KEYBOARD },
  window: { activeTextEditor: editor, onDidChangeTextEditorSelection: moved.event },
  workspace: {
    onDidChangeTextDocument: changed.event,
    getConfiguration: () => ({ get: (name: string) => name === 'enter' }),
  },
}));
const { NewElements } = await import('../../client/writing/new-elements.ts');

/** A server for which every line begins a new element. */
const server = { request: async () => ({ enter: 'newElement', byRule: ++asked > 0 }) } as unknown as Connection;
let elements: InstanceType<typeof NewElements>;

const type = (keys: string): void => replace(cursor, cursor, keys, KEYBOARD);
const once = (happens: () => void) => {
  let isDone = false;
  return () => {
    if (!isDone) happens();
    isDone = true;
  };
};

beforeEach(() => {
  vi.useFakeTimers();
  [asked, refusing, making] = [0, () => undefined, () => undefined];
  text = '.A';
  cursor = text.length;
  elements = new NewElements(server);
});

afterEach(() => {
  elements.dispose();
  vi.useRealTimers();
});

/** The text once all is done, with `|` for the cursor. */
async function after(): Promise<string> {
  await vi.advanceTimersByTimeAsync(10_000);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

test('the blank line comes where the editor has not made it', async () => {
  type('\n');
  expect(await after()).toBe('.A\n\n|');
});

test('it comes between what has been typed', async () => {
  type('\n');
  type('Rain.');
  expect(await after()).toBe('.A\n\nRain.|');
});

test('Enter twice adds one blank line, with and without the rules of the editor', async () => {
  type('\n\n');
  type('\n');
  expect(await after()).toBe('.A\n\n|');
  type('.B');
  type('\n');
  await after();
  type('\n');
  expect(await after()).toBe('.A\n\n.B\n\n|');
});

test('the second Enter may come before the word that the blank line is there', async () => {
  making = once(() => type('\n'));
  type('\n');
  expect(await after()).toBe('.A\n\n|');
});

test('a blank line that somebody has typed meanwhile is the one, and a third Enter adds one', async () => {
  refusing = once(() => type('\n'));
  type('\n');
  expect(await after()).toBe('.A\n\n|');
  type('\n');
  expect(await after()).toBe('.A\n\n\n|');
});

test('a third Enter that comes while the blank line is being made adds one', async () => {
  refusing = once(() => {
    type('\n');
    type('\n');
  });
  type('\n');
  expect(await after()).toBe('.A\n\n\n|');
});

test('a line end that no key has made is left as it is, and nobody is asked about it', async () => {
  replace(cursor, cursor, '\n');
  type('Rain.');
  expect(await after()).toBe('.A\nRain.|');
  expect(asked).toBe(0);
});
