import { describe, expect, test } from 'vitest';
import { highlights } from '../../../server/core/query/highlights.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { definition, implementation, referredAt } from '../../../server/core/query/locate.ts';
import { mentionsOfIn, threadMentionsIn } from '../../../server/core/query/mentions/mention-list.ts';
import { fileEdits, proposalsAt } from '../../../server/core/query/mentions/proposals.ts';
import type { Horizon } from '../../../server/core/season/horizon.ts';
import { season } from '../../fixture.ts';

const study = `--- all.study.yaml
title: Pistols
episodes: [{ number: 1 }, { number: 2 }]
characters:
  - { id: anna, name: Anna Petrovna, aliases: [Anna, { name: Nina, until: naming }] }
events:
  - { id: hung, text: It is hung up., told: { episode: 1 }, cues: [on the wall] }
  - { id: fired, text: It is fired., told: { episode: 2 }, cues: [pulls the trigger] }
facts: [{ id: name, text: Nina is Anna, status: holds }]
reveals: [{ id: naming, fact: name, to: [audience], episode: 2 }]
threads:
  - id: pistol
    title: The pistol
    kind: object
    cues: [pistol, gun]
    setups: [{ text: Somebody hangs it up, event: hung }]
    payoffs: [{ text: Somebody fires it, event: fired }]
  - { id: toy, title: A toy, kind: motif, cues: [gun], setups: [{ text: Played with, episode: 1 }] }
  - { id: late, title: What comes late, kind: secret, cues: [letter], setups: [{ text: Read, episode: 2 }] }
craft_notes: [{ on: "event:hung", text: Hang it high. }, { on: "event:fired", text: Fire it low. }]
`;
const story = (first: string, second = 'Nothing.') =>
  season(`${study}--- e1.fountain
INT. HALL - DAY

ANNA
Hello.

${first}
--- e2.treatment.md
Anna takes the pistol.

[[payoff: pistol]]

${second}
`);

const card = (text: string, horizon?: Horizon) => {
  const fixture = story(text);
  return hoverCard({ ...fixture.context(), ...(horizon && { horizon }) }, fixture.offset);
};

describe('hover', () => {
  test('shows the card of the thread that is mentioned, and says that it is a mention', () => {
    const { title, kind, lines, places } = card('She cleans the pis$0tol.')!;
    expect([title, kind]).toEqual(['The pistol', 'Mention · object']);
    expect(lines[0]).toBe('A mention: “pistol” refers to this thread.');
    expect(places.map(({ role }) => role)).toEqual(['Setup', 'Payoff']);
  });

  test('marks a role as inferred, and says from what', () => {
    const { kind, lines, craft } = card('The pis$0tol hangs on the wall.')!;
    expect(kind).toBe('Setup · inferred · object');
    expect(lines[0]).toMatch(/inferred.*: It is hung up\.$/);
    expect(craft.map(({ text }) => text)).toEqual(['Hang it high.']);
  });

  test('names the other threads that the words may mean', () => {
    expect(card('She cleans the g$0un.')!.lines).toContain('Also a mention of: A toy.');
  });

  test.each([
    ['action', 'Then Anna$0 leaves.'],
    ['dialogue', 'BOB\nWhere is An$0na?'],
    ['part of a name', 'Where is Pet$0rovna?'],
  ])('shows who is named in %s', (_, text) => {
    expect(card(text)).toMatchObject({ title: 'Anna Petrovna', kind: 'Character' });
  });

  test('shows the event that words tell', () => {
    expect(card('A nail on th$0e wall.')).toMatchObject({ title: 'It is hung up.', kind: 'Event · E1' });
  });

  test('of other words, notes and names within other words, nothing', () => {
    for (const text of ['A tab$0le.', '[[a pis$0tol]]', 'The pis$0tols.', 'ann$0a'])
      expect(card(text)?.title ?? '').not.toMatch(/pistol/);
  });

  test('where there is no study a name is a name all the same', () => {
    const fixture = season('--- lone.fountain\nINT. HALL - DAY\n\nBOB\nHello.\n\nThen B$0ob leaves.');
    expect(hoverCard(fixture.context(), fixture.offset)?.kind).toBe('Character');
  });
});

