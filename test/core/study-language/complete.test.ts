import { describe, expect, test } from 'vitest';
import { completeStudy } from '../../../server/core/study-language/complete.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { ask, cake, texts } from './ask.ts';

/** What is offered at `$0` in a study file, which need be no YAML. The season is that of `cake` and its texts. */
function at(source: string, horizon?: number) {
  const { query } = ask(`--- a.study.yaml\n${cake}${texts}`, horizon === undefined ? undefined : { episode: horizon });
  const offset = source.indexOf('$0');
  const text = source.replace('$0', '');
  return { text, offered: completeStudy({ ...query, text: SourceText.of(text) }, offset), offset };
}
const labels = (source: string, horizon?: number) => at(source, horizon).offered.map(({ label }) => label);

/** The line of the cursor after something was chosen. */
function chosen(source: string, label: string): string | undefined {
  const { text, offered, offset } = at(source);
  const edit = offered.find((one) => one.label === label)?.edit;
  if (!edit) return undefined;
  expect(edit.start).toBeLessThanOrEqual(offset);
  expect(edit.end).toBeGreaterThanOrEqual(offset);
  const after = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
  return after.slice(after.lastIndexOf('\n', edit.start - 1) + 1).split('\n')[0];
}

const thread = 'threads:\n  - id: a\n    title: A\n';

describe('keys', () => {
  test('of a study, without those that are there', () => {
    expect(labels('$0')).toEqual(expect.arrayContaining(['study', 'title', 'threads', 'disputes']));
    expect(labels('study: 1\n$0\nthreads:\n  - id: a\n')[0]).toBe('title');
    expect(labels('study: 1\n$0\nthreads:\n  - id: a\n')).not.toContain('threads');
    expect(chosen('study: 1\ntitle: X\nthr$0', 'threads')).toBe('threads:');
    expect(chosen(`${thread}\n$0`, 'facts')).toBe('facts:');
  });

  test('of an entry, those first that it needs', () => {
    expect(labels(`${thread}    $0`).slice(0, 3)).toEqual(['kind', 'intent', 'cues']);
    expect(chosen(`${thread}    $0`, 'kind')).toBe('    kind: ');
    expect(chosen(`${thread}    ki$0\n    cues: []\n`, 'kind')).toBe('    kind: ');
    expect(chosen('threads:\n  - ti$0\n    kind: clue\n', 'title')).toBe('  - title: ');
    expect(chosen(`${thread}    ki$0nd: clue\n`, 'kind')).toBe('    kind: clue');
  });

  test('of an entry that begins', () => {
    expect(chosen('threads:\n  - $0\n', 'id')).toBe('  - id: ');
    expect(chosen('threads:\n  $0\n', 'id')).toBe('  - id: ');
    expect(chosen(`${thread}  $0`, 'id')).toBe('  - id: ');
    expect(chosen(`${thread}  i$0\nfacts: []\n`, 'id')).toBe('  - id: ');
    expect(chosen(`threads:\n- id: a\n$0`, 'facts')).toBe('facts:');
    for (const below of ['  - id: a\n', '\n  # A comment\n  - id: a\n', '  - { id: a }']) {
      expect(chosen(`threads:\n  $0\n${below}`, 'id'), below).toBe('  - id: ');
      expect(chosen(`threads:\r\n  $0\r\n${below}`, 'id'), below).toBe('  - id: \r');
    }
    expect(chosen('threads:\n  - id: a\n    setups:\n      $0\n      - text: A\n', 'text')).toBe('      - text: ');
    expect(chosen('threads:\n  - id: a\n    $0\n  - id: b\n', 'kind')).toBe('    kind: ');
  });

  test('of what lies in an entry', () => {
    const setups = `${thread}    setups:\n      - text: A\n`;
    expect(labels(`${setups}        $0`)).toEqual(['event', 'episode', 'at', 'sources', 'reading']);
    expect(chosen(`${setups}      $0`, 'text')).toBe('      - text: ');
    expect(chosen(`${setups}    $0`, 'kind')).toBe('    kind: ');
    expect(labels('events:\n  - id: a\n    told:\n      $0\n')).toEqual(['episode', 'act', 'at', 'flashback']);
    expect(chosen('events:\n  - id: a\n    told: { episode: 1, $0 }\n', 'act')).toBe('    told: { episode: 1, act:  }');
  });

  test('in brackets, closed or not', () => {
    expect(labels('threads:\n  - { id: a, $0')).toContain('title');
    expect(labels('threads:\n  - { id: a, $0')).not.toContain('id');
    expect(chosen('threads: [{ id: a, ti$0 }]', 'title')).toBe('threads: [{ id: a, title:  }]');
    expect(labels('characters:\n  - id: a\n    aliases: [{ $0 }]\n')).toEqual(['name', 'until']);
  });

  test('say what they are for, and where to go on', () => {
    const { offered } = at(`${thread}    $0`);
    expect(offered.find(({ label }) => label === 'kind')).toMatchObject({
      kind: 'key',
      detail: 'required',
      says: 'What sort of thing it is.',
    });
    const snippet = (label: string) => offered.find((one) => one.label === label)?.snippet;
    expect([snippet('kind'), snippet('sources'), snippet('setups')]).toEqual([
      undefined,
      'sources: [$0]',
      'setups:\n  - text: $0',
    ]);
  });
});

