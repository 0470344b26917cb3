import { describe, expect, test } from 'vitest';
import { completeAnnotation } from '../../../server/core/study-language/complete-annotation.ts';
import { season } from '../../fixture.ts';
import { cake } from './ask.ts';
import { expanded } from './expanded.ts';

const others = `--- e1.fountain
Episode: 1

[[setup: gun]] [[setup: soy-allergy]]

[[payoff: soy-allergy]] [[reveal: who-shot to=audience]]

ANNA
Hm.
--- e9.fountain
Episode: 9

[[setup: rope]]
`;

/** What is offered at `$0` in a line of a second episode. */
function at(line: string, options: { horizon?: number; treatment?: boolean } = {}) {
  const path = options.treatment ? 'e2.treatment.md' : 'e2.fountain';
  const source = `--- ${path}\nEpisode: 2\n\nBefore. ${line}\n${others}--- a.study.yaml\n${cake}`;
  const fixture = season(source);
  const horizon = options.horizon === undefined ? undefined : { episode: options.horizon };
  const text = fixture.context().manuscript.text.toString();
  const offered = completeAnnotation({ ...fixture.context(), horizon }, fixture.offset);
  const chosen = (label: string) => {
    const edit = offered?.find((one) => one.label === label)?.edit;
    const after = edit && text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
    return after?.split('\n')[2]?.slice('Before. '.length);
  };
  return { offered, labels: offered?.map(({ label }) => label), chosen };
}

describe('kinds', () => {
  test('after the brackets', () => {
    expect(at('[[$0').labels).toContain('payoff');
    expect(at('[[pa$0]]').chosen('payoff')).toBe('[[payoff: ]]');
    expect(at('[[pa$0y: gun]]').chosen('payoff')).toBe('[[payoff: gun]]');
    expect(at('[[setup: a]] [[ re$0').chosen('reveal')).toBe('[[setup: a]] [[ reveal: ');
    expect(at('[[$0').offered?.[0]?.snippet).toBe('setup: $0]]');
    expect(at('[[$0]]').offered?.[0]?.snippet).toBeUndefined();
  });

  test('in Markdown also after those of a comment', () => {
    expect(at('<!-- $0', { treatment: true }).offered?.[0]?.snippet).toBe('setup: $1 -->$0');
    expect(at('<!-- $0').labels).toBeUndefined();
  });

  test('with what closes them written once, where the editor has closed the bracket of a comment', () => {
    const { offered, chosen } = at('<!-- se$0>', { treatment: true });
    const { edit, snippet } = offered![0]!;
    expect([snippet, edit.end - edit.start]).toEqual(['setup: $1 -->$0', 'se>'.length]);
    expect(chosen('setup')).toBe('<!-- setup: >');
    for (const line of ['<!-- se$0 -->', '<!-- se$0-->'])
      expect(at(line, { treatment: true }).offered?.[0]?.snippet).toBeUndefined();
    expect(at('<!-- se$0: gun>', { treatment: true }).chosen('setup')).toBe('<!-- setup: gun>');
  });

  test('and the two around a flashback', () => {
    const taken = (line: string, treatment = false) => {
      const { offered } = at(line, { treatment });
      const template = offered?.find(({ kind }) => kind === 'template');
      const written = line.replace('$0', '');
      const [start, end] = template
        ? [line.indexOf('[[') < 0 ? 5 : 2, template.edit.end - template.edit.start]
        : [0, 0];
      return template && written.slice(0, start) + expanded(template.snippet!) + written.slice(start + end);
    };
    const both = '[[story: -1y]]\n\n\n\n[[story: now]]';
    for (const line of ['[[$0', '[[$0]]', '[[fl$0]]']) expect(taken(line)).toBe(both);
    for (const line of ['<!-- $0', '<!-- $0>', '<!-- $0 -->'])
      expect(taken(line, true)).toBe('<!-- story: -1y -->\n\n\n\n<!-- story: now -->');
    for (const line of ['[[$0: x]]', '[[$0 | x]]', '[[$0]] and more']) expect(taken(line)).toBeUndefined();
  });

  test('nowhere else', () => {
    for (const line of ['$0', '[[setup: gun]] $0', '[[a note $0', '[ $0', '[[to do: a $0'])
      expect(at(line).labels ?? []).toEqual([]);
  });
});

