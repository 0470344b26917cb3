import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { addMissing } from '../../../server/core/study-writing/add-missing.ts';
import { missingIn } from '../../../server/core/study-writing/missing.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { season } from '../../fixture.ts';
import { found } from '../rules/findings.ts';
import { apply } from '../study-language/edits.ts';

const study = `# Ours.
study: 1
title: The Table # of oak
characters:
  - id: ann   # the cook
    name: Ann Lee
    aliases: [Annie]

# What is true.
facts: [{ id: theft, text: A theft., status: holds }]

threads:
    - { id: gun, title: The gun, kind: object }

    # The end.
`;
const text = `--- e1.fountain
Episode: 1

INT. HALL - DAY

ANNIE
Who? [[setup: gun for=theft]] [[setup: The Brass Key intent=open for=murder]]

DR. BO
I. [[knows: murder who=bo]] [[reveal: theft to=annie,dr-bo]] [[storyline A]]
--- e2.fountain
Episode: 2

INT. HALL - DAY

[[payoff: guns]] [[learns: murder who=jo as=disputed]]
`;
const missing = (source: string, horizon?: number) =>
  missingIn(season(source).season(), horizon === undefined ? undefined : { episode: horizon });
const ids = (source: string, horizon?: number) => missing(source, horizon).map(({ list, id }) => `${list}: ${id}`);
/** The study with what is missing, and with the part of it that is shown. */
function added(written: string, among: (id: string) => boolean = () => true) {
  const all = missing(`${text}--- a.study.yaml\n${written}`).filter(({ id }) => among(id));
  const result = addMissing(SourceText.of(written), all);
  if (!result) return undefined;
  const now = apply(written, result.edits);
  return { now, shown: now.slice(result.shown.start, result.shown.end) };
}

describe('what annotations use and the study lacks', () => {
  const beside = `${text}--- a.study.yaml\n${study}`;

  test('is people, facts and threads', () => {
    expect(ids(beside)).toEqual([
      'characters: dr-bo',
      'characters: bo',
      'characters: jo',
      'facts: murder',
      'threads: the-brass-key',
      'threads: guns',
    ]);
    expect(missing(beside).find(({ id }) => id === 'guns')).toMatchObject({ near: 'gun', title: 'Guns' });
    expect(missing(beside).find(({ id }) => id === 'dr-bo')).toMatchObject({ title: 'Dr. Bo' });
  });

  test('is events that annotations stand at', () => {
    const shots = `--- e1.fountain\nEpisode: 1\n\nX. [[setup: gun event=the-shot]] [[reminder: gun event=the-duel]]
--- e2.fountain\nEpisode: 2\n\n[[payoff: gun event="The Shot"]] [[turn: lie event=the-fall]]\n--- a.study.yaml\n`;
    const events = 'events:\n  - { id: the-duel, text: They fight. }\n';
    expect(ids(`${shots}${study}${events}`)).toEqual(['events: the-shot', 'events: the-fall']);
    expect(ids(`${shots}${study}${events}`, 1)).toEqual(['events: the-shot']);
    expect(ids(`${shots}${study}${events.replace('text', 'txt')}`)).toEqual(['events: the-shot', 'events: the-fall']);
    const written = `${study}${events}`;
    expect(apply(written, addMissing(SourceText.of(written), missing(`${shots}${written}`))!.edits)).toBe(
      `${written}  - id: the-shot\n    text: The shot\n    told: { episode: 1 }
  - id: the-fall\n    text: The fall\n    told: { episode: 2 }\n`,
    );
  });

  test('is nothing where all is there, however it is called', () => {
    const whole = season(`${text}--- a.study.yaml\n${added(study)!.now}`);
    expect(missingIn(whole.season())).toEqual([]);
    const secret = `--- e1.fountain\nEpisode: 1\n\nX. [[knows: theft who=the-stranger]]\n--- e2.fountain\nEpisode: 2\n\n[[reveal: who]]
--- a.study.yaml\ntitle: A\ncharacters: [{ id: ann, name: Ann, aliases: [{ name: The stranger, until: who }] }]
facts: [{ id: theft, text: A., status: holds }]\nreveals: [{ id: who, fact: theft, to: [audience], episode: 2 }]\n`;
    expect(ids(secret, 1)).toEqual([]);
  });

  test('goes no farther than the horizon, and says nothing of what lies beyond it', () => {
    // Nobody has learned by then of what crime.
    expect(ids(beside, 1)).toEqual(['characters: dr-bo', 'characters: bo', 'threads: the-brass-key']);
    const later = `--- e1.fountain\nEpisode: 1\n\nX. [[setup: guns]]\n--- e2.fountain\nEpisode: 2\n\n[[setup: gun]]\n--- a.study.yaml\n${study}`;
    expect(missing(later, 1).map(({ near }) => near)).toEqual([undefined]);
    expect(missing(later).map(({ near }) => near)).toEqual(['gun']);
  });

  test('is not what is there but invalid', () => {
    const flawed = study.replace('kind: object', 'kind: obj').replace('status: holds', 'status: hol');
    expect(ids(`${text}--- a.study.yaml\n${flawed}`)).toEqual(ids(beside));
    const people = study.replace('name: Ann Lee', 'nam: Ann Lee');
    expect(ids(`${text}--- a.study.yaml\n${people}`)).toEqual([
      'facts: murder',
      'threads: the-brass-key',
      'threads: guns',
    ]);
  });
});

