import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStudy } from '../../server/core/study/load.ts';
import type {
  AddToStudyResult,
  CreateStudyResult,
  NewStudyResult,
  StudyOfferResult,
} from '../../server/protocol/new-studies.ts';
import type { TextChange } from '../../server/protocol/positions.ts';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const script = (episode: number, more: string) =>
  `Title: The Gull\nEpisode: ${episode}\n\nINT. HALL - DAY\n\n${more}\n`;
const study = `study: 1
title: The Gull
files: ["*.fountain"]
threads:
  - id: gun # hung up
    title: The gun
    kind: object
`;

/** What changes make of a text. */
function changed(text: string, changes: readonly TextChange[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: TextChange['range']['start']) =>
    lines.slice(0, line).reduce((sum, it) => sum + it.length + 1, character);
  return changes.reduceRight((now, { range: { start, end }, newText }) => {
    return now.slice(0, offset(start)) + newText + now.slice(offset(end));
  }, text);
}

describe('a new study', () => {
  const one = new Folder();
  const two = new Folder();
  let editor: Editor;

  beforeAll(async () => {
    one.write('e1.fountain', script(1, 'A gun.'));
    one.write('scripts/e2.treatment.md', '---\ntitle: The Gull\n---\n\n# Episode 2: The Shot\n');
    two.write('film.fountain', 'Title: Der Vogel\n\nINT. HALL - DAY\n');
    two.write('b.study.yaml', 'study: 1\ntitle: B\n');
    editor = await Editor.start({ folders: [one, two] });
  });
  afterAll(async () => {
    await editor.stop();
    one.remove();
    two.remove();
  });

  const offer = (place: object) => editor.request<StudyOfferResult>('chekhov/studyOffer', place);

  it('is offered what the texts in its folder say', async () => {
    expect(await offer({ folder: one.uri })).toEqual({ title: 'The Gull', episodes: 2, told: 2 });
    expect(await offer({ folder: `${one.uri}/scripts` })).toEqual({ title: 'The Gull', episodes: 2, told: 1 });
    expect(await offer({ folder: two.uri })).toEqual({
      title: 'Der Vogel',
      episodes: 1,
      told: 0,
      study: { uri: two.file('b.study.yaml'), name: 'b.study.yaml' },
    });
    expect(await offer({ folder: `${one.uri}/empty` })).toEqual({ told: 0 });
    expect(await offer({})).toEqual({ told: 0 });
  });

  it('is offered what a text without a folder says', async () => {
    await editor.open('untitled:Untitled-1', script(3, ''), 'fountain');
    expect(await offer({ uri: 'untitled:Untitled-1' })).toEqual({ title: 'The Gull', episodes: 3, told: 1 });
    await editor.close('untitled:Untitled-1');
  });

  it('has it', async () => {
    const params = { folder: one.uri, title: 'The Gull', episodes: 2 };
    const made = await editor.request<NewStudyResult>('chekhov/newStudy', params);
    expect(made).toMatchObject({ name: 'the-gull.study.yaml' });
    expect(made.applies).toBeUndefined();
    expect(loadStudy('file:///x', made.text)).toMatchObject({
      problems: [],
      study: {
        title: 'The Gull',
        files: ['**/*.treatment.md', '*.fountain'],
        episodes: [{ number: 1 }, { number: 2, title: 'The Shot' }],
      },
    });
  });

  it('of two in a folder has a name of its own, and it is said which applies', async () => {
    const make = (title: string) =>
      editor.request<NewStudyResult>('chekhov/newStudy', { folder: two.uri, title, episodes: 1, another: true });
    expect(await make('B')).toMatchObject({
      name: 'b-2.study.yaml',
      applies: { name: 'b-2.study.yaml', isNew: true, because: 'files' },
    });
    await editor.open(two.file('b.study.yaml'), 'study: 1\ntitle: B\nfiles: ["*.fountain"]\n');
    expect((await make('C')).applies).toEqual({ name: 'b.study.yaml', isNew: false, because: 'first' });
    expect((await make('A')).applies).toEqual({ name: 'a.study.yaml', isNew: true, because: 'first' });
  });
});

