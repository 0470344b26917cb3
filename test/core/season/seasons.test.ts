import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../../server/core/facts/file-facts.ts';
import type { Season } from '../../../server/core/season/season.ts';
import { Seasons } from '../../../server/core/season/seasons.ts';
import { loadStudy } from '../../../server/core/study/load.ts';
import { season } from '../../fixture.ts';
import { editedFacts, facts, run } from './facts-arbitrary.ts';

const uris = [
  'file:///w/e1.fountain',
  'file:///w/e2.fountain',
  'file:///w/a/x.treatment.md',
  'file:///w/drafts/e3.fountain',
];
const studyUris = ['file:///w/show.study.yaml', 'file:///w/a/other.study.yaml'];
const studies = [
  `title: Show
episodes: [{ number: 1 }, { number: 2 }]
characters: [{ id: anna, name: Anna }]
events: [{ id: e1, text: It happens, told: { episode: 1, flashback: true } }]
threads: [{ id: gun, title: Gun, kind: object, setups: [{ text: On the wall, episode: 1 }], payoffs: [{ text: Bang, event: e2 }] }]
reveals: [{ id: r, fact: murder, to: [anna], evidence: [gun], episode: 2 }]`,
  'title: Other\nfiles: ["*.md"]',
].map((text, i) => loadStudy(studyUris[i]!, text).study);