describe('it is added to the study', () => {
  test('at the ends of its lists, and all else stays', () => {
    expect(added(study)).toEqual({
      now: study
        .replace(
          '    aliases: [Annie]\n',
          '    aliases: [Annie]\n  - id: dr-bo\n    name: Dr. Bo\n  - id: bo\n    name: Bo\n  - id: jo\n    name: Jo\n',
        )
        .replace('holds }]', 'holds }, { id: murder, text: Murder, status: disputed, known_by: [bo] }]')
        .replace(
          'kind: object }\n',
          'kind: object }\n    - id: the-brass-key\n      title: The Brass Key\n      kind: clue\n      intent: open\n' +
            '      evidence_for: [murder]\n    - id: guns\n      title: Guns\n      kind: object\n',
        ),
      shown: '- id: dr-bo\n    name: Dr. Bo\n  - id: bo\n    name: Bo\n  - id: jo\n    name: Jo',
    });
  });

  test('or part of it, without what would name the rest', () => {
    const { now } = added(study, (id) => id === 'the-brass-key')!;
    expect(now).toContain('- id: the-brass-key\n      title: The Brass Key\n      kind: clue\n      intent: open\n\n');
    expect(loadStudy('file:///a', now).problems).toEqual([]);
  });

  test.each([
    ['without lists', 'study: 1\ntitle: A\n'],
    ['without a line end', 'study: 1\ntitle: A'],
    ['with lists that are empty', 'study: 1\ntitle: A\nthreads:\n\nfacts: []\ncharacters: # nobody\n'],
    [
      'with its last list at its very end',
      'study: 1\ntitle: A\nthreads:\n  - id: gun\n    title: Gun\n    kind: object',
    ],
    ['with comments at its end', 'study: 1\ntitle: A\nepisodes:\n  - number: 9\n\n# threads:\n#   - id: x\n'],
    ['with CRLF', study.replaceAll('\n', '\r\n')],
    ['with CRLF and nothing', 'study: 1\r\ntitle: A\r\n'],
    ['with sources', `${study}\nsources: [{ id: s, title: S }]\n`],
  ])('%s', (_, written) => {
    const result = added(written)!;
    const { study: made, problems } = loadStudy('file:///a', result.now);
    expect(problems.filter(({ code }) => code !== 'study.uncited')).toEqual([]);
    expect(missing(`${text}--- a.study.yaml\n${result.now}`)).toEqual([]);
    expect(made!.title).toMatch(/^(A|The Table)$/);
    if (written.includes('\r\n')) expect(result.now.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // Nothing is taken away.
    let at = 0;
    for (const line of written.split(/\r?\n/)) {
      at = result.now.indexOf(line.replace(/\]$/, ''), at);
      expect(at, line).toBeGreaterThanOrEqual(0);
    }
    const unknown = found(`${text}--- a.study.yaml\n${result.now}`).filter((line) => line.includes('.unknown'));
    expect(unknown).toEqual([]);
  });

  test.each([
    ['behind a comma', '[{ id: pin, title: P, kind: object },]', '[{ id: pin, title: P, kind: object }, NEW,]'],
    [
      'before a comment',
      '[\n  { id: pin, title: P, kind: object } # note\n]',
      '[\n  { id: pin, title: P, kind: object }, NEW # note\n]',
    ],
    ['before a comment in a list that is empty', '[ # none\n  ]', '[NEW # none\n  ]'],
    ['into a list that is empty', '[ ]', '[NEW ]'],
    ['in place of nothing', '~ # none', '# none\n  - id: guns\n    title: Guns\n    kind: object'],
    ['in place of null', 'null', '\n  - id: guns\n    title: Guns\n    kind: object'],
  ])('%s', (_, list, expected) => {
    const { now } = added(`study: 1\ntitle: A\nthreads: ${list}\n`, (id) => id === 'guns')!;
    const threads = expected.replace('NEW', '{ id: guns, title: Guns, kind: object }');
    expect(now).toBe(`study: 1\ntitle: A\nthreads: ${threads}\n`.replace(': \n', ':\n'));
  });

  test.each([
    ['a study that cannot be read', 'title: [A\n'],
    ['a list that is no list', 'study: 1\ntitle: A\nthreads: gun\n'],
    ['a study in braces', '{ study: 1, title: A, threads: [] }\n'],
  ])('but not to %s', (_, written) => {
    const all = missing(`${text}--- a.study.yaml\n${study}`);
    expect(addMissing(SourceText.of(written), all)).toBeUndefined();
  });

  test('whatever is annotated', () => {
    const word = fc.string({ unit: 'binary', maxLength: 8 }).map((it) => it.replace(/[[\]"\r\n]/g, ''));
    const mark = fc.tuple(fc.constantFrom('setup', 'reveal', 'knows'), word, word).map(([kind, id, name]) => {
      return `[[${kind}: ${id} to="${name}" who="${name}" for="${name}" event="${name}"]]`;
    });
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 4 }), (marks) => {
        const source = `--- e1.fountain\nEpisode: 1\n\n${marks.join('\n\n')}\n--- a.study.yaml\n${study}`;
        const all = missing(source);
        if (all.length === 0) return;
        const result = addMissing(SourceText.of(study), all)!;
        const now = apply(study, result.edits);
        expect(loadStudy('file:///a', now).problems).toEqual([]);
        expect(missing(source.replace(study, () => now))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