describe('words', () => {
  test('are those of the schema', () => {
    expect(labels(`${thread}    kind: $0\n    cues: []\n`)).toEqual([
      ...['object', 'trait', 'promise', 'secret', 'line', 'motif', 'clue'],
    ]);
    expect(chosen(`${thread}    kind:$0`, 'clue')).toBe('    kind: clue');
    expect(chosen(`${thread}    kind: tr$0ait`, 'clue')).toBe('    kind: clue');
    expect(chosen('episodes: [{ number: 5, form: $0 }]', 'chamber-play')).toBe(
      'episodes: [{ number: 5, form: chamber-play }]',
    );
    expect(chosen(`${thread}    kind: "$0\n    cues: []\n`, 'clue')).toBe('    kind: "clue');
    expect(labels(`${thread}    reading: $0`)).toEqual(['true', 'false']);
    expect(labels('study: $0')).toEqual(['1']);
  });

  test('or those that annotations use', () => {
    expect(labels('turns:\n  - id: a\n    kind: $0')).toContain('midpoint');
    expect(labels('events:\n  - id: a\n    story: $0')).toContain('day 1');
  });
});

describe('ids', () => {
  test('of the list that the place refers to', () => {
    expect(labels(`${thread}    evidence_for: [$0]`)).toEqual(['baby-swap']);
    expect(labels('events:\n  - id: a\n    where: $0')).toEqual(['flat']);
    expect(labels('reveals:\n  - id: a\n    to: [$0')).toEqual(['audience', 'peter', 'marissa']);
    expect(labels('characters:\n  - aliases: [{ name: X, until: $0 }]')).toEqual(['who-he-is']);
    expect(labels('reveals:\n  - id: a\n    episode: $0')).toEqual(['1', '2']);
    const [fact] = at(`${thread}    evidence_for: [$0]`).offered;
    expect(fact).toMatchObject({
      detail: 'The babies were swapped. · holds',
      entry: { list: 'facts', id: 'baby-swap' },
    });
  });

  test('whole, with their hyphens', () => {
    expect(chosen(`${thread}    setups: [{ text: A, event: pa$0-x }]`, 'party')).toBe(
      '    setups: [{ text: A, event: party }]',
    );
    expect(chosen('reveals:\n  - fact: baby-$0\n    to: [audience]', 'baby-swap')).toBe('  - fact: baby-swap');
  });

  test('not those that stand beside it', () => {
    expect(labels(`${thread}    sources: [time, $0]`)).toEqual(['parade']);
    expect(labels(`${thread}    sources: [time, $0\n    kind: clue\n`)).toEqual(['parade']);
    expect(labels(`${thread}    sources:\n      - time\n      - $0\n`)).toEqual(['parade']);
    expect(labels(`${thread}    sources: [ti$0me]`)).toEqual(['time', 'parade']);
  });

  test('with what makes a list of them', () => {
    expect(chosen(`${thread}    sources: $0`, 'time')).toBe('    sources: [time]');
    expect(chosen(`${thread}    sources:$0`, 'time')).toBe('    sources: [time]');
    expect(chosen(`${thread}    sources:\n      $0\n    kind: clue\n`, 'time')).toBe('      - time');
    expect(chosen(`${thread}    sources:\n      - parade\n      $0\n    kind: clue\n`, 'time')).toBe('      - time');
  });

  test('of any list, with its name before it where that is needed', () => {
    const notes = 'craft_notes:\n  - on: $0\n    text: X\n';
    expect(labels(notes)).toEqual(expect.arrayContaining(['soy-allergy', 'party', 'peter', 'episode:1', 'season']));
    expect(labels(notes)).not.toContain('time');
    expect(labels(notes.replace('$0', 'thread:$0'))).toEqual(['thread:soy-allergy']);
    expect(chosen(notes.replace('$0', 'thread:soy-$0'), 'thread:soy-allergy')).toBe('  - on: thread:soy-allergy');
    expect(labels('disputes:\n  - id: a\n    on: [thread:$0]\n')).toEqual(['thread:soy-allergy']);
  });

  test('that the texts have and the study has not', () => {
    const { query } = ask(`--- a.study.yaml\n${cake}${texts}\n--- e3.fountain\nEpisode: 3\n\n[[setup: gun]]\n`);
    const text = 'threads:\n  - id: ';
    const offered = completeStudy({ ...query, text: SourceText.of(text) }, text.length);
    expect(offered.map(({ label }) => label)).toEqual(['gun']);
    expect(labels('episodes:\n  - number: $0')).toEqual(['3']);
  });

  test('not those that lie beyond the horizon', () => {
    expect(labels(`${thread}    evidence_for: [$0]`, 0)).toEqual([]);
    expect(labels('craft_notes:\n  - on: $0', 0)).not.toContain('baby-swap');
  });
});

