import { describe, expect, test } from 'vitest';
import { knowledgeTable } from '../../../server/core/knowledge/table.ts';
import { highlights } from '../../../server/core/query/highlights.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { definition, references } from '../../../server/core/query/locate.ts';
import { personName } from '../../../server/core/query/persons.ts';
import { sceneReport } from '../../../server/core/query/scene-report.ts';
import { seasonSymbols } from '../../../server/core/query/workspace-symbols.ts';
import { within } from '../../../server/core/season/horizon.ts';
import { completeAnnotation } from '../../../server/core/study-language/complete-annotation.ts';
import { season } from '../../fixture.ts';

/** Kit is Agnes, and so is the Widow; the third episode tells it. */
const study = (agnes = 'id: agnes, name: Agnes Grey', aliases = '') => `--- a.study.yaml
study: 1
title: Kit
characters:
  - { ${agnes}, actor: Ada Player, note: She was born here., aliases: [Aggie, { name: Kit, until: unmasked }, { name: The Widow, until: unmasked }${aliases}] }
  - { id: bo, name: Bo }
facts:
  - { id: theft, text: The pearls are glass., status: holds }
  - { id: mask, text: Kit is Agnes., status: holds }
reveals:
  - { id: unmasked, fact: mask, to: [audience], episode: 3 }
craft_notes:
  - { on: "character:agnes", text: Her silence does it. }
`;
const scripts = `--- e01.fountain
INT. HALL - DAY

AGNES GREY
Glass.

BO
Never, says Kit.

[[reveal: theft to=agnes]]

INT. YARD - DAY

KIT
Bo!

KIT (CONT'D)
Glass!

Kit waits. So does Agnes Grey.

[[knows: theft who=kit]]

--- e02.fountain
INT. ATTIC - DAY

KIT
No.

--- e03.fountain
INT. ATTIC - DAY

KIT
It was me.

[[reveal: mask to=audience]]
`;
const treatments = `--- e01.treatment.md
# Episode 1

## A scene

Bo waits. Then Kit comes in, and Agnes Grey goes. Kit laughs.

--- e02.treatment.md
# Episode 2

## A scene

Kit laughs again. [[reveal: theft to=bo]]

--- e03.treatment.md
# Episode 3

## A scene

Kit says who she is. [[reveal: mask to=audience]]
`;

const horizon = { episode: 2 };

function ask(source: string, path: string, ...seen: readonly (typeof horizon | undefined)[]) {
  const fixture = season(source);
  const reach = seen.length > 0 ? seen[0] : horizon;
  const context = {
    ...fixture.context(path),
    ...(reach && { horizon: reach }),
    measure: { page: () => 1, length: () => undefined },
  };
  const text = context.manuscript.text.toString();
  const at = (words: string) => {
    const offset = text.indexOf(words);
    expect(offset, words).toBeGreaterThanOrEqual(0);
    return offset;
  };
  return {
    ...{ fixture, context, text, at },
    card: (words: string) => hoverCard(context, at(words)),
    lit: (words: string) => highlights(context, at(words)).map(({ start, end }) => text.slice(start, end)),
    targets: (found: ReturnType<typeof definition>) =>
      (found?.targets ?? []).map((target) => `${target.uri.split('/').at(-1)} ${fixture.textOf(target)}`),
  };
}

/** What gives away whose name it is. */
const hers = /agnes|aggie|ada player|born here|her silence|a\.study/i;
const masks = /kit|widow/i;