describe('a study that applies already', () => {
  const folder = new Folder();
  let editor: Editor;
  const file = (name: string) => folder.file(name);
  const create = (name: string) => editor.request<CreateStudyResult>('chekhov/createStudy', { uri: file(name) });
  const add = (name: string, entries: readonly object[]) =>
    editor.request<AddToStudyResult>('chekhov/addToStudy', { uri: file(name), entries });

  beforeAll(async () => {
    folder.write('e1.fountain', script(1, 'A gun. [[setup: gun]] [[setup: The Brass Key]]'));
    folder.write('e2.fountain', script(2, '[[payoff: guns]] [[learns: theft who=jo]]'));
    folder.write('gull.study.yaml', study);
    folder.write('named/e1.fountain', script(1, '[[setup: gun]]').replace('Episode', 'Study: all-her-fault\nEpisode'));
    editor = await Editor.start({ folders: [folder] });
  });
  afterAll(async () => {
    await editor.stop();
    folder.remove();
  });

  it('is told, with what it lacks and which of two would apply', async () => {
    const { file: made, ...rest } = await create('e1.fountain');
    // Nothing that is there is written over.
    expect(made!.name).toBe('the-gull.study.yaml');
    expect(rest).toEqual({
      folder: folder.uri,
      study: { uri: file('gull.study.yaml'), name: 'gull.study.yaml' },
      missing: [
        { list: 'characters', id: 'jo', title: 'Jo' },
        { list: 'facts', id: 'theft', title: 'Theft' },
        { list: 'threads', id: 'the-brass-key', title: 'The Brass Key' },
        { list: 'threads', id: 'guns', title: 'Guns', near: 'gun' },
      ],
      applies: { name: 'gull.study.yaml', isNew: false, because: 'first' },
    });
  });

  it('gets what is chosen, as it stands in the editor, and then has everything', async () => {
    const open = `${study}\n# The end.\n`;
    await editor.open(file('gull.study.yaml'), open);
    const { missing } = await create('e1.fountain');
    const { changes, shown } = await add('e1.fountain', missing!);
    const now = changed(open, changes!);
    expect(now.startsWith(study.slice(0, study.indexOf('threads:')))).toBe(true);
    expect(now).toContain('  - id: the-brass-key\n    title: The Brass Key\n    kind: object\n  - id: guns\n');
    expect(now).toContain(
      'characters:\n  - id: jo\n    name: Jo\n\nfacts:\n  - id: theft\n    text: Theft\n    status: holds\n',
    );
    expect(now.split('\n')[shown!.start.line]!.slice(shown!.start.character)).toBe('- id: the-brass-key');
    await editor.change(file('gull.study.yaml'), { text: now });
    expect((await create('e1.fountain')).missing).toEqual([]);
    expect(await add('e1.fountain', missing!)).toEqual({ refused: expect.stringContaining('gull.study.yaml') });
  });

  it('that cannot be read is left alone', async () => {
    await editor.change(file('gull.study.yaml'), { text: 'study: 1\ntitle: [The Gull\n' });
    const { study: there, missing } = await create('e1.fountain');
    expect(there).toMatchObject({ name: 'gull.study.yaml', closed: 'broken' });
    expect(missing).toEqual([]);
    expect(await add('e1.fountain', [{ list: 'characters', id: 'jo' }])).toMatchObject({ refused: expect.any(String) });
    await editor.change(file('gull.study.yaml'), { text: study });
  });

  it('and is built in cannot be added to; one of the name that the text says would take its place', async () => {
    expect(await create('named/e1.fountain')).toMatchObject({
      folder: `${folder.uri}/named`,
      study: { name: 'All Her Fault', closed: 'builtIn' },
      missing: [],
      applies: { name: 'all-her-fault.study.yaml', isNew: true, because: 'named' },
    });
    const refused = await add('named/e1.fountain', [{ list: 'threads', id: 'gun' }]);
    expect(refused).toEqual({ refused: 'There is no study here that can be changed.' });
  });

  it('would be another, were the other’s files the only ones that fit', async () => {
    await editor.change(file('gull.study.yaml'), { text: study.replace('*.fountain', '*.treatment.md') });
    // The one that is made takes the patterns of the one that applies.
    expect((await create('e1.fountain')).applies).toEqual({ name: 'gull.study.yaml', isNew: false, because: 'first' });
    await editor.change(file('gull.study.yaml'), { text: study.replace('files: ["*.fountain"]\n', '') });
    expect((await create('e1.fountain')).applies).toMatchObject({ isNew: true, because: 'files' });
  });
});