describe('nothing', () => {
  test.each([
    ['in a comment', '# $0'],
    ['in a comment after a value', `${thread}    kind: clue # $0`],
    ['in a text', `${thread}    title: An $0`],
    ['in a block of text', 'characters:\n  - id: a\n    note: >-\n      Some $0\n'],
    ['in an id of its own', 'places:\n  - id: $0'],
    ['below what has no entries', `${thread}    kind: clue\n      $0`],
  ])('%s', (_, source) => {
    expect(labels(source)).toEqual([]);
  });
});

test('at any place of any text something or nothing is offered, and it holds the cursor', () => {
  const { query } = ask(cake);
  for (const source of [cake, cake.replaceAll('}', ''), cake.replaceAll(': ', ' '), `{${cake}`, '[[[[{"']) {
    const text = SourceText.of(source);
    for (let offset = 0; offset <= source.length; offset += 23) {
      for (const { edit } of completeStudy({ ...query, text }, offset)) {
        expect(edit.start).toBeLessThanOrEqual(offset);
        expect(edit.end).toBeGreaterThanOrEqual(offset);
        expect(source.slice(edit.start, edit.end)).not.toContain('\n');
      }
    }
  }
});

test('a word comes with what it says', () => {
  const says = (source: string) => at(source).offered.map((one) => one.says);
  expect(says(`${thread}    kind: $0\n`)).toContain('What is hidden from somebody, and will come out.');
  expect(says(`${thread}    intent: $0\n`).filter(Boolean)).toHaveLength(3);
});
