import { describe, expect, it } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';

const load = (text: string) => loadStudy('file:///s.study.yaml', text);

/** Each problem as `code: message @ the text it stands at`. */
const problems = (text: string) =>
  load(text).problems.map(({ code, message, span }) => `${code}: ${message} @ ${text.slice(span.start, span.end)}`);

const head = 'study: 1\ntitle: Low Water\n';

describe('a study file', () => {
  it('loads with everything that it leaves out empty', () => {
    const { study, problems } = load(head);
    expect(problems).toEqual([]);
    expect(study).toMatchObject({ title: 'Low Water', files: [], threads: [], disputes: [] });
  });

  it('reads entries, with ids in lower case and spans at what names them', () => {
    const text = `${head}threads:\n  - id: Brass-Key\n    title: The brass key\n    kind: object\n    setups: [{ text: In the drawer, episode: 1 }]\n`;
    const thread = load(text).study!.threads[0]!;
    expect(thread).toMatchObject({ id: 'brass-key', kind: 'object', payoffs: [] });
    expect(thread.setups[0]).toMatchObject({ text: 'In the drawer', episode: 1 });
    expect(text.slice(thread.span.start, thread.span.end)).toBe('Brass-Key');
  });

  it('reads an alias with and without an end to its secret', () => {
    const text = `${head}characters: [{ id: ann, name: Ann, aliases: [Annie, { name: The Nurse, until: nurse-is-ann }] }]\nfacts: [{ id: f, text: F }]\nreveals: [{ id: nurse-is-ann, fact: f, to: [audience] }]\n`;
    expect(load(text).study!.characters[0]!.aliases).toEqual([
      { name: 'Annie' },
      { name: 'The Nurse', until: 'nurse-is-ann' },
    ]);
    expect(problems(text)).toEqual([]);
  });

  it('takes a key that has no value yet as one that is not there', () => {
    expect(problems(`${head}threads:\ncharacters:\n  - id: ann\n    name: Ann\n    note:\n`)).toEqual([]);
  });
});

describe('a line that is no YAML', () => {
  const cast = (...lines: string[]) =>
    [
      'title: Low Water',
      'characters:',
      '  - id: marissa',
      ...lines,
      '    name: Marissa Irvine',
      '    aliases: [Marissa]',
      '    note: Has a son.',
      '  - id: peter',
      '    name: Peter Irvine',
      'threads:',
      '  - { id: a, title: A, kind: clue }',
      '',
    ].join('\n');
  const lines = (text: string) =>
    load(text).problems.map(
      ({ span, message }) => `${text.slice(0, span.start).split('\n').length}: ${message.replace(/:.*/, '')}`,
    );
  const key = 'A key needs a “:” and a space after it.'.replace(/:.*/, '');

  it.each([
    ['re', `4: ${key}`],
    ['    re', `4: ${key}`],
    ['- re', '4: An entry near this is not indented like its neighbours.'],
    ['  re', '4: This line is not indented like its neighbours.'],
    ['    re: [x', '5: A “]” is missing before this.'],
  ])('is one problem, and what follows from it none: "%s"', (line, problem) => {
    expect(lines(cast(line))).toEqual([problem]);
  });

  it('hides no other that is far away', () => {
    const unread = cast('re').replace('{ id: a, title: A, kind: clue }', '{ id: a, title: A, kind: clue');
    expect(lines(unread)).toEqual([`4: ${key}`, '12: A “}” is missing before this.']);
    const again = `${cast('re')}events:\n  - id: e\nre\n    text: It goes off\n    who: [ann]\n`;
    expect(lines(again)).toEqual([`4: ${key}`, `14: ${key}`]);
    const flow = `${cast('    re')}places:\n  - { id: a, name: A }}\n`;
    expect(lines(flow)).toEqual([`4: ${key}`, '13: There is a bracket too many here.']);
  });

  it('hides no key that stands twice', () => {
    const text = `places:\n  - { id: a, name: A, name: B }\n${cast('re')}`;
    expect(lines(text)).toEqual([`6: ${key}`, '2: This key stands here twice.']);
  });

  it('is said once where the parser says the same of the same place', () => {
    const text = cast('  [[ {"').replace('aliases: [', 'aliases: [[,,');
    const said = load(text).problems.map(({ span, message }) => `${span.start} ${message}`);
    expect(said).toEqual([...new Set(said)]);
  });
});

