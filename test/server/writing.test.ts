import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationChoicesResult } from '../../server/protocol/annotating.ts';
import type { TextChange } from '../../server/protocol/positions.ts';
import type { LengthsResult } from '../../server/protocol/scene.ts';
import type { ChangeElementResult, NumberScenesResult, WritingKeysResult } from '../../server/protocol/writing.ts';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const text = 'Episode: 1\n\nINT. FLAT - NIGHT\n\nA key. [[setup: key]]\n\nBOB\nHi.\n';

let folder: Folder;
let editor: Editor;
let uri: string;

beforeAll(async () => {
  folder = new Folder({ 'e1.fountain': text, 'a.study.yaml': 'study: 1\ntitle: A\n' });
  editor = await Editor.start({ folders: [folder] });
  uri = folder.file('e1.fountain');
  await editor.open(uri, text);
});

afterAll(async () => {
  await editor.stop();
  folder.remove();
});

const at = (line: number, character: number) => ({ uri, position: { line, character } });

describe('what a writer does', () => {
  it('has keys for where the cursor is', async () => {
    const keys = (line: number, character: number) =>
      editor.request<WritingKeysResult>('chekhov/writingKeys', at(line, character));
    expect(await keys(2, 17)).toEqual({ enter: 'newElement', byRule: true });
    expect(await keys(6, 3)).toEqual({ tab: 'parentheticalBelow' });
    expect(await keys(4, 2)).toEqual({});
    expect(await editor.request('chekhov/writingKeys', { ...at(0, 0), uri: folder.file('a.study.yaml') })).toBeNull();
  });

  it('changes what a line is', async () => {
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
    const ask = (kind: string) =>
      editor.request<ChangeElementResult>('chekhov/changeElement', { uri, ranges: [range], kind });
    expect(await ask('centered')).toEqual({
      edits: [
        {
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 21 } },
          newText: '> A key. [[setup: key]] <',
        },
      ],
    });
    expect(await ask('dialogue')).toEqual({ edits: [], refused: 'noSpeech' });
  });

  it('numbers scenes', async () => {
    const found = await editor.request<NumberScenesResult>('chekhov/numberScenes', { uri, step: 'number' });
    const place = { line: 2, character: 17 };
    expect(found).toEqual({ edits: [{ range: { start: place, end: place }, newText: ' #1#' }], left: [] });
  });

  it('annotates', async () => {
    const choices = await editor.request<AnnotationChoicesResult>('chekhov/annotationChoices', { uri, kind: 'payoff' });
    expect(choices.choices.map(({ word }) => word)).toEqual(['key']);
    const positions = [{ line: 7, character: 2 }];
    const body = 'payoff: key';
    const edits = await editor.request<TextChange[]>('chekhov/insertAnnotation', { uri, positions, body });
    const end = { line: 7, character: 3 };
    expect(edits).toEqual([{ range: { start: end, end }, newText: ' [[payoff: key]]' }]);
  });

  it('writes a time of playback', async () => {
    const ask = (line: number, character: number) =>
      editor.request<TextChange[] | null>('chekhov/playbackTime', { ...at(line, character), time: '41:30' });
    expect((await ask(4, 12))?.map(({ newText }) => newText)).toEqual([' at=41:30']);
    expect(await ask(4, 2)).toBeNull();
  });

  it('knows how long it all is', async () => {
    const selections = [{ start: { line: 4, character: 0 }, end: { line: 4, character: 6 } }];
    const found = await editor.request<LengthsResult>('chekhov/lengths', { ...at(4, 0), selections });
    expect(found).toMatchObject({
      whole: { words: 6, pages: '1/8', minutes: 0.125, pageCount: 1 },
      selected: { words: 2 },
      scene: { title: 'INT. FLAT - NIGHT', pages: '1/8' },
    });
  });
});
