import { describe, expect, test } from 'vitest';
import { highlights } from '../../../server/core/query/highlights.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { definition, implementation, references } from '../../../server/core/query/locate.ts';
import { outline } from '../../../server/core/query/outline.ts';
import { within } from '../../../server/core/season/horizon.ts';
import { itemsOf } from '../../../server/core/season/items.ts';
import { season } from '../../fixture.ts';

const fixture = season(`--- all.study.yaml
title: Secrets
episodes: [{ number: 1 }, { number: 2, title: The Nanny }]
characters:
  - { id: josephine, name: Josephine Murphy, aliases: [Josie, { name: Carrie Finch, until: named }, { name: Carrie, until: named }] }
  - { id: anna, name: Anna }
events: [{ id: naming, text: Josephine says who she is, told: { episode: 2 } }, { id: crash, text: The crash }]
facts: [{ id: who-she-is, text: Carrie is Josephine, status: holds }, { id: taken, text: The boy is taken, status: holds }]
threads:
  - { id: drawing, title: A drawing, kind: clue, evidence_for: [who-she-is], setups: [{ text: A wall, episode: 1 }, { text: Somewhere }], payoffs: [{ text: Her hand, episode: 2 }] }
  - { id: late, title: What comes late, kind: secret, setups: [{ text: Late, episode: 2 }] }
reveals: [{ id: named, fact: who-she-is, to: [anna], episode: 2, evidence: [drawing] }]
craft_notes:
  - { on: "thread:drawing", text: Look at the hand, from: 2 }
  - { on: "thread:drawing", text: Look at the wall }
disputes: [{ id: whose, on: [drawing], from: 2, claims: [{ text: Hers, sources: [] }, { text: His, sources: [] }] }]
--- e1.fountain
INT. SCHOOL - DAY

CARRIE
I am the nanny.

JOSIE
Nobody sees me.

[[setup: drawing for=who-she-is]]

[[knows: who-she-is who=josephine]]

[[reveal: taken to=anna]]
--- e2.fountain
INT. SCHOOL - NIGHT

CARRIE FINCH
I am Josephine.

[[payoff: drawing event=naming]]

[[reveal: who-she-is to=anna]]

[[setup: late]]
`);

const full = fixture.season('e1.fountain');
const first = within(full, { episode: 1 });

test('everything is shown without a horizon, and at the end', () => {
  expect(within(full, undefined)).toBe(full);
  expect([...within(full, { episode: 2 }).facts.keys()].sort()).toEqual(['taken', 'who-she-is']);
});

test('the season is restricted once', () => {
  expect(within(full, { episode: 1 })).toBe(first);
  expect(within(first, { episode: 1 })).toBe(first);
});

test('what is told later, and entries without a place, are not there', () => {
  const drawing = first.threads.get('drawing')!;
  expect([drawing.setups.length, drawing.payoffs.length, drawing.status]).toEqual([1, 0, 'unpaid']);
  expect(drawing.evidenceFor).toEqual([]);
  expect([...first.threads.keys()]).toEqual(['drawing']);
  expect(first.episodes[1]).toEqual({ number: 2, linked: [] });
});

test('a fact is there once somebody is told, not when somebody knows it all along', () => {
  expect([...first.facts.keys()]).toEqual(['taken']);
});

test('notes and disputes from later on are not there', () => {
  expect(first.study!.craftNotes.map(({ text }) => text)).toEqual(['Look at the wall']);
  expect(first.study!.disputes).toEqual([]);
  expect(first.study!.events).toEqual([]);
  expect(first.study!.reveals).toEqual([]);
});

test('notes and disputes about what lies ahead are not there, even where they do not say from when', () => {
  const { study } = within(
    season(`--- all.study.yaml
title: Secrets
episodes: [{ number: 1 }, { number: 2, acts: [{ id: end, title: The end }] }]
events: [{ id: later, text: Later, told: { episode: 2 } }, { id: now, text: Now, told: { episode: 1 } }]
threads: [{ id: late, title: Late, kind: secret, setups: [{ text: Late, episode: 2 }] }]
craft_notes:
  - { on: "event:later", text: Of later }
  - { on: late, text: Of what is late }
  - { on: "episode:2", text: Of the second }
  - { on: end, text: Of its act }
  - { on: now, text: Of now }
  - { on: season, text: Of all }
disputes: [{ id: whose, on: [now, later], claims: [{ text: Hers }, { text: His }] }]
--- e1.fountain
INT. SCHOOL - DAY
`).season(),
    { episode: 1 },
  );
  expect(study!.craftNotes.map(({ text }) => text)).toEqual(['Of now', 'Of all']);
  expect(study!.disputes).toEqual([]);
});

