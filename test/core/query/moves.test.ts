import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../../server/core/query/moves/stops.ts';
import { type Move, move, type Stride } from '../../../server/core/query/moves.ts';
import type { Horizon } from '../../../server/core/season/horizon.ts';
import { type Fixture, season } from '../../fixture.ts';

/** The text that a move leads to, `~` before it where it went round. */
function to(source: string | Fixture, stride: Stride, direction: Direction, horizon?: Horizon): string | undefined {
  const fixture = typeof source === 'string' ? season(source) : source;
  const context = { ...fixture.context(), ...(horizon && { horizon }) };
  return said(fixture, move(context, fixture.offset, stride, direction));
}

function said(fixture: Fixture, found: Move | undefined): string | undefined {
  if (!found) return undefined;
  const { target, wrapped } = found;
  const path = [...fixture.manuscripts.keys()].find((one) => fixture.uri(one) === target.uri)!;
  const { text } = fixture.manuscripts.get(path)!;
  const words = 'span' in target ? text.slice(target.span.start, target.span.end) : fixture.textOf(target)!;
  return `${wrapped ? '~' : ''}${words}`;
}

describe('marks', () => {
  const script = (at: number) => {
    const parts = ['', '[[setup: gun]] A. ', 'B. [[craft: fine]] [[story: -6y]]', '\n\n[[todo: more]]', ' C.'];
    return `--- s.fountain\n${parts.slice(0, at).join('')}$0${parts.slice(at).join('')}\n`;
  };

  test.each([
    [1, 'next', '[[craft: fine]]'],
    [2, 'next', '[[craft: fine]]'],
    [3, 'next', '[[todo: more]]'],
    [4, 'next', '~[[setup: gun]]'],
    [1, 'previous', '~[[todo: more]]'],
    [2, 'previous', '[[setup: gun]]'],
    [4, 'previous', '[[todo: more]]'],
  ] as const)('from place %i to the %s: %s', (at, direction, expected) => {
    expect(to(script(at), 'mark', direction)).toBe(expected);
  });

  test('from within one, back to its beginning', () => {
    expect(to('--- s.fountain\n[[setup: gun]] [[payoff: g$0un]]', 'mark', 'previous')).toBe('[[payoff: gun]]');
  });

  test('where there is none, nowhere', () => {
    expect(to('--- s.fountain\nProse.$0 [[story: now]]', 'mark', 'next')).toBeUndefined();
  });

  const study = `--- all.study.yaml
title: Pistols
events: [{ id: hung, text: It is hung up., told: { episode: 1 }, cues: [on the wall] }]
threads: [{ id: pistol, title: The pistol, kind: object, cues: [pistol], setups: [{ text: Hung, event: hung }] }]
`;
  test('a mention whose role is inferred is one, another mention is none', () => {
    const text = '$0A pistol.\n\nA pistol on the wall.\n\n[[turn: midpoint]]\n';
    const fixture = season(`${study}--- e1.fountain\n${text}`);
    const first = move(fixture.context(), 0, 'mark', 'next')!;
    expect(said(fixture, first)).toBe('pistol');
    expect('span' in first.target && first.target.span.start).toBe(13);
    expect(said(fixture, move(fixture.context(), 13, 'mark', 'next'))).toBe('[[turn: midpoint]]');
  });

  test('every mark is come by in one round, forward and back', () => {
    const part = fc.constantFrom(
      '[[setup: a]] ',
      '[[payoff: a]]',
      'Prose. ',
      '\n\n',
      'INT. HALL - DAY\n\n',
      '[[ignore: x]]',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.nat(200), (parts, at) => {
        const text = parts.join('');
        const fixture = season(`--- s.fountain\n${text}`);
        const context = fixture.context();
        const count = text.split(/\[\[(?:setup|payoff): a\]\]/).length - 1;
        for (const direction of ['next', 'previous'] as const) {
          const seen = new Set<number>();
          let offset = Math.min(at, text.length);
          for (let i = 0; i < count; i++) {
            const { target } = move(context, offset, 'mark', direction)!;
            offset = context.manuscript.place((target as { item: number }).item).start;
            seen.add(offset);
          }
          expect(seen.size).toBe(count);
        }
      }),
    );
  });
});