describe('the horizon', () => {
  const first = { episode: 1 };

  test('hides mentions of what is told later, and whose a secret name is', () => {
    expect(card('A lett$0er.', first)).toBeUndefined();
    expect(card('A lett$0er.')?.title).toBe('What comes late');
    expect(card('Ni$0na.', first)?.title).toBe('Nina');
    expect(JSON.stringify(card('Ni$0na.', first))).not.toMatch(/anna/i);
    expect(card('Ni$0na.')?.title).toBe('Anna Petrovna');
  });

  test('hides roles that are given later, in the text that gives them', () => {
    const fixture = story('Nothing.', 'Anna pulls the trigger of the gun.');
    const all = (horizon?: Horizon) =>
      threadMentionsIn({ ...fixture.context('e2.treatment.md'), ...(horizon && { horizon }) });
    expect(all().map(({ kind }) => kind)).toEqual(['mention', 'mention']);
    const later = story('Nothing.', '### Later\n\nAnna pulls the trigger of the gun.');
    const context = later.context('e2.treatment.md');
    expect(threadMentionsIn(context).map(({ kind }) => kind)).toEqual(['mention', 'payoff']);
    expect(threadMentionsIn({ ...context, horizon: first }).map(({ kind }) => kind)).toEqual(['mention', 'mention']);
    expect(mentionsOfIn({ ...context, horizon: first }, { type: 'thread', id: 'pistol' })).toEqual([]);
  });

  test('annotates nothing of what lies ahead', () => {
    const fixture = story('Nothing.', '### Later\n\nAnna pulls the trigger of the gun.');
    const context = fixture.context('e2.treatment.md');
    expect(fileEdits(context)).toHaveLength(1);
    expect(fileEdits({ ...context, horizon: first })).toBe('annotated');
    const letter = story('A lett$0er.');
    expect(proposalsAt({ ...letter.context(), horizon: first }, letter.offset)).toBe('noMention');
  });
});

describe('navigation', () => {
  const texts = (fixture: ReturnType<typeof story>, targets: readonly Parameters<typeof fixture.textOf>[0][] = []) =>
    targets.map(fixture.textOf);

  test('leads from a mention where its thread leads', () => {
    const fixture = story('[[setup: pistol]]\n\nShe cleans the pis$0tol.');
    expect(texts(fixture, definition(fixture.context(), fixture.offset)?.targets)).toEqual(['[[setup: pistol]]']);
    expect(texts(fixture, implementation(fixture.context(), fixture.offset)?.targets)).toEqual(['[[payoff: pistol]]']);
  });

  test('a reference is asked for from mentions and annotations alike', () => {
    const mention = story('She cleans the pis$0tol.');
    expect(referredAt(mention.context(), mention.offset)).toEqual({ type: 'thread', id: 'pistol' });
    const annotation = story('[[setup: pis$0tol]]');
    expect(referredAt(annotation.context(), annotation.offset)).toEqual({ type: 'thread', id: 'pistol' });
    const name = story('AN$0NA\nYes.');
    expect(referredAt(name.context(), name.offset)).toEqual({ type: 'person', id: 'anna' });
  });

  test('mentions stand in prose, not in headings and notes', () => {
    const fixture = story('# The pistol\n\nINT. PISTOL - DAY\n\nA gun, a pistol. [[pistol]]');
    const { manuscript } = fixture.context();
    const found = mentionsOfIn(fixture.context(), { type: 'thread', id: 'pistol' });
    expect(found.map(({ start, end }) => manuscript.text.slice(start, end))).toEqual(['gun', 'pistol']);
  });

  test('highlights annotations and mentions, from either', () => {
    for (const text of ['A pistol. [[setup: pis$0tol]] Guns? A gun.', 'A pistol. [[setup: pistol]] Guns? A gu$0n.']) {
      const fixture = story(text);
      const { manuscript } = fixture.context();
      const found = highlights(fixture.context(), fixture.offset);
      expect(found.map(({ start, end }) => manuscript.text.slice(start, end))).toEqual(['pistol', 'pistol', 'gun']);
    }
  });
});

describe('annotating', () => {
  const labels = (text: string) => {
    const fixture = story(text);
    const found = proposalsAt(fixture.context(), fixture.offset);
    return typeof found === 'string' ? found : found.map(({ role, thread, inferred }) => [role, thread, inferred]);
  };

  test('proposes the inferred role, else a reminder, for each thread', () => {
    expect(labels('The pis$0tol hangs on the wall.')).toEqual([['setup', 'pistol', true]]);
    expect(labels('A g$0un.')).toEqual([
      ['reminder', 'pistol', false],
      ['reminder', 'toy', false],
    ]);
  });

  test('says why there is nothing', () => {
    expect(labels('A ta$0ble.')).toBe('noMention');
    expect(labels('A pis$0tol. [[setup: pistol]]')).toBe('annotated');
    const lone = season('--- lone.fountain\nA pis$0tol.');
    expect(proposalsAt(lone.context(), lone.offset)).toBe('noStudy');
    expect(fileEdits(lone.context())).toBe('noStudy');
    expect(fileEdits(story('A table.').context())).toBe('noMention');
  });
});