describe('before it is told whose name it is, in scripts', () => {
  const { fixture, context, at, card, lit, targets } = ask(study() + scripts, 'e01.fountain');

  test('each of the two has a card with what is told of them alone', () => {
    const kit = card('KIT\nBo!')!;
    expect([kit.title, kit.kind]).toEqual(['Kit', 'Character']);
    expect(kit.lines).toContain('3 speeches in 2 scenes.');
    expect(kit.places.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'First scene: INT. YARD - DAY',
      'Last scene: INT. ATTIC - DAY',
    ]);
    expect(kit.knows).toEqual(['Knows: The pearls are glass']);
    expect(JSON.stringify(kit)).not.toMatch(hers);
    const agnes = card('AGNES GREY')!;
    expect(agnes.title).toBe('Agnes Grey');
    expect(agnes.lines).toContain('1 speech in 1 scene.');
    expect(agnes.lines).toContain('Also: Aggie.');
    expect(agnes.places.map(({ text }) => text)).toEqual(['INT. HALL - DAY', 'INT. HALL - DAY']);
    expect(JSON.stringify(agnes)).not.toMatch(masks);
  });

  test('each wherever they are named', () => {
    for (const words of ['Kit waits', 'Kit.', 'kit]]', 'KIT (CONT']) {
      expect(card(words)?.title, words).toBe('Kit');
      expect(JSON.stringify(card(words))).not.toMatch(hers);
    }
    for (const words of ['Agnes Grey.', 'agnes]]']) {
      expect(card(words)?.title, words).toBe('Agnes Grey');
      expect(JSON.stringify(card(words))).not.toMatch(masks);
    }
  });

  test('each lights up for themselves', () => {
    expect(lit('Kit waits')).toEqual(['Kit', 'KIT', "KIT (CONT'D)", 'Kit', 'kit']);
    expect(lit('Agnes Grey.')).toEqual(['AGNES GREY', 'agnes', 'Agnes Grey']);
  });

  test('a name leads to where it is first seen, and to where it is seen', () => {
    const [first] = definition(context, at('Kit waits'))!.targets;
    expect(first).toEqual({ uri: fixture.uri('e01.fountain'), item: expect.any(Number) });
    expect(targets(definition(context, at('Kit waits')))).toEqual(['e01.fountain KIT']);
    expect(targets(references(context, at('Kit waits'), true))).toEqual([
      'e01.fountain KIT',
      "e01.fountain KIT (CONT'D)",
      'e02.fountain KIT',
      'e01.fountain [[knows: theft who=kit]]',
    ]);
    expect(targets(definition(context, at('Agnes Grey.')))[0]).toMatch(/^a\.study\.yaml/);
    expect(targets(references(context, at('Agnes Grey.'), false))).toEqual([
      'e01.fountain AGNES GREY',
      'e01.fountain [[reveal: theft to=agnes]]',
    ]);
  });

  test('lists of people have both, and none who was not heard of', () => {
    const symbols = seasonSymbols(context.season, horizon).filter(({ kind }) => kind === 'character');
    expect(symbols.map(({ name }) => name)).toEqual(['Agnes Grey', 'Bo', 'Kit']);
    const { people, season: seen } = knowledgeTable(context.season, { horizon });
    expect(people.map((id) => personName(seen, id))).toEqual(['Agnes Grey', 'Kit']);
    const words = completeAnnotation(context, at('kit]]'))!.map(({ label, detail }) => `${label}: ${detail}`);
    expect(words).toEqual(['agnes: Agnes Grey', 'bo: Bo', 'kit: Kit']);
  });

  test('a scene has both', () => {
    expect(card('INT. YARD')!.lines).toContain('Speaking: Kit.');
    expect(card('INT. HALL')!.lines).toContain('Speaking: Agnes Grey and Bo.');
  });

  test('two secret names are two people', () => {
    const widow = ask(study() + scripts.replace('BO\nNever', 'THE WIDOW\nNever'), 'e01.fountain');
    expect(widow.card('THE WIDOW')).toMatchObject({ title: 'The Widow', lines: ['1 speech in 1 scene.'] });
    expect(JSON.stringify(widow.card('THE WIDOW'))).not.toMatch(/kit/i);
  });
});

test.each([undefined, { episode: 3 }])('afterwards they are one: horizon %o', (reach) => {
  const { card, lit, targets, context, at } = ask(study() + scripts, 'e01.fountain', reach);
  expect(card('KIT\nBo!')).toMatchObject({ title: 'Agnes Grey' });
  expect(card('KIT\nBo!')!.lines).toContain('Also: Aggie, Kit, The Widow.');
  expect(card('Agnes Grey.')!.lines).toContain('5 speeches in 4 scenes.');
  expect(lit('Kit waits')).toEqual(['AGNES GREY', 'Kit', 'agnes', 'KIT', "KIT (CONT'D)", 'Kit', 'Agnes Grey', 'kit']);
  expect(targets(definition(context, at('Kit waits')))[0]).toMatch(/^a\.study\.yaml/);
});

describe('before it is told whose name it is, in treatments', () => {
  const { fixture, context, at, card, lit, targets } = ask(study() + treatments, 'e01.treatment.md');

  test('each of the two has a card', () => {
    expect(card('Kit comes')).toMatchObject({ title: 'Kit', kind: 'Character', lines: [] });
    expect(JSON.stringify(card('Kit comes'))).not.toMatch(hers);
    expect(card('Agnes')).toMatchObject({ title: 'Agnes Grey' });
    expect(JSON.stringify(card('Agnes'))).not.toMatch(masks);
    expect(lit('Kit comes')).toEqual(['Kit', 'Kit']);
  });

  test('a name leads to where the text says it first', () => {
    const { targets: found } = definition(context, at('Kit laughs'))!;
    expect(found).toEqual([{ uri: fixture.uri('e01.treatment.md'), span: { start: at('Kit'), end: at('Kit') + 3 } }]);
    expect(targets(definition(context, at('Agnes')))[0]).toMatch(/^a\.study\.yaml/);
  });
});