describe('an invalid entry', () => {
  it('is reported where it stands and left out alone', () => {
    const text = `${head}threads:\n  - { id: a, title: A, kind: banana }\n  - { id: b, title: B, kind: clue }\n`;
    expect(problems(text)).toEqual([
      'study.invalid: "kind" is one of object, trait, promise, secret, line, motif or clue. @ banana',
    ]);
    expect(load(text).study!.threads.map((thread) => thread.id)).toEqual(['b']);
  });

  it('takes only itself along: a thread keeps its good setups', () => {
    const text = `${head}threads:\n  - id: a\n    title: A\n    kind: clue\n    setups: [{ text: one }, { episode: 2 }, { text: three }]\n`;
    expect(problems(text)).toEqual(['study.invalid: An entry of "setups" needs "text". @ { episode: 2 }']);
    expect(load(text).study!.threads[0]!.setups.map((setup) => setup.text)).toEqual(['one', 'three']);
  });

  it('is there all the same: who names it names something', () => {
    const text = `${head}facts: [{ id: f, text: F }]\nthreads: [{ id: a, title: A, kind: banana }]\nreveals: [{ id: r, fact: f, to: [audience], evidence: [a, b] }]\n`;
    expect(problems(text).map((line) => line.replace(/: .*@/, ' @'))).toEqual([
      'study.invalid @ banana',
      'study.unresolved @ b',
    ]);
    expect(load(text).study!.flawed).toEqual(new Map([['threads', new Set(['a'])]]));
  });

  it('makes what it is part of uncertain, and a fact of which it tells', () => {
    const point = `${head}threads: [{ id: a, title: A, kind: clue, payoffs: [{ episode: x }] }]\n`;
    expect(load(point).study!.flawed).toEqual(new Map([['threads', new Set(['a'])]]));
    const reveal = `${head}reveals: [{ id: r, fact: f, to: anna }]\n`;
    expect(load(reveal).study!.flawed).toEqual(
      new Map([
        ['reveals', new Set(['r'])],
        ['facts', new Set(['f'])],
      ]),
    );
  });

  it('keeps the places of its neighbours', () => {
    const text = `${head}threads:\n  - { id: a }\n  - { id: b, title: B, kind: clue }\n`;
    const thread = load(text).study!.threads[0]!;
    expect(text.slice(thread.span.start, thread.span.end)).toBe('b');
  });

  it('may have an unknown key, which is reported at the key', () => {
    const text = `${head}events: [{ id: e, text: E, whom: [x] }]\n`;
    expect(problems(text)).toEqual(['study.invalid: "whom" is no key of an entry of "events". @ whom']);
    expect(load(text).study!.events).toHaveLength(1);
  });
});

describe('ids', () => {
  it('are unique within their list, and only there', () => {
    const text = `${head}facts: [{ id: swap, text: F }, { id: swap, text: G }]\nevents: [{ id: swap, text: E }]\n`;
    expect(problems(text)).toEqual(['study.duplicate: "swap" stands twice in "facts". @ swap']);
  });

  it('that name nothing are reported', () => {
    expect(problems(`${head}reveals: [{ id: r, fact: gone, to: [audience, nobody] }]\n`)).toEqual([
      'study.unresolved: "gone" is not in "facts". @ gone',
      'study.unresolved: "nobody" is not in "characters". @ nobody',
    ]);
  });

  it('that name several things say which', () => {
    const both = `${head}events: [{ id: crash, text: E }]\nthreads: [{ id: crash, title: T, kind: clue }]\n`;
    expect(problems(`${both}craft_notes: [{ on: crash, text: N }]\n`)).toEqual([
      'study.unresolved: "crash" names several things: write event:crash or thread:crash. @ crash',
    ]);
    expect(problems(`${both}craft_notes: [{ on: thread:crash, text: N }, { on: season, text: N }]\n`)).toEqual([]);
  });
});

it('an entry without a source is reported only where the study lists sources', () => {
  const events = 'events: [{ id: a, text: A }, { id: b, text: B, sources: [s] }, { id: c, text: C, reading: true }]\n';
  expect(problems(head + events.replace(', sources: [s]', ''))).toEqual([]);
  expect(problems(`${head}sources: [{ id: s, title: S }]\n${events}`)).toEqual([
    'study.uncited: This entry names no source. @ a',
  ]);
});

describe('hostile YAML', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`),
  ].join('\n');

  it.each([
    ['aliases that explode', bomb],
    ['an unclosed quote', `${head}threads: "abc`],
    ['tabs and nonsense', '\t\t: : - [ {'],
    ['a list', '- 1\n- 2'],
    ['an unknown tag', `${head}threads: !!js/function "x"`],
    ['a key of prototypes', `${head}__proto__: { a: 1 }\nconstructor: 1`],
    ['deep nesting', '['.repeat(2000)],
    ['deeper nesting', '['.repeat(100_000)],
    ['NUL and lone surrogates', `${head}files: ["\u0000", "\ud800"]\n\u0000`],
  ])('%s gives problems, not an exception', (_, text) => {
    const loaded = load(text);
    expect(loaded.problems.length).toBeGreaterThan(0);
    for (const { span } of loaded.problems) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('an empty file is no study and says nothing', () => {
    expect(load('')).toMatchObject({ problems: [], references: [] });
  });

  it('broken YAML gives no study, so that the last good one stays', () => {
    expect(load(`${head}threads: [`).study).toBeUndefined();
  });
});
