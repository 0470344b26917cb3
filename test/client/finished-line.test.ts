// The form that a line gets when Enter finishes it, while somebody goes on typing.
import { beforeEach, expect, test, vi } from 'vitest';
import type { TextEditor } from 'vscode';
import { FakeRange, fakeVscode } from './fake-vscode.ts';

const fake = fakeVscode();
/** What happens to the text while the server answers, by the number of the question. */
let meanwhile: (question: number) => void = () => undefined;
let questions = 0;
let answers: (question: number) => { range: FakeRange; newText: string }[] | undefined;
let lines: string[];
let version = 1;
const type = (line: number, text: string): void => {
  lines[line] += text;
  version++;
};
const document = {
  uri: 'file:///a.fountain',
  get version() {
    return version;
  },
  get lineCount() {
    return lines.length;
  },
  lineAt: (line: number) => ({ range: new FakeRange(line, 0, line, lines[line]!.length) }),
  getText: ({ start, end }: FakeRange) => lines.slice(start.line, end.line + 1).join('\n'),
};
const editor = {
  document,
  options: { tabSize: 4, insertSpaces: true },
  edit: async (write: (edit: object) => void) => {
    write({
      replace: ({ start, end }: FakeRange, text: string) => {
        const line = lines[start.line]!;
        lines[start.line] = line.slice(0, start.character) + text + line.slice(end.character);
      },
    });
    return true;
  },
};
vi.mock('vscode', () => ({
  ...fake.vscode,
  Range: FakeRange,
  workspace: { getConfiguration: () => ({ get: () => true }) },
  commands: {
    executeCommand: async () => {
      questions++;
      meanwhile(questions);
      return answers(questions);
    },
  },
}));
const { formatFinishedLine } = await import('../../client/writing/format-finished-line.ts');

const capitals = [{ range: new FakeRange(0, 0, 0, 15), newText: 'INT. ROOM - DAY' }];

beforeEach(() => {
  lines = ['int. room - day', '', ''];
  questions = 0;
  meanwhile = () => undefined;
  answers = () => capitals;
});

test('comes though one goes on typing below it', async () => {
  meanwhile = () => type(2, 'x');
  await formatFinishedLine(editor as unknown as TextEditor, 0);
  expect(lines).toEqual(['INT. ROOM - DAY', '', 'x']);
});

test('comes though a question was overtaken, and is not asked for again where there is nothing to do', async () => {
  meanwhile = (question) => question < 5 && type(2, 'x');
  answers = (question) => (question < 5 ? undefined : capitals);
  await formatFinishedLine(editor as unknown as TextEditor, 0);
  expect(lines[0]).toBe('INT. ROOM - DAY');
  questions = 0;
  meanwhile = () => undefined;
  answers = () => [];
  await formatFinishedLine(editor as unknown as TextEditor, 0);
  expect(questions).toBe(1);
});

test('comes when the typing rests, however long it went on', async () => {
  vi.useFakeTimers();
  try {
    // Each answer comes too late, as on a slow machine; the editor takes no edit of a text that is another one by then.
    meanwhile = (question) => question < 60 && type(2, 'x');
    answers = (question) => (question < 60 ? [{ range: new FakeRange(0, 0, 9, 0), newText: '' }] : capitals);
    const done = formatFinishedLine(editor as unknown as TextEditor, 0);
    await vi.advanceTimersByTimeAsync(60_000);
    await done;
    expect(lines[0]).toBe('INT. ROOM - DAY');
  } finally {
    vi.useRealTimers();
  }
});

test('does not come where one has gone back to the line', async () => {
  meanwhile = () => type(0, '!');
  await formatFinishedLine(editor as unknown as TextEditor, 0);
  expect(lines[0]).toBe('int. room - day!');
});
