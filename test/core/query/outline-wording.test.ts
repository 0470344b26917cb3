import { beforeAll, describe, expect, test } from 'vitest';
import type { OutlineNode } from '../../../server/core/query/answers.ts';
import { callsOf } from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { seenOf } from '../../../server/core/query/call-hierarchy/story-node.ts';
import { hintTooltip, inlayHints } from '../../../server/core/query/inlay-hints.ts';
import { lensText } from '../../../server/core/query/lenses/lens-text.ts';
import { lenses } from '../../../server/core/query/lenses/lenses.ts';
import { FacetsOfSeasons, outline, outlineOfAll } from '../../../server/core/query/outline.ts';
import { sceneReport } from '../../../server/core/query/scene-report.ts';
import { symbols } from '../../../server/core/query/symbols.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { season } from '../../fixture.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';

beforeAll(speakPseudo);

const arrangements = ['twist', 'structure', 'thread'] as const;

function said(nodes: readonly OutlineNode[]): (string | undefined)[] {
  return nodes.flatMap(({ label, description, children }) => [label, description, ...said(children)]);
}

/** What a number or a choice changes, each as a translator gets it, with what the story says filled in. */
describe('each of several ways to say it is a whole text', () => {
  const study = (lists: string) => `--- all.study.yaml\ntitle: All\n${lists}\n`;
  const page = 'Nothing.\n\n'.repeat(28);

  test.each([
    ['⟦cleared⟧', '--- e1.fountain\n[[herring: gun]]\n\n[[herring: gun cleared]]'],
    ['⟦no text⟧', `${study('episodes: [{ number: 1 }, { number: 2 }]')}--- e1.fountain\nText.`],
    ['⟦not revealed yet⟧', '--- e1.fountain\n[[setup: gun for=murder]]\n\n[[uses: murder who=anna]]'],
    ['⟦learns⟧', '--- e1.fountain\n[[reveal: murder to=anna]]'],
    ['⟦knows all along⟧', '--- e1.fountain\n[[knows: murder who=anna]]'],
    ['⟦uses⟧', '--- e1.fountain\n[[uses: murder who=anna]]'],
    ['⟦via letter⟧', '--- e1.fountain\n[[reveal: murder to=anna via=letter]]'],
    ['⟦⟦Cleared⟧: gun⟧', '--- e1.fountain\n[[herring: gun cleared]]'],
    ['⟦Open⟧', '--- e1.fountain\n[[setup: gun intent=open]]'],
    ['⟦Unplanted⟧', '--- e1.fountain\n[[payoff: gun]]'],
  ])('%s in the outline', (text, source) => {
    const one = season(source);
    const parts = arrangements.flatMap((by) => said(outline(one.season('e1.fountain'), by)));
    expect(parts.flatMap((part = '') => part.split(/ · |, /))).toContain(text);
  });

  test('a group that shows some of its threads', () => {
    const one = season('--- e1.fountain\n[[setup: gun]] [[setup: rope]]').season('e1.fountain');
    expect(said(outline(one, 'thread', { filter: { text: 'rope' } }))).toContain('⟦1 of 2 threads⟧');
  });

  test('episodes of several seasons, whose ids are in no language', () => {
    const one = season('--- s1e1.fountain\n[[setup: gun]]\n--- s2e1.fountain\n[[payoff: gun]]').season();
    const gathered = new FacetsOfSeasons();
    gathered.add(one);
    expect(gathered.facets().episodes).toEqual([
      { id: 'S1 E1', label: '⟦S1 E1⟧' },
      { id: 'S2 E1', label: '⟦S2 E1⟧' },
    ]);
    const [group] = outline(one, 'thread', { filter: { episodes: ['S2 E1'] } });
    expect(group && said(group.children)).toContain('⟦Payoff⟧ · ⟦S2 E1⟧');
  });

  test('marks of other programs, as symbols', () => {
    const { manuscript } = season(
      '--- e1.fountain\n[[storyline A]]\n\n[[marker red: Cut]]\n\n[[marker]]\n\n[[todo: Cut]]',
    ).context();
    const names = symbols(manuscript, structureOf(manuscript.facts)).map(({ name }) => name);
    expect(names.filter((name) => untranslated(name) !== '')).toEqual([]);
    expect(names.length).toBeGreaterThan(2);
  });

  test('seasons beside each other', () => {
    const one = season('--- e1.fountain\n[[setup: gun]]').season();
    expect(outlineOfAll([one, one], 'thread').map(({ description }) => description)).toEqual([
      expect.stringContaining('⟦1 episode⟧'),
      expect.stringContaining('⟦1 episode⟧'),
    ]);
  });

  const scene = (text: string) => `INT. HALL - DAY\n\n${text}\n\n`;
  test.each([
    ['⟦in this scene⟧ · ⟦setup⟧', `--- e1.fountain\n${scene('[[setup: gun]]\n\n$0')}`],
    ['⟦1 scene ago⟧ · ⟦setup⟧', `--- e1.fountain\n${scene('[[setup: gun]]')}${scene('$0')}`],
    ['⟦2 scenes ago⟧ · ⟦reminder⟧', `--- e1.fountain\n${scene('[[reminder: gun]]')}${scene('A.')}${scene('B.$0')}`],
    ['⟦1 scene, 1 page ago⟧ · ⟦setup⟧', `--- e1.fountain\n${scene(`[[setup: gun]]\n\n${page}`)}${scene('$0')}`],
    ['⟦1 scene, 2 pages ago⟧ · ⟦setup⟧', `--- e1.fountain\n${scene(`[[setup: gun]]\n\n${page}${page}`)}${scene('$0')}`],
    [
      '⟦2 scenes, 1 page ago⟧ · ⟦setup⟧',
      `--- e1.fountain\n${scene(`[[setup: gun]]\n\n${page}`)}${scene('A.')}${scene('B.$0')}`,
    ],
    [
      '⟦2 scenes, 2 pages ago⟧ · ⟦setup⟧',
      `--- e1.fountain\n${scene(`[[setup: gun]]\n\n${page}${page}`)}${scene('A.')}${scene('B.$0')}`,
    ],
    ['⟦1 episode ago⟧ · ⟦setup⟧', `--- e1.fountain\n[[setup: gun]]\n--- e2.fountain\n${scene('$0')}`],
    ['⟦2 episodes ago⟧ · ⟦setup⟧', `--- e1.fountain\n[[setup: gun]]\n--- e3.fountain\n${scene('$0')}`],
  ])('%s in Threads at Cursor', (description, source) => {
    const one = season(source);
    const report = sceneReport(one.context(), one.offset);
    expect('rows' in report && report.rows.find(({ id }) => id === 'threads')?.children[0]?.description).toBe(
      description,
    );
  });

  test('a scene in which there is nothing', () => {
    const one = season('--- e1.fountain\nINT. HALL - DAY\n\nText.$0');
    const report = sceneReport(one.context(), one.offset);
    expect('rows' in report && report.rows.slice(1).map(({ label, description }) => `${label} ${description}`)).toEqual(
      ['⟦Who is here, and what they know⟧ ⟦nobody is named⟧', '⟦Open threads⟧ ⟦none⟧'],
    );
  });

  test.each([
    ['⟦1 payoff⟧ · ⟦E1⟧', '[[setup: gun]]\n\n[[payoff: gun]]'],
    ['⟦2 payoffs⟧ · ⟦first ⟦E1⟧⟧', '[[setup: gun]]\n\n[[payoff: gun]]\n\n[[payoff: gun]]'],
    ['⟦cleared⟧ · ⟦E1⟧', '[[herring: gun]]\n\n[[herring: gun cleared]]'],
    ['⟦anna learns it⟧ · ⟦1 piece of evidence⟧', '[[setup: gun for=murder]]\n\n[[reveal: murder to=anna]]'],
    ['⟦⟦the audience⟧ learns it⟧ · ⟦1 piece of evidence⟧', '[[setup: gun for=murder]]\n\n[[reveal: murder]]'],
    ['⟦2 learn it⟧', '[[reveal: murder to=anna,bo]]'],
  ])('%s in a code lens', (title, source) => {
    const context = season(`--- e1.fountain\n${source}`).context();
    const titles = lenses(context, { threads: true, reveals: true, structure: false }).map(
      (lens) => lensText(context, lens)?.title,
    );
    expect(titles).toContain(title);
  });

  test('a lens that says which it is', () => {
    const context = season(
      '--- e1.fountain\n[[setup: gun]] [[setup: rope]]\n\n[[payoff: gun]]\n\n[[payoff: rope]]',
    ).context();
    const [lens] = lenses(context, { threads: true, reveals: false, structure: false });
    expect(lensText(context, lens!)?.title).toBe('⟦gun: ⟦1 payoff⟧ · ⟦E1⟧⟧');
  });

  test('hints and what they say further', () => {
    const act = `# Act One\n\n${scene(page)}${scene('A.')}`;
    const { manuscript } = season(`--- e1.fountain\n${act}`).context();
    const hints = inlayHints(
      manuscript,
      { start: 0, end: manuscript.text.length },
      { episodes: true, acts: true, scenes: true },
    );
    expect(hints.map(({ label }) => label)).toEqual(['⟦pp. 1–2⟧', '⟦p. 1⟧ · 1 1/8', '⟦p. 2⟧ · 1/8']);
    expect(hintTooltip(manuscript, hints[1]!.item)?.split('\n')[0]).toBe('⟦Act One, scene 1 of 2⟧');
    const alone = season('--- e1.treatment.md\n## The hall\n\nOne word more.').context().manuscript;
    const [hint] = inlayHints(
      alone,
      { start: 0, end: alone.text.length },
      { episodes: true, acts: true, scenes: true },
    );
    expect(hint?.label).toBe('⟦p. 1⟧ · ⟦5 words⟧');
  });

  test('a thread and a fact as wholes, as calls', () => {
    const one = season('--- e1.fountain\n[[setup: gun for=murder]]\n\n[[reveal: murder]]').season();
    const wholes = [
      { type: 'thread', id: 'gun' },
      { type: 'fact', id: 'murder' },
    ] as const;
    const calls = callsOf(seenOf(one, undefined), wholes, undefined);
    expect(calls.map(({ detail }) => detail)).toEqual(['⟦Thread⟧', '⟦Fact⟧']);
  });
});
