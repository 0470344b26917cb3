import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MarkRange } from '../../server/protocol/marks.ts';
import type { CounterpartsResult, MoveParams, MoveResult } from '../../server/protocol/moving-about.ts';
import type { SceneResult } from '../../server/protocol/scene.ts';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const first = `Episode: 1

INT. HALL - DAY

A key. [[setup: key]]

MARA
Nobody saw. [[setup: letter]]
`;
const second = '## Later\n\nIt fits. [[payoff: key]]\n';

let folder: Folder;
let editor: Editor;
const one = () => folder.file('e1.fountain');
const two = () => folder.file('e2.treatment.md');

describe.each([{ process: false }, { process: true }])('marks in an editor, the server %o', (options) => {
  beforeEach(async () => {
    folder = new Folder({ 'e1.fountain': first, 'e2.treatment.md': second });
    editor = await Editor.start({ folders: [folder], settings: {}, ...options });
    await editor.open(one(), first);
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const at = (line: number, character = 0) => ({ uri: one(), position: { line, character } });
  const move = (line: number, stride: MoveParams['stride'], direction: MoveParams['direction'] = 'next') =>
    editor.request<MoveResult | null>('chekhov/move', { ...at(line), stride, direction });

  it('are told with their ranges, and follow what is typed', async () => {
    const marks = () => editor.request<MarkRange[]>('chekhov/marks', { uri: one() });
    expect(await marks()).toEqual([
      { range: { start: { line: 4, character: 7 }, end: { line: 4, character: 21 } }, kind: 'setup' },
      { range: { start: { line: 7, character: 12 }, end: { line: 7, character: 29 } }, kind: 'setup' },
    ]);
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    await editor.change(one(), { range, text: 'There:\n' });
    expect((await marks()).map(({ range: { start } }) => start.line)).toEqual([5, 8]);
    expect(await editor.request('chekhov/marks', { uri: folder.file('none.fountain') })).toEqual([]);
  });

  it('lead on, round their text, and into files that are not open', async () => {
    expect(await move(0, 'mark')).toMatchObject({ location: { range: { start: { line: 4, character: 7 } } } });
    expect(await move(8, 'mark')).toMatchObject({ wrapped: true, location: { range: { start: { line: 4 } } } });
    expect(await move(4, 'scene')).toEqual({
      location: { uri: two(), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } } },
    });
    expect(await move(0, 'act')).toBeNull();
    expect(await move(0, 'unpaid')).toMatchObject({ location: { range: { start: { line: 7 } } } });
  });

  it('lead to their other side', async () => {
    const found = await editor.request<CounterpartsResult>('chekhov/counterparts', at(4, 2));
    expect(found).toMatchObject({ side: 'payoffs', locations: [{ uri: two(), range: { start: { line: 2 } } }] });
    expect(found.everywhere).toHaveLength(2);
    expect(await editor.request('chekhov/counterparts', at(0))).toBeNull();
  });

  it('and the scene at the cursor is told', async () => {
    const report = await editor.request<SceneResult>('chekhov/scene', at(7));
    expect(report).toMatchObject({
      rows: [
        { kind: 'scene', label: 'INT. HALL - DAY', location: { range: { start: { line: 2 } } } },
        {
          id: 'people',
          children: [{ label: 'MARA', description: 'speaks', location: { range: { start: { line: 6 } } } }],
        },
        { id: 'threads', children: [{ label: 'key' }, { label: 'letter', description: 'in this scene · setup' }] },
      ],
    });
    expect(await editor.request('chekhov/scene', at(0))).toEqual({ none: 'noScene' });
    expect(
      await editor.request('chekhov/scene', { uri: folder.file('none.md'), position: { line: 0, character: 0 } }),
    ).toBeNull();
  });

  it('what a file is, a study may say', async () => {
    const kind = (name: string) => editor.request('chekhov/fileKind', { uri: folder.file(name) });
    expect(await kind('e2.treatment.md')).toBe('treatment');
    expect(await kind('README.md')).toBeNull();
  });
});