test('a study of which the same is seen is the same object', () => {
  const source = '--- a.study.yaml\ntitle: A\nthreads: [{ id: gun, title: A gun, kind: object }]\n--- e1.fountain\n';
  const { seasons, uri, season: of } = season(`${source}[[setup: gun]]`);
  const before = within(of(), { episode: 1 });
  seasons.setFile(uri('e1.fountain'), season(`${source}[[setup: gun]] [[reminder: gun]]`).context().manuscript.facts);
  const after = within(of(), { episode: 1 });
  expect(after).not.toBe(before);
  expect(after.study).toBe(before.study);
});

describe('a secret alias', () => {
  test('is somebody else until the reveal', () => {
    expect(first.person('Carrie')).toBe('carrie');
    expect(first.characters.get('carrie')!.name).toBe('Carrie');
    expect(first.characters.get('carrie')!.declared).toBeUndefined();
    expect(first.characters.get('carrie')!.cues).toHaveLength(1);
    const josephine = first.characters.get('josephine')!;
    expect([josephine.cues.length, josephine.declared!.aliases.map(({ name }) => name)]).toEqual([1, ['Josie']]);
  });

  test('which nothing has said yet is somebody of whom nothing is known', () => {
    expect(first.person('Carrie Finch')).toBe('carrie-finch');
    expect(first.characters.get('carrie-finch')).toMatchObject({ name: 'Carrie Finch', cues: [], unheard: true });
    expect(first.characters.get('carrie')).not.toHaveProperty('unheard');
  });

  test('afterwards they are one', () => {
    const after = within(full, { episode: 2 });
    expect(after.person('Carrie')).toBe('josephine');
    expect(after.characters.get('josephine')!.cues).toHaveLength(3);
  });
});

test('nothing lights up Carrie with Josephine', () => {
  const context = { ...fixture.context('e1.fountain'), horizon: { episode: 1 } };
  const { text } = context.manuscript;
  const lit = highlights(context, text.toString().indexOf('CARRIE') + 1);
  expect(lit.map(({ start, end }) => text.slice(start, end))).toEqual(['CARRIE']);
});

test('no answer at the horizon says that Carrie is Josephine', () => {
  const horizon = { episode: 1 };
  const context = { ...fixture.context('e1.fountain'), horizon };
  const answers: unknown[] = [];
  for (let i = 0; i < itemsOf(context.manuscript.facts).length; i++) {
    const { start, end } = context.manuscript.place(i);
    for (let offset = start; offset <= end; offset++) {
      answers.push(hoverCard(context, offset));
      for (const located of [
        definition(context, offset),
        implementation(context, offset),
        references(context, offset, true),
      ]) {
        for (const target of located?.targets ?? []) expect(fixture.textOf(target)).not.toContain('Her hand');
        expect(located?.targets.some(({ uri }) => uri.endsWith('e2.fountain')) ?? false).toBe(false);
      }
    }
  }
  for (const by of ['twist', 'structure', 'thread'] as const) answers.push(outline(full, by, { horizon }));
  const said = JSON.stringify(answers);
  for (const secret of [
    'Carrie is',
    'Her hand',
    'The Nanny',
    'What comes late',
    'Look at the hand',
    'says who she is',
  ]) {
    expect(said).not.toContain(secret);
  }
  for (const card of answers.flat() as { title?: string; lines?: string[] }[]) {
    if (/carrie/i.test(card?.title ?? '')) expect(JSON.stringify(card)).not.toMatch(/josephine|josie/i);
    if (/josephine/i.test(card?.title ?? '')) expect(JSON.stringify(card)).not.toMatch(/carrie|finch/i);
  }
});
