import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { studyFromAnnotations } from '../../../server/core/study-writing/study-from-annotations.ts';
import { season } from '../../fixture.ts';
import { found } from '../rules/findings.ts';

const written = (source: string, horizon?: number) =>
  studyFromAnnotations(season(source).season(), horizon === undefined ? undefined : { episode: horizon });
const loaded = (text: string) => loadStudy('file:///show/made.study.yaml', text);

const story = `--- e1.fountain
Title: The Long Table
Episode: 1

# Act One

INT. KITCHEN - DAY

[[setup: Peter's soy allergy for=murder event=dinner]] [[setup: clock intent=motif]] [[knows: murder who=peter]]

DET. ALCARAS
Who cooked?

[[turn: act-out | He sits down.]]
--- e2.treatment.md
# Episode 2: The Bill

[[form: finale]]

[[payoff: peters-soy-allergy]]

[[reveal: murder to=marissa,audience via="a recording" event=dinner]] [[herring: cook cleared]]
`;

test('it has the threads, facts, reveals, turns and people of the texts', () => {
  const text = written(story)!;
  const { study, problems } = loaded(text);
  expect(problems).toEqual([]);
  expect(study).toMatchObject({
    title: 'The Long Table',
    files: ['*.fountain', '*.treatment.md'],
    episodes: [],
    characters: [
      { id: 'det-alcaras', name: 'Det. Alcaras' },
      { id: 'peter', name: 'Peter' },
      { id: 'marissa', name: 'Marissa' },
    ],
    events: [{ id: 'dinner', text: 'Dinner', told: { episode: 1 } }],
    facts: [{ id: 'murder', text: 'Murder', knownBy: ['peter'] }],
    threads: [
      { id: 'peters-soy-allergy', title: "Peter's soy allergy", kind: 'clue', evidenceFor: ['murder'] },
      { id: 'clock', title: 'Clock', kind: 'motif', intent: 'motif' },
      { id: 'cook', kind: 'object', intent: 'herring' },
    ],
    reveals: [{ id: 'murder', fact: 'murder', to: ['marissa', 'audience'], via: 'a recording', episode: 2 }],
    turns: [{ id: 'e1-act-out', kind: 'act-out', text: 'He sits down.', episode: 1 }],
  });
});

test('it does not say of a season that is being written that it is over', () => {
  expect(written(story)).toContain(
    '# episodes:\n#   - number: 1\n#   - number: 2\n#     title: The Bill\n#     form: finale\n',
  );
  const open = story.replace('[[setup: clock', '[[setup: rope]] [[setup: clock');
  const unpaid = (source: string) => found(source).filter((line) => line.includes('setup.unpaid'));
  expect(unpaid(open)).toEqual(['hint setup.unpaid e1.fountain: rope']);
  expect(unpaid(`${open}--- made.study.yaml\n${written(open)}`)).toEqual(unpaid(open));
  const planned = `${story}--- old.study.yaml\nstudy: 1\ntitle: A\nepisodes: [{ number: 1 }, { number: 3 }]\n`;
  expect(loaded(written(planned)!).study!.episodes.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('beside the texts it changes nothing of what they tell', () => {
  const before = season(story).season();
  const after = season(`${story}--- made.study.yaml\n${written(story)}`).season('e1.fountain');
  expect(
    [...after.threads.values()]
      .map(({ id, title, intent, status, evidenceFor }) => [id, title, intent, status, evidenceFor])
      .sort(),
  ).toEqual(
    [...before.threads.values()]
      .map(({ id, title, intent, status, evidenceFor }) => [
        id,
        title === id ? after.threads.get(id)!.title : title,
        intent,
        status,
        evidenceFor,
      ])
      .sort(),
  );
  const points = ({ facts }: typeof before) =>
    [...facts.values()].flatMap(({ id, points }) =>
      points.map(({ role, who, via, text }) => [id, role, who, via, text?.item]),
    );
  expect(points(after)).toEqual(points(before));
});

test('where nothing is annotated and nobody speaks there is nothing to write', () => {
  expect(written('--- e1.treatment.md\nNothing.')).toBeUndefined();
});

test('it goes no farther than the horizon', () => {
  const text = written(story, 1)!;
  expect(loaded(text).problems).toEqual([]);
  expect(text).toContain('as far as episode 1');
  expect(text).not.toMatch(/murder|The Bill|recording|cook:/i);
});

test('a study that is there already lends its words', () => {
  const source = `--- all.study.yaml
title: The Table
season: 2
files: ["*.fountain"]
characters: [{ id: ann, name: Ann Lee, aliases: [Ann] }]
threads: [{ id: gun, title: The gun, kind: promise }, { id: unused, title: Unused, kind: object }]
--- e1.fountain
Episode: 1

ANN
Hello. [[setup: gun]]
`;
  expect(loaded(written(source)!).study).toMatchObject({
    title: 'The Table',
    season: 2,
    characters: [{ id: 'ann', name: 'Ann Lee', aliases: [{ name: 'Ann' }] }],
    threads: [{ id: 'gun', title: 'The gun', kind: 'promise' }],
  });
});

test('whatever is annotated makes a study without problems, and all of it', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'gun',
      'null',
      'true',
      '1e3',
      '007',
      'ⅷ',
      '½',
      'día',
      '_',
      'a-b',
      'yes',
      '~',
      '2020-01-01',
      'audience',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(/[[\]]/g, '')),
  );
  const mark = fc
    .tuple(
      fc.constantFrom('setup', 'payoff', 'herring', 'reveal', 'learns', 'knows', 'uses', 'turn', 'form', 'storyline'),
      fc.array(word, { minLength: 1, maxLength: 2 }),
      fc.array(fc.tuple(fc.constantFrom('to', 'who', 'for', 'via', 'event', 'at', 'as', 'intent'), word), {
        maxLength: 3,
      }),
      fc.option(word),
    )
    .map(([kind, ids, keys, note]) => {
      const pairs = keys.map(([key, value]) => ` ${key}="${value.replaceAll('"', '')}"`).join('');
      return `[[${kind}: ${ids.join(',')}${pairs}${note === null ? '' : ` | ${note}`}]]`;
    });
  const line = fc.oneof(
    mark,
    fc.constantFrom('INT. HALL - DAY', '# Episode 2', '# Episode 99999999999999999999', '# Act One', '# S2E1'),
    word.map((name) => `@${name}\nHello.`),
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n\n'));
  fc.assert(
    fc.property(text, text, word, (first, second, title) => {
      const source = `--- e1.fountain\nTitle: ${title}\n\n${first}\n--- e2.treatment.md\n${second}\n`;
      const whole = season(source).season();
      const made = studyFromAnnotations(whole);
      if (made === undefined) return;
      const { study, problems } = loaded(made);
      expect(problems).toEqual([]);
      expect(study!.threads.map(({ id }) => id)).toEqual([...whole.threads.keys()]);
    }),
    { numRuns: 400 },
  );
});