test('at an event whose words name one of the two, that one was there', () => {
  const events = `events:
  - { id: waits, text: Kit waits in the yard., told: { episode: 1 }, who: [bo, agnes], cues: [waits outside] }
  - { id: calls, text: Aggie calls., told: { episode: 1 }, who: [agnes], cues: [calls] }
  - { id: goes, text: She goes., told: { episode: 1 }, who: [agnes], cues: [goes] }
`;
  const text = '--- e01.treatment.md\n# Episode 1\n\nShe waits outside. She calls. She goes.\n';
  const lines = (reach: typeof horizon | undefined) => {
    const { card } = ask(study() + events + text, 'e01.treatment.md', reach);
    return ['waits outside', 'calls', 'goes'].map((cue) => card(cue)!.lines);
  };
  expect(lines(horizon)).toEqual([['Bo and Kit.'], ['Agnes Grey.'], ['Agnes Grey.']]);
  expect(lines(undefined)).toEqual([['Bo and Agnes Grey.'], ['Agnes Grey.'], ['Agnes Grey.']]);
  const seen = season(study() + events + text).season('e01.treatment.md');
  expect(within({ ...seen }, horizon).study).toBe(within(seen, horizon).study);
});

test('a name that prose alone has said is offered where it is said', () => {
  const offered = (path: string) => {
    const source =
      study() +
      treatments
        .replace('Bo waits.', 'Bo waits. [[knows: theft who=bo]]')
        .replace('Kit laughs again.', '[[knows: theft who=bo]]');
    const { context, text } = ask(source, path);
    return completeAnnotation(context, text.indexOf('who=bo') + 6)!.map(({ label }) => label);
  };
  expect(offered('e01.treatment.md')).toEqual(['agnes', 'bo', 'kit']);
  expect(offered('e02.treatment.md')).toEqual(['agnes', 'bo']);
});

test('a scene at the cursor has both, each with a place to go to', () => {
  const { context, at, fixture } = ask(study() + treatments, 'e01.treatment.md');
  const report = sceneReport(context, at('Bo waits'));
  const people =
    'rows' in report ? report.rows.flatMap(({ children }) => children.filter(({ kind }) => kind === 'person')) : [];
  expect(people.map(({ label, target }) => `${label}: ${fixture.textOf(target)}`)).toEqual([
    'Agnes Grey: agnes',
    'Bo: bo',
    'Kit: Kit',
  ]);
});

test('the table of a chamber play counts both', () => {
  const source = `${study()}--- e01.fountain
Episode: 1

INT. HALL - DAY

[[form: chamber-play]]

AGNES GREY
One two three four.

KIT
One two three four.
--- e03.fountain
[[reveal: mask]]`;
  const speakers = (reach: typeof horizon | undefined) => {
    const { card } = ask(source, 'e01.fountain', reach);
    return card('Episode: 1')!.table!.rows.find(([what]) => what!.startsWith('Speakers'))![1];
  };
  expect([speakers(horizon), speakers(undefined)]).toEqual(['2', '1']);
});

test('who has an id that is the secret name is not called by it', () => {
  const { card, lit, context, at } = ask(
    study('id: kit, name: Agnes Grey') + scripts.replace('to=agnes', 'to=bo'),
    'e01.fountain',
  );
  expect(card('KIT\nBo!')).toMatchObject({ title: 'Kit' });
  expect(JSON.stringify(card('KIT\nBo!'))).not.toMatch(hers);
  expect(card('AGNES GREY')!.lines).toContain('1 speech in 1 scene.');
  expect(lit('Kit waits')).toEqual(['Kit', 'KIT', "KIT (CONT'D)", 'Kit', 'kit']);
  expect(completeAnnotation(context, at('kit]]'))!.map(({ label, detail }) => `${label}: ${detail}`)).toContain(
    'kit: Kit',
  );
});

test('nor is it where that name is the means by which something is learned', () => {
  const source =
    study('id: kit, name: Agnes Grey') +
    scripts.replace('[[knows: theft who=kit]]', '[[learns: theft who=bo via=kit]]');
  const { card } = ask(source, 'e01.fountain');
  expect(JSON.stringify(card('[[learns'))).toMatch(/via Kit/);
  expect(JSON.stringify(card('[[learns'))).not.toMatch(/via Agnes/);
});

test('a name that is somebody else’s stays theirs', () => {
  const { card } = ask(
    study('id: agnes, name: Agnes Grey', ', { name: Bo, until: unmasked }') + scripts,
    'e01.fountain',
  );
  expect(card('BO\n')).toMatchObject({ title: 'Bo' });
  expect(card('BO\n')!.lines).toContain('1 speech in 1 scene.');
});

test('the first name of two is neither taken nor given by a secret name', () => {
  const source = study('id: agnes, name: Agnes Grey', ', { name: Agnes Black, until: unmasked }') + scripts;
  const { card } = ask(source.replace('AGNES GREY', 'AGNES'), 'e01.fountain');
  expect(card('AGNES\n')).toMatchObject({ title: 'Agnes Grey' });
});

test('a secret name that the study’s own words say is one that has been heard of', () => {
  const named = (note: string) =>
    within(
      season(study().replace('name: Bo', `name: Bo, note: ${note}`) + treatments).season('e01.treatment.md'),
      horizon,
    );
  expect(named('He waits.').characters.get('kit')).toHaveProperty('unheard');
  expect(named('He loves Kit.').characters.get('kit')).not.toHaveProperty('unheard');
});
