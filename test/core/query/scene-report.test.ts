import { describe, expect, test } from 'vitest';
import type { OutlineNode } from '../../../server/core/query/answers.ts';
import { type SceneReport, sceneReport } from '../../../server/core/query/scene-report.ts';
import { type Fixture, season } from '../../fixture.ts';
import { expectLinear } from '../../growth.ts';

function report(fixture: Fixture, horizon?: number): SceneReport {
  const context = { ...fixture.context(), ...(horizon !== undefined && { horizon: { episode: horizon } }) };
  return sceneReport(context, fixture.offset);
}

/** The rows below one of the first level: `label — description`. */
function below(source: string | Fixture, id: 'people' | 'threads', horizon?: number): string[] {
  const found = report(typeof source === 'string' ? season(source) : source, horizon);
  if (!('rows' in found)) return [found.none];
  return rows(found.rows.find((row) => row.id === id)!.children);
}

function rows(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap(({ label, description, status, children }) => [
    `${'  '.repeat(depth)}${label}${description ? ` — ${description}` : ''}${status ? ` (${status})` : ''}`,
    ...rows(children, depth + 1),
  ]);
}

const scene = 'INT. HALL - NIGHT\n\n';

describe('the scene', () => {
  const heading = (source: string) => {
    const found = report(season(source));
    return 'rows' in found ? rows(found.rows)[0] : found.none;
  };

  test('is the one under the cursor, by its heading', () => {
    expect(heading(`--- e1.fountain\n${scene}Text.\n\nINT. STAIRS - NIGHT #2#\n\nText.$0`)).toBe(
      '2. INT. STAIRS - NIGHT — E1',
    );
    expect(heading('--- e1.treatment.md\n# Act One\n\n## The hall\n\nText.$0')).toBe('The hall — E1');
  });

  test('is the act where that has no scenes, and the episode where that has no acts', () => {
    expect(heading('--- e1.treatment.md\n# Act One\n\nText.$0')).toBe('Act One');
    expect(heading('--- e1.treatment.md\n# Episode 1: Dusk\n\nText.$0')).toBe('Episode 1: Dusk');
  });

  test('is none on a title page, and not told ahead of the horizon', () => {
    expect(report(season(`--- e1.fountain\nTitle: H$0\n\n${scene}Text.`))).toEqual({ none: 'noScene' });
    expect(report(season('--- e1.fountain\n$0'))).toEqual({ none: 'noScene' });
    const two = season(`--- e1.fountain\nA.\n--- e2.fountain\n${scene}Text.$0`);
    expect(report(two, 1)).toEqual({ none: 'ahead' });
  });
});

describe('who is here', () => {
  test('in a script: who speaks, not V.O., and who is named in its action', () => {
    const source = `--- s.fountain
INT. STAIRS - DAY

CLEO
Here.

DORA
There.

${scene}Cleo waits. Dora's coat.$0

BO
Yes.

ANNA (V.O.)
No.

INT. ROOF - DAY

EVE
Later.
`;
    expect(below(source, 'people')).toEqual(['BO — speaks', 'CLEO — here']);
  });

  test('in a treatment nobody for certain', () => {
    const source = `--- all.study.yaml
title: All
characters: [{ id: anna, name: Anna Berg }, { id: bo, name: Bo Berg }, { id: cleo, name: Cleo }]
--- e1.treatment.md
## The hall

Anna waits. [[craft: Bo]] The Bergs. Cleo's coat.$0

## Later

Bo comes.
`;
    expect(below(source, 'people')).toEqual(['Anna Berg — may be here']);
  });
});

describe('what they know', () => {
  const source = `--- e1.fountain
${scene}ANNA
Yes.

BO
No.

[[learns: will who=anna]] [[reveal: murder to=audience via=letter]]<one>

[[learns: murder who=bo]]<two>

INT. STAIRS - DAY

[[learns: murder who=anna]]
`;
  const at = (place: string) => source.replace(`<${place}>`, '$0').replace(/<\w+>/, '');

  test('by the end of the line', () => {
    expect(below(at('one'), 'people')).toEqual([
      'ANNA — speaks · knows 1 fact · in the dark about 1',
      '  murder — does not know, the audience does',
      '  will — E1',
      'BO — speaks · in the dark about 1',
      '  murder — does not know, the audience does',
      'The audience — knows 1 fact',
      '  murder — E1',
    ]);
  });

  test('and further on more', () => {
    expect(below(at('two'), 'people').filter((row) => row.startsWith('BO') || row.includes('murder'))).toEqual([
      '  murder — does not know, the audience does',
      'BO — speaks · knows 1 fact',
      '  murder — E1',
      '  murder — E1',
    ]);
  });

  test('what they have known all along has no place', () => {
    const known = `--- e1.fountain\n${scene}ANNA\nYes.\n\n[[knows: murder who=anna]]$0\n`;
    expect(below(known, 'people')).toEqual(['ANNA — speaks · knows 1 fact', '  murder — all along']);
  });
});

