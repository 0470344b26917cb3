import { describe, expect, test } from 'vitest';
import { pageAt } from '../../../server/core/pages/manuscript-pages.ts';
import { lensText } from '../../../server/core/query/lenses/lens-text.ts';
import { type LensKinds, lenses } from '../../../server/core/query/lenses/lenses.ts';
import type { RuleSettings } from '../../../server/core/rules/diagnose.ts';
import type { Horizon } from '../../../server/core/season/horizon.ts';
import { type Fixture, folder, season } from '../../fixture.ts';

const kinds: LensKinds = { threads: true, reveals: true, structure: false };

interface Options extends RuleSettings {
  readonly path?: string;
  readonly horizon?: Horizon;
  readonly kinds?: Partial<LensKinds>;
}

/** `line: text → where it leads` of each lens. */
function said(source: string, { path, horizon, kinds: wanted, ...rules }: Options = {}): string[] {
  const fixture = season(source);
  const base = fixture.context(path);
  const measure = { page: (target: { uri: string; item: number }) => pageOf(fixture, target), length: () => undefined };
  const context = { ...base, measure, ...(horizon && { horizon }) };
  const { text } = base.manuscript;
  return lenses(context, { ...kinds, ...wanted }, rules).map((lens) => {
    const line = text.lineAt(lens.span.start);
    if (lens.missing !== undefined) return `${line}: ${lens.missing}`;
    const { title, targets } = lensText(context, lens)!;
    return `${line}: ${title} → ${targets.map((target) => fixture.textOf(target)).join(' ')}`;
  });
}

function pageOf({ manuscripts }: Fixture, { uri, item }: { uri: string; item: number }): number | undefined {
  const manuscript = manuscripts.get(uri.slice(folder.length + 1))!;
  return pageAt(manuscript, manuscript.place(item).start);
}

const page = `${'Something happens.\n\n'.repeat(27)}`;

describe('threads', () => {
  test('a setup tells how far off its payoff is, a payoff where it was set up', () => {
    const source = `--- one.fountain\nINT. A - DAY\n\n[[setup: gun]]\n\n${page}${page}Bang. [[payoff: gun]]\n`;
    expect(said(source)).toEqual([
      '2: 1 payoff · 2 pages later → [[payoff: gun]]',
      '112: 1 setup · p. 1 → [[setup: gun]]',
    ]);
  });

  test('across episodes, the first of several', () => {
    const source = `
--- e1.fountain
INT. A - DAY

[[setup: gun]]

[[setup: gun | again]]
--- e4.fountain
INT. B - DAY

[[payoff: gun]]

[[payoff: gun | again]]`;
    expect(said(source)).toEqual([
      '2: 2 payoffs · first 3 episodes later → [[payoff: gun]] [[payoff: gun | again]]',
      '4: 2 payoffs · first 3 episodes later → [[payoff: gun]] [[payoff: gun | again]]',
    ]);
    expect(said(source, { path: 'e4.fountain' })[0]).toBe(
      '2: 2 setups · first E1 p. 1 → [[setup: gun]] [[setup: gun | again]]',
    );
  });

  test('a red herring and its clearing', () => {
    expect(said('--- one.fountain\n[[herring: butler]]\n\n[[herring: butler cleared]]\n')).toEqual([
      '0: Cleared · p. 1 → [[herring: butler cleared]]',
      '2: 1 setup · p. 1 → [[herring: butler]]',
    ]);
  });

  test('several in one line say which they are', () => {
    const source = '--- one.fountain\n[[setup: A gun]] [[setup: glass]]\n\n[[payoff: a-gun, glass]]\n';
    expect(said(source)).toEqual([
      '0: A gun: 1 payoff · p. 1 → [[payoff: a-gun, glass]]',
      '0: glass: 1 payoff · p. 1 → [[payoff: a-gun, glass]]',
      '2: A gun: 1 setup · p. 1 → [[setup: A gun]]',
      '2: glass: 1 setup · p. 1 → [[setup: glass]]',
    ]);
  });

  test('reminders, notes and what is left open on purpose have none', () => {
    expect(said('--- one.fountain\n[[setup: gun intent=open]]\n\n[[reminder: gun]]\n\n[[craft: x]]\n')).toEqual([]);
  });
});

describe('what is owed', () => {
  const unpaid = '--- one.fountain\n[[setup: gun]]\n\n[[setup: gun]]\n\n[[payoff: glass]]\n';

  test('is said where the rules say it', () => {
    expect(said(unpaid)).toEqual(['0: Not paid off yet', '4: Not set up anywhere']);
    expect(said(`${unpaid}\nTHE END\n`)[0]).toBe('0: Never paid off');
  });

  test('and nowhere else: with the rule off, ignored there, or under a horizon', () => {
    expect(said(unpaid, { rules: { 'setup.unpaid': 'off' } })).toEqual(['4: Not set up anywhere']);
    expect(said('--- one.fountain\n[[ignore: setup.unpaid]]\n[[setup: gun]]\n')).toEqual([]);
    expect(said('--- e1.fountain\n[[setup: gun]]\n', { horizon: { episode: 1 } })).toEqual([]);
  });
});

describe('reveals', () => {
  const source = `--- one.fountain
INT. A - DAY

[[setup: gun for=murder]] [[setup: glass for=murder]]

[[reveal: murder to=anna,bo,audience]]

[[reveal: other to=audience]]

[[reveal: third to=bo]] [[setup: hat for=third]]
`;

  test('tell how many learn it, and how much speaks for it', () => {
    expect(said(source, { kinds: { threads: false } })).toEqual([
      '4: 3 learn it · 2 pieces of evidence → [[setup: gun for=murder]] [[setup: glass for=murder]]',
      '8: Bo learns it · 1 piece of evidence → [[setup: hat for=third]]',
    ]);
  });

  test('each kind can be left out', () => {
    expect(said(source, { kinds: { threads: false, reveals: false } })).toEqual([]);
    expect(said(source, { kinds: { reveals: false } }).join()).not.toContain('learn');
  });
});

describe('structure', () => {
  test('what episodes and acts hold', () => {
    const source = `--- one.fountain
# Act One

[[setup: gun]] [[herring: butler]]

# Act Two

[[payoff: gun]] [[reveal: x]]

# Act Three

Text.
`;
    expect(said(source, { kinds: { threads: false, reveals: false, structure: true } })).toEqual([
      '0: 2 setups → [[setup: gun]] [[herring: butler]]',
      '4: 1 payoff, 1 reveal → [[payoff: gun]] [[reveal: x]]',
    ]);
  });
});

describe('under a horizon', () => {
  const source = `
--- e1.fountain
[[setup: gun]]

[[setup: letter for=murder]]

[[reveal: x to=anna,bo]]
--- e2.fountain
[[payoff: gun]]

[[reveal: murder]]`;

  test('nothing of later is told, and nothing later', () => {
    expect(said(source, { horizon: { episode: 1 } })).toEqual(['4: 2 learn it → ']);
    expect(said(source, { path: 'e2.fountain', horizon: { episode: 1 } })).toEqual([]);
    expect(said(source)[0]).toBe('0: 1 payoff · 1 episode later → [[payoff: gun]]');
  });
});

test('a lens of a text that has become another says nothing', () => {
  const context = season('--- one.fountain\n[[setup: gun]]\n').context();
  for (const kind of ['thread', 'reveal', 'part'] as const)
    expect(lensText(context, { kind, item: 7, id: 'none', named: false })).toBeUndefined();
});
