import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { diagnose, type RuleSettings } from '../../../server/core/rules/diagnose.ts';
import { defaultLimits } from '../../../server/core/rules/limits.ts';
import { Seasons } from '../../../server/core/season/seasons.ts';
import { loadStudy } from '../../../server/core/study/load.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';

/** What was found is kept while a season stays the same: it must never show. */

const studyUri = 'file:///w/show.study.yaml';
const study = loadStudy(
  studyUri,
  `study: 1
title: Show
files: ["*"]
episodes: [{ number: 1, form: chamber-play }, { number: 2 }, { number: 3 }]
characters: [{ id: anna, name: Anna }, { id: bo, name: Bo }]
places: [{ id: flat, name: Flat, aliases: [KITCHEN] }]
facts: [{ id: murder, text: It was Bo., status: disputed }, { id: swap, text: They were swapped. }]
threads: [{ id: gun, title: Gun, kind: object, evidence_for: [murder] }, { id: glass, title: Glass, kind: object }]
reveals: [{ id: r, fact: murder, to: [anna], evidence: [gun], episode: 2 }]
`,
).study!;
const uris = ['file:///w/e1.fountain', 'file:///w/e2.fountain', 'file:///w/e3.treatment.md'];
const beginnings = [
  'Episode: 1\n\nINT. FLAT - DAY\n\nA gun. [[setup: gun]]\n\nANNA\nHello. [[stup: glass]]\n\nINT. CAR - NIGHT\n\n[[payoff: glass]]\n',
  'Episode: 2\n\nINT. FLAT - DAY\n\n[[payoff: gun]] [[reveal: murder to=anna]]\n\nBO\nI know. [[uses: swap who=bo]]\n',
  '# Episode 3\n\n## Act One\n\nThey meet. [[reminder: gun]] [[learns: swap who=bo]]\n\n## Act Two\n\nThe end.\n',
];

const pieces = fc.constantFrom(
  ...['x', ' ', '\n', '\n\n', '[[', ']]', '/*', '*/', 'Anna ', ' said Bo, '],
  ...['[[setup: gun]]', '[[payoff: glass]]', '[[stup: gun]]', '[[ignore: setup.unpaid]]', '[[turn: act-out]]'],
  ...['[[herring: hat]]', '[[herring: hat cleared]]', '[[setup: glass for=swap]]', '[[payoff: hat]]'],
  ...['[[reveal: murder]]', '[[uses: murder who=anna]]', '[[reveal: swap to=bo]]', '[[story: -6y]]', '[[story: now]]'],
  ...[
    'INT. KITCHEN - NIGHT\n\n',
    'ANNA\nYes, Bo.\n\n',
    '# Act Two\n\n',
    '# Episode 2\n\n',
    '> THE END <\n\n',
    '# Notes\n\n',
  ],
);
const edit = fc.record({
  type: fc.constant('edit' as const),
  file: fc.nat(2),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(20)),
  insert: fc.oneof(pieces, fc.constant('')),
});
const set = fc.record({ type: fc.constant('set' as const), limit: fc.constantFrom(0, 0.5, 0.95), horizon: fc.nat(3) });
const step = fc.oneof({ weight: 8, arbitrary: edit }, set);

function parse(i: number, text: string): Manuscript {
  return i < 2 ? Script.parse(text) : Treatment.parse(text);
}

/** All that is found, and what is said of each item. */
function told(seasons: Seasons, manuscripts: readonly Manuscript[], settings: RuleSettings, episode: number) {
  return manuscripts.map((manuscript, i) => {
    const season = seasons.seasonOf(uris[i]!)!;
    const horizon = episode === 0 ? undefined : { episode };
    const context = { season, uri: uris[i]!, manuscript, ...(horizon && { horizon }) };
    const places = manuscript.facts.runs.flatMap(({ items }) => items).map((_, item) => manuscript.place(item));
    return {
      findings: diagnose(context, settings),
      cards: places.map(({ start }) => hoverCard(context, start + 3)),
    };
  });
}