describe('what a kind names', () => {
  test('threads, in a payoff those first that wait for one', () => {
    const { offered, labels } = at('[[payoff: $0]]');
    expect(labels).toEqual(['gun', 'rope', 'soy-allergy']);
    expect(offered?.[0]).toMatchObject({ detail: 'gun · never paid off', entry: { list: 'threads', id: 'gun' } });
    expect(at('[[payoff: gun, $0]]').labels).toEqual(['rope', 'soy-allergy']);
    expect(at('[[payoff: gun, soy-al$0x]]').chosen('soy-allergy')).toBe('[[payoff: gun, soy-allergy]]');
  });

  test('not what is being typed and nowhere else', () => {
    expect(at('[[payoff: gu-$0]]').labels).not.toContain('gu-');
    expect(at('[[payoff: gun$0]]').labels).toContain('gun');
    expect(at('[[payoff: gun$0').labels).toContain('gun');
    expect(at('[[payoff: gu-$0]] [[setup: gu-]]').labels).toContain('gu-');
    expect(at('[[reveal: who-$0]]').labels).not.toContain('who-');
    expect(at('[[setup: gun for=who-$0]]').labels).not.toContain('who-');
    expect(at('[[reveal: who-shot$0]]').labels).toContain('who-shot');
  });

  test('facts, in a reveal those first that are not told', () => {
    expect(at('[[reveal: $0]]').labels).toEqual(expect.arrayContaining(['baby-swap', 'who-shot']));
    expect(at('[[reveal: $0]]').labels?.at(-1)).toBe('who-shot');
  });

  test('words and rules', () => {
    expect(at('[[turn: $0]]').labels).toContain('midpoint');
    expect(at('[[form: ch$0]]').chosen('chamber-play')).toBe('[[form: chamber-play]]');
    expect(at('[[ignore: setup.un$0]]').chosen('setup.unpaid')).toBe('[[ignore: setup.unpaid]]');
  });

  test('nothing that lies beyond the horizon', () => {
    expect(at('[[payoff: $0]]', { horizon: 2 }).labels).toEqual(['gun', 'soy-allergy']);
    expect(at('[[setup: gun for=$0]]', { horizon: 0 }).labels).toEqual([]);
  });
});

describe('keys and values', () => {
  test('keys of the kind, without those that are there', () => {
    expect(at('[[setup: gun $0]]').labels).toEqual(['intent', 'for', 'event', 'at', 'as']);
    expect(at('[[setup: gun intent=open f$0]]').labels).toEqual(['for', 'event', 'at', 'as']);
    expect(at('[[setup: gun in$0]]').chosen('intent')).toBe('[[setup: gun intent=]]');
    expect(at('[[herring: gun $0]]').labels?.[0]).toBe('cleared');
    expect(at('[[setup: gun | a $0]]').labels ?? []).toEqual([]);
  });

  test('values', () => {
    expect(at('[[setup: gun intent=$0]]').labels).toEqual(['open', 'motif', 'herring']);
    expect(at('[[setup: gun for=$0]]').labels).toEqual(expect.arrayContaining(['baby-swap', 'who-shot']));
    expect(at('[[setup: gun event=pa$0]]').chosen('party')).toBe('[[setup: gun event=party]]');
    expect(at('[[reveal: baby-swap via=$0]]').labels).toEqual([]);
  });

  test('people, as long as the list goes on', () => {
    expect(at('[[reveal: baby-swap to=$0]]').labels).toEqual(['audience', 'peter', 'marissa', 'anna']);
    expect(at('[[reveal: baby-swap to=peter,$0]]').labels).toEqual(['audience', 'marissa', 'anna']);
    expect(at('[[reveal: baby-swap to=peter, mar$0]]').chosen('marissa')).toBe(
      '[[reveal: baby-swap to=peter, marissa]]',
    );
    expect(at('[[reveal: baby-swap to="peter, $0"]]').labels).toEqual(['audience', 'marissa', 'anna']);
    expect(at('[[knows: baby-swap who=$0]]').labels).toEqual(['peter', 'marissa', 'anna']);
    expect(at('[[knows: baby-swap who=peter $0]]').labels).toEqual(['event', 'at', 'as']);
  });
});