describe('unpaid setups', () => {
  const files = (cursor: 1 | 2 | 3) => `--- e1.fountain
${cursor === 1 ? '$0' : ''}[[setup: gun]] [[setup: rope]] [[setup: cake intent=open]]
--- e2.fountain
Text. ${cursor === 2 ? '$0' : ''}
--- e3.fountain
[[payoff: gun]] ${cursor === 3 ? '$0' : ''} [[setup: letter]]
`;
  test.each([
    [1, 'next', '[[setup: rope]]'],
    [2, 'next', '[[setup: letter]]'],
    [2, 'previous', '[[setup: rope]]'],
    [3, 'next', '[[setup: letter]]'],
    [3, 'previous', '[[setup: rope]]'],
    [1, 'previous', '~[[setup: letter]]'],
  ] as const)('from file %i to the %s: %s', (cursor, direction, expected) => {
    expect(to(files(cursor), 'unpaid', direction)).toBe(expected);
  });

  test('the only one is found from itself, by going round', () => {
    expect(to('--- s.fountain\n[[setup: gun$0]]', 'unpaid', 'next')).toBe('~[[setup: gun]]');
    expect(to('--- s.fountain\n$0[[setup: gun]]', 'unpaid', 'next')).toBe('~[[setup: gun]]');
    expect(to('--- s.fountain\n[[setup: gun]] [[payoff: gun]]$0', 'unpaid', 'next')).toBeUndefined();
  });

  test('keep to the horizon', () => {
    expect(to(files(2), 'unpaid', 'next', { episode: 2 })).toBe('~[[setup: gun]]');
  });

  test('in a treatment beside the script that counts, the treatment’s own', () => {
    const source = '--- e1.fountain\n[[setup: gun]]\n--- e1.treatment.md\n$0Prose.\n\n[[setup: gun]]\n';
    const fixture = season(source);
    const found = move(fixture.context(), fixture.offset, 'unpaid', 'next');
    expect(found?.target.uri).toBe(fixture.uri('e1.treatment.md'));
  });
});

describe('scenes and acts', () => {
  const files = (cursor: number, extra = '') => {
    const parts = [
      '# Act One\n\nINT. A - DAY\n\n',
      'Text.\n\n',
      'INT. B',
      ' - DAY\n\nText.\n\n# Act Two\n\n',
      'EXT. C - NIGHT\n\nEnd.',
    ];
    return `--- e1.fountain\n${parts.slice(0, cursor).join('')}$0${parts.slice(cursor).join('')}
--- e2.fountain\n# Teaser\n\nINT. D - DAY\n\nText.${extra}\n`;
  };
  test.each([
    [0, 'scene', 'next', 'INT. A - DAY'],
    [1, 'scene', 'next', 'INT. B - DAY'],
    [1, 'scene', 'previous', 'INT. A - DAY'],
    [2, 'scene', 'next', 'EXT. C - NIGHT'],
    [3, 'scene', 'previous', 'INT. A - DAY'],
    [5, 'scene', 'previous', 'EXT. C - NIGHT'],
    [5, 'scene', 'next', 'INT. D - DAY'],
    [0, 'scene', 'previous', undefined],
    [0, 'act', 'next', '# Act Two'],
    [1, 'act', 'previous', '# Act One'],
    [5, 'act', 'next', '# Teaser'],
  ] as const)('from place %i, %s, %s: %s', (cursor, stride, direction, expected) => {
    expect(to(files(cursor), stride, direction)).toBe(expected);
  });

  test('end where the season or the horizon does', () => {
    expect(
      to('--- e1.fountain\nINT. A - DAY\n\nText.\n--- e2.fountain\nINT. B - DAY\n\n$0Text.', 'scene', 'next'),
    ).toBeUndefined();
    expect(to(files(5), 'scene', 'next', { episode: 1 })).toBeUndefined();
  });

  test('go on within a text that lies ahead of the horizon, and nowhere else from there', () => {
    const source =
      '--- e1.fountain\nINT. A - DAY\n\nText.\n--- e2.fountain\nINT. B - DAY\n\n$0Text.\n\nINT. C - DAY\n\nText.';
    expect(to(source, 'scene', 'next', { episode: 1 })).toBe('INT. C - DAY');
  });

  test('in a treatment an act without scenes is one', () => {
    expect(to('--- e1.treatment.md\n# Act One\n\n$0Text.\n\n# Act Two\n\n## A scene\n\nText.', 'scene', 'next')).toBe(
      '## A scene',
    );
    expect(to('--- e1.treatment.md\n# Act One\n\nText.$0\n\n# Act Two\n\nText.', 'scene', 'next')).toBe('# Act Two');
  });

  test('from a treatment on to the next treatment, though a script counts', () => {
    const fixture = season(
      '--- e1.treatment.md\n# Act One\n\n$0Text.\n--- e2.fountain\nINT. B - DAY\n\nText.\n--- e2.treatment.md\n# Act One\n\n## Later\n\nText.',
    );
    expect(to(fixture, 'scene', 'next')).toBe('## Later');
  });
});