describe('open threads', () => {
  test('are planted by now and not fired; the one left alone for longest first', () => {
    const source = `--- e1.fountain
${scene}[[setup: rope]] [[setup: letter]] [[setup: moon intent=motif]] [[setup: song intent=open]] [[herring: colin]]
--- e2.fountain
${scene}[[payoff: letter]] [[setup: gun]]

INT. STAIRS - DAY

[[reminder: rope]]

INT. ROOF - DAY

[[setup: cake]]$0 Text.

[[payoff: gun]] [[setup: late]]
--- e4.fountain
[[payoff: cake]] [[herring: colin cleared]]
`;
    expect(below(source, 'threads')).toEqual([
      'song — 1 episode ago · setup (open)',
      'colin — 1 episode ago · setup (herring)',
      'gun — 2 scenes ago · setup',
      'rope — 1 scene ago · reminder',
      'cake — in this scene · setup',
    ]);
  });

  test('counts the scenes and the pages between', () => {
    const pages = 'She waits, and nothing comes of it.\n\n'.repeat(60);
    const source = `--- e1.fountain\n${scene}[[setup: gun]]\n\n${pages}INT. STAIRS - DAY\n\nText.\n\nINT. ROOF - DAY\n\nText.$0`;
    expect(below(source, 'threads')).toEqual(['gun — 2 scenes, 2 pages ago · setup']);
  });

  test('one that is paid more than once is open up to the last', () => {
    const source = (cursor: number) =>
      `--- e1.fountain\n${['[[setup: gun]]', '[[payoff: gun]]', '[[payoff: gun]]', '']
        .map((part, i) => `${part}${i === cursor ? '$0' : ''}`)
        .join('\n\n')}`;
    expect([0, 1, 2, 3].map((cursor) => below(source(cursor), 'threads').length)).toEqual([1, 1, 0, 0]);
  });

  test('a mention in this text is a touch', () => {
    const source = `--- all.study.yaml
title: Pistols
threads: [{ id: pistol, title: The pistol, kind: object, cues: [pistol] }]
--- e1.fountain
${scene}[[setup: pistol]]

INT. STAIRS - DAY

The pistol hangs there.

INT. ROOF - DAY

Text.$0 The pistol.
`;
    expect(below(source, 'threads')).toEqual(['The pistol — in this scene · mentioned']);
    expect(below(source.replace(' The pistol.\n', '\n'), 'threads')).toEqual(['The pistol — 1 scene ago · mentioned']);
  });

  test('in a treatment beside the script that counts, by its own places', () => {
    const source = `--- e1.fountain\n${scene}[[setup: gun]]\n--- e1.treatment.md\n## A\n\nText. [[setup: gun]]\n\n## B\n\nText.$0`;
    expect(below(source, 'threads')).toEqual(['gun — 1 scene ago · setup']);
  });

  test('keep to the horizon: a red herring is one when that is told', () => {
    const source = `--- e1.fountain\n${scene}[[herring: colin]]$0\n--- e2.fountain\n[[herring: colin cleared]]`;
    expect(below(source, 'threads')).toEqual(['colin — in this scene · setup (herring)']);
    expect(below(source, 'threads', 1)).toEqual(['colin — in this scene · setup']);
  });

  test('that nobody can place are none', () => {
    const study = `--- all.study.yaml
title: All
episodes: [{ number: 1 }, { number: 2 }, { number: 3 }]
threads: [{ id: gun, title: Gun, kind: object, setups: [{ text: Hung, episode: 1 }], payoffs: [{ text: Fired }] }]
--- e2.fountain
${scene}Text.$0
`;
    // Whether it has been fired by now nobody has said.
    expect(below(study, 'threads')).toEqual([]);
    expect(below(study.replace('Fired }', 'Fired, episode: 3 }'), 'threads')).toEqual(['Gun — 1 episode ago · setup']);
  });
});

test('rows keep their ids when something is written before', () => {
  const ids = (nodes: readonly OutlineNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
  const of = (before: string) => {
    const found = report(
      season(`--- e1.fountain\n${before}${scene}ANNA\nYes. [[setup: gun]] [[learns: x who=anna]]$0`),
    );
    return 'rows' in found ? ids(found.rows) : [];
  };
  expect(of('INT. ROOF - DAY\n\nText.\n\n')).toEqual(of(''));
  expect(new Set(of('')).size).toBe(of('').length);
  expect(of('').length).toBeGreaterThan(4);
});

test('of a long script with many open threads takes no longer than the script is', () => {
  const scenes = (count: number) =>
    Array.from({ length: count }, (_, i) => `INT. ROOM ${i} - DAY\n\nText. [[setup: t${i}]]\n`).join('\n');
  const fixtures = new Map<string, Fixture>();
  const make = (count: number) => {
    const source = `--- e1.fountain\n${scenes(count)}\nINT. END - DAY\n\nText.$0`;
    const fixture = season(source);
    report(fixture);
    fixtures.set(source, fixture);
    return source;
  };
  expectLinear(make, (source) => void report(fixtures.get(source)!), 100);
});