test('what is found and said after any edits is what a fresh season says', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      const seasons = new Seasons();
      seasons.setStudy(studyUri, study);
      const manuscripts = beginnings.map((text, i) => parse(i, text));
      for (const [i, { facts }] of manuscripts.entries()) seasons.setFile(uris[i]!, facts);
      let settings: RuleSettings = {};
      let horizon = 0;
      for (const one of steps) {
        if (one.type === 'set') {
          settings = { limits: { ...defaultLimits, chamberPlace: one.limit, forgottenEpisodes: one.limit * 4 } };
          horizon = one.horizon;
        } else {
          const before = manuscripts[one.file]!;
          const start = Math.floor(one.from * before.text.length);
          const end = Math.min(before.text.length, start + one.length);
          const after = before.edit([{ start, end, insert: one.insert }]);
          manuscripts[one.file] = after;
          seasons.setFile(uris[one.file]!, after.facts);
        }
        const fresh = new Seasons();
        fresh.setStudy(studyUri, study);
        const again = manuscripts.map(({ text }, i) => parse(i, text.toString()));
        for (const [i, { facts }] of again.entries()) fresh.setFile(uris[i]!, facts);
        expect(told(seasons, manuscripts, settings, horizon)).toEqual(told(fresh, again, settings, horizon));
      }
    }),
    { numRuns: 30 },
  );
});

test('while keys change no facts, rules of the season do not look again', () => {
  const seasons = new Seasons();
  const text = 'Episode: 1\n\nINT. FLAT - DAY\n\nA gun. [[setup: gun]]\n\nThe end.\n\n> THE END <\n';
  const uri = 'file:///w/one.fountain';
  let script = Script.parse(text);
  seasons.setFile(uri, script.facts);
  const ask = () => diagnose({ season: seasons.seasonOf(uri)!, uri, manuscript: script });
  const [before] = ask();
  script = script.edit([{ start: text.indexOf('A gun'), end: text.indexOf('A gun'), insert: 'Here: ' }]);
  seasons.setFile(uri, script.facts);
  const [after] = ask();
  expect(after).toEqual({ ...before, span: { start: before!.span.start + 6, end: before!.span.end + 6 } });
  // Related places and data are the very lists that were found before.
  expect(after!.data).toBe(before!.data);
});

test('after a key in an id, rules of threads and facts look at none but that of the id', () => {
  const seasons = new Seasons();
  const text =
    'Episode: 1\n\nINT. FLAT - DAY\n\nA gun. [[setup: gun]]\n\nA hat. [[payoff: hat]]\n\n[[reveal: who]] [[reveal: who]]\n';
  const uri = 'file:///w/one.fountain';
  let script = Script.parse(text);
  const found = () => {
    seasons.setFile(uri, script.facts);
    const all = diagnose({ season: seasons.seasonOf(uri)!, uri, manuscript: script });
    return new Map(all.map((finding) => [finding.code, finding]));
  };
  const before = found();
  script = script.edit([{ start: text.indexOf('hat]]'), end: text.indexOf('hat]]'), insert: 't' }]);
  const after = found();
  expect([...after.keys()]).toEqual(['setup.unpaid', 'payoff.unplanted', 'reveal.repeated']);
  for (const code of ['setup.unpaid', 'reveal.repeated'] as const)
    expect(after.get(code)!.data).toBe(before.get(code)!.data);
  expect(after.get('payoff.unplanted')!.data).toEqual({ thread: 'that' });
});

test('what holds of a thread holds no longer when the story is over', () => {
  const seasons = new Seasons();
  const uri = 'file:///w/lone.fountain';
  const text = 'INT. FLAT - DAY\n\nA gun. [[setup: gun]] [[herring: hat]]\n';
  let script = Script.parse(text);
  const found = () => {
    seasons.setFile(uri, script.facts);
    const all = diagnose({ season: seasons.seasonOf(uri)!, uri, manuscript: script });
    return all.map(({ code, severity }) => `${code} ${severity}`);
  };
  expect(found()).toEqual(['setup.unpaid hint']);
  script = script.edit([{ start: text.length, end: text.length, insert: '\n> THE END <\n' }]);
  expect(found()).toEqual(['setup.unpaid warning', 'herring.uncleared info']);
});

test.each([
  ['goes', ' [[setup: glass]]', ''],
  ['comes', '', ' [[setup: glass]]'],
])('a scene is the same scene to all of its marks when another of them %s', (_, before, after) => {
  const seasons = new Seasons();
  const uri = 'file:///w/one.fountain';
  const text = `Episode: 1\n\nINT. FLAT - DAY\n\n[[setup: gun]]\n\n[[payoff: gun]]${before}\n`;
  const script = Script.parse(text);
  const findings = (manuscript: Script) => {
    seasons.setFile(uri, manuscript.facts);
    const rushed = { season: seasons.seasonOf(uri)!, uri, manuscript };
    return diagnose(rushed).filter(({ code }) => code === 'payoff.rushed');
  };
  expect(findings(script)).toHaveLength(1);
  const end = text.length - 1;
  expect(findings(script.edit([{ start: end - before.length, end, insert: after }]))).toHaveLength(1);
});