/** All that a season says, as plain data. */
function told(one: Season) {
  return {
    key: one.key,
    title: one.title,
    over: one.over,
    episodes: one.episodes,
    threads: [...one.threads].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    facts: [...one.facts].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    people: [...one.characters.values()]
      .map(({ id, name, cues }) => ({ id, name, cues }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Goes so many steps, and leaves it at that. */
function take(steps: Generator<void>, most: number): void {
  for (let i = 0; i < most && !steps.next().done; i++);
}

const step = fc.oneof(
  fc.record({ type: fc.constant('set' as const), file: fc.nat(3), facts }),
  fc.record({
    type: fc.constant('edit' as const),
    file: fc.nat(3),
    at: fc.nat(6),
    removed: fc.nat(2),
    inserted: fc.array(run, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('remove' as const), file: fc.nat(3) }),
  fc.record({ type: fc.constant('study' as const), study: fc.nat(1), there: fc.boolean() }),
  fc.record({ type: fc.constant('ask' as const) }),
  fc.record({ type: fc.constant('forget' as const), season: fc.nat(4) }),
  fc.record({ type: fc.constant('prepare' as const), season: fc.nat(4), steps: fc.nat(3) }),
  fc.record({ type: fc.constant('stories' as const), season: fc.nat(4), steps: fc.nat(9) }),
  fc.record({ type: fc.constant('place' as const), steps: fc.nat(3) }),
);

test('seasons kept up to date say what seasons built from scratch say', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const seasons = new Seasons();
      const files = new Map<string, FileFacts>();
      const there = new Map<string, NonNullable<(typeof studies)[0]>>();
      const settings = { folders: ['file:///w'] };
      seasons.configure(settings);
      for (const one of steps) {
        if (one.type === 'ask') seasons.all();
        else if (one.type === 'forget') seasons.forget(seasons.keys()[one.season] ?? '');
        else if (one.type === 'prepare') take(seasons.prepare(seasons.keys()[one.season] ?? ''), one.steps);
        else if (one.type === 'stories') take(seasons.prepareStories(seasons.keys()[one.season] ?? ''), one.steps);
        else if (one.type === 'place') take(seasons.placeAll(), one.steps);
        else if (one.type === 'study') {
          const uri = studyUris[one.study]!;
          if (one.there) there.set(uri, studies[one.study]!);
          else there.delete(uri);
          seasons.setStudy(uri, there.get(uri));
        } else {
          const uri = uris[one.file]!;
          const before = files.get(uri);
          if (one.type === 'remove') {
            files.delete(uri);
            seasons.removeFile(uri);
          } else {
            const after =
              one.type === 'set' ? one.facts : before && editedFacts(before, one.at, one.removed, one.inserted);
            if (!after) continue;
            files.set(uri, after);
            seasons.setFile(uri, after);
          }
        }
      }
      const scratch = new Seasons();
      scratch.configure(settings);
      for (const [uri, study] of there) scratch.setStudy(uri, study);
      for (const uri of uris) if (files.has(uri)) scratch.setFile(uri, files.get(uri)!);
      expect(seasons.all().map(told)).toEqual(scratch.all().map(told));
    }),
    { numRuns: 150 },
  );
});

test('a season that is forgotten is derived again, in the state that it was in', () => {
  const seasons = new Seasons();
  const uri = 'file:///a.fountain';
  const facts: FileFacts = { kind: 'script', head: {}, runs: [{ items: [{ type: 'cue', name: 'ANNA' }] }] };
  seasons.setFile(uri, facts);
  const before = seasons.seasonOf(uri)!;
  const state = seasons.stateOf(uri);
  seasons.forget(before.key);
  expect(seasons.seasonOf(uri)).not.toBe(before);
  expect(told(seasons.seasonOf(uri)!)).toEqual(told(before));
  expect([seasons.stateOf(uri), seasons.stateWithKey(before.key)]).toEqual([state, state]);
  expect(seasons.setFile(uri, facts)).toBe(false);
  seasons.setFile(uri, { ...facts, runs: [] });
  expect(seasons.stateOf(uri)).not.toBe(state);
});

describe('an update that changes nothing', () => {
  const before: FileFacts = {
    kind: 'script',
    head: { title: 'Guns' },
    runs: [{ items: [{ type: 'cue', name: 'ANNA' }] }, { items: [{ type: 'scene', heading: 'INT. HOUSE - DAY' }] }],
  };

  test.each([
    ['the same facts', before],
    ['other facts with the same runs', { ...before, head: { ...before.head }, runs: [...before.runs] }],
  ])('does no work: %s', (_, again) => {
    const seasons = new Seasons();
    seasons.setFile('file:///a.fountain', before);
    const season = seasons.seasonOf('file:///a.fountain');
    const { work, revision } = seasons;
    expect(seasons.setFile('file:///a.fountain', again)).toBe(false);
    expect(seasons.seasonOf('file:///a.fountain')).toBe(season);
    expect([seasons.work, seasons.revision]).toEqual([work, revision]);
  });

  test('leaves the seasons of other files alone', () => {
    const seasons = new Seasons();
    seasons.setFile('file:///a.fountain', before);
    seasons.setFile('file:///b.fountain', before);
    const other = seasons.seasonOf('file:///b.fountain');
    seasons.setFile('file:///a.fountain', { ...before, runs: [] });
    expect(seasons.seasonOf('file:///b.fountain')).toBe(other);
  });
});

test('typing in prose does no work, typing in an annotation as much as its run has items', () => {
  const { seasons, uri, manuscripts } = season('--- e1.fountain\nINT. HOUSE - NIGHT\n\nText. [[setup: gun]]\n');
  const one = manuscripts.get('e1.fountain')!;
  seasons.seasonOf(uri('e1.fountain'));
  const { work } = seasons;
  const at = one.text.toString().indexOf('Text');
  expect(seasons.setFile(uri('e1.fountain'), one.edit([{ start: at, end: at, insert: 'More ' }]).facts)).toBe(false);
  expect(seasons.work).toBe(work);
  const id = one.text.toString().indexOf('gun');
  expect(seasons.setFile(uri('e1.fountain'), one.edit([{ start: id, end: id, insert: 'be' }]).facts)).toBe(true);
  expect(seasons.work).toBeGreaterThan(work);
  expect([...seasons.seasonOf(uri('e1.fountain'))!.threads.keys()]).toEqual(['begun']);
});

test('a file moves to another season when its text says another study', () => {
  const { seasons, uri } = season(`--- all.study.yaml
title: All
--- e1.fountain
Title: One
`);
  const one = uri('e1.fountain');
  expect(seasons.seasonOf(one)?.title).toBe('All');
  seasons.setFile(one, { kind: 'script', head: { title: 'One', study: 'none' }, runs: [] });
  expect(seasons.seasonOf(one)?.title).toBe('One');
  expect(seasons.all().map(({ title, files }) => [title, files.size])).toEqual([
    ['All', 0],
    ['One', 1],
  ]);
});

test('a study without files has its season where files were put in their places one by one', () => {
  const seasons = new Seasons();
  seasons.configure({ folders: ['file:///w'] });
  seasons.setStudy(studyUris[0]!, studies[0]);
  seasons.setFile(uris[0]!, { kind: 'script', runs: [], head: { study: 'none' } });
  take(seasons.placeAll(), 2);
  expect(seasons.unplaced).toBe(0);
  expect(seasons.all().map(({ title }) => title)).toEqual(['Show', 'w']);
});

test('a study stands alone, and goes when its file goes', () => {
  const { seasons, uri } = season('--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object }]');
  expect([...seasons.seasonOf(uri('all.study.yaml'))!.threads.keys()]).toEqual(['gun']);
  seasons.setStudy(uri('all.study.yaml'), undefined);
  expect(seasons.all()).toEqual([]);
});

test('a built-in study is there for those who name it', () => {
  const builtIn = loadStudy('chekhov:/all-her-fault.study.yaml', 'title: All Her Fault').study!;
  const { seasons, uri } = season('--- mine.fountain\nStudy: All-Her-Fault\n\nText.', {
    builtIn: { 'all-her-fault': builtIn.uri },
  });
  expect(seasons.seasonOf(uri('mine.fountain'))?.title).toBe('mine');
  seasons.setStudy(builtIn.uri, builtIn);
  expect(seasons.seasonOf(uri('mine.fountain'))?.title).toBe('All Her Fault');
  seasons.removeFile(uri('mine.fountain'));
  expect(seasons.all()).toEqual([]);
});

test('a key in an id tells anew the stories of that id, and not those of the others in its scene', () => {
  const { seasons, uri, manuscripts } = season(
    '--- e1.fountain\nINT. HOUSE - NIGHT\n\n[[setup: gun]] [[setup: glass]] [[reveal: murder]]\n',
  );
  const one = manuscripts.get('e1.fountain')!;
  const before = seasons.seasonOf(uri('e1.fountain'))!;
  const [gun, glass, murder] = [before.threads.get('gun'), before.threads.get('glass'), before.facts.get('murder')];
  const id = one.text.toString().indexOf('gun');
  const edited = one.edit([{ start: id + 3, end: id + 3, insert: 's' }]);
  seasons.setFile(uri('e1.fountain'), edited.facts);
  const after = seasons.seasonOf(uri('e1.fountain'))!;
  expect(after.threads.get('glass')).toBe(glass);
  expect(after.facts.get('murder')).toBe(murder);
  expect(after.threads.get('gun')).toBeUndefined();
  expect(after.threads.get('guns')!.setups[0]).toEqual({ ...gun!.setups[0], thread: 'guns', mark: expect.anything() });
});
