import { describe, expect, test } from 'vitest';
import schema from '../../../server/core/study/study.schema.json' with { type: 'json' };
import { studyHover } from '../../../server/core/study-language/hover.ts';
import { ask, cake, cakeAt, texts } from './ask.ts';

const hover = (source: string, horizon?: number) => {
  const { query, offset, at } = ask(source, horizon === undefined ? undefined : { episode: horizon });
  const card = studyHover(query, offset);
  return card && { ...card, on: at(card.span) };
};
const titles = (source: string, horizon?: number) => {
  const card = hover(source, horizon);
  return card && [card.on, card.title, card.kind];
};
const withTexts = (study: string) => `--- a.study.yaml\n${study}${texts}`;

describe('an id', () => {
  test.each([
    ['soy-allergy', 1, ['soy-allergy', "Peter's soy allergy", 'Thread · trait']],
    ['baby-swap', 2, ['baby-swap', 'The babies were swapped.', 'Fact']],
    ['peter, marissa', 1, ['peter', 'Peter Irvine', 'Character']],
    ['party', 2, ['party', 'Peter waves the cake away.', 'Event · E1']],
    ['flat', 3, ['flat', 'The flat', 'Place']],
    ['parade', 2, ['parade', 'What Happened', 'Source']],
    ['time', 2, ['time', 'The Ending, Explained', 'Source · TIME']],
    ['act-one', 2, ['act-one', 'Act One', 'Act · episode 1']],
    ['audience', 1, ['audience', 'The audience', 'Whoever watches']],
    ['thread:soy', 1, ['thread:soy-allergy', "Peter's soy allergy", 'Thread · trait']],
    ['2, form', 1, ['2', 'Episode 2', 'Episode · Chamber play']],
  ])('%s, the %d. time', (text, nth, expected) => {
    expect(titles(cakeAt(text, nth))).toEqual(expected);
  });

  test('an entry shows the same card as its annotations do', () => {
    const card = hover(withTexts(cakeAt('soy-allergy')))!;
    expect(card.places.map(({ role, where }) => `${role} ${where}`)).toEqual(['Setup E1', 'Payoff E2']);
    expect(card.craft.map(({ text }) => text)).toEqual(['Planted in plain sight.', 'And again.']);
  });

  test('a reveal shows its fact, and to whom it is told', () => {
    expect(titles(withTexts(cakeAt('who-he-is', 2)))).toEqual([
      'who-he-is',
      'The babies were swapped.',
      'Reveal · to the audience and Marissa Irvine',
    ]);
  });

  test('a bare id that fits two lists shows the first, one that names nothing shows nothing', () => {
    expect(hover(cake.replace('on: party', 'on: par$0ties'))).toBeUndefined();
    expect(titles(cake.replace('on: party', 'on: sea$0son'))).toEqual(['season', 'The Cake', 'The story as a whole']);
  });

  test('in another entry than the broken one', () => {
    const broken = cakeAt('soy-allergy').replace('kind: trait', 'kind: "trait');
    expect(titles(broken.replace('- number: 1', '- number: [1'))).toBeUndefined();
  });
});

test('the horizon hides what is told later', () => {
  const late = withTexts(cakeAt('baby-swap', 2));
  expect(titles(late, 0)).toEqual(['baby-swap', 'Fact', '']);
  expect(JSON.stringify(hover(late, 0))).not.toContain('swapped');
  expect(titles(late, 1)).toEqual(['baby-swap', 'The babies were swapped.', 'Fact']);
});

describe('a key', () => {
  test('says what it is for', () => {
    expect(hover(cakeAt('evidence_for'))).toMatchObject({
      on: 'evidence_for',
      lines: ['The facts that it is evidence for.'],
    });
    expect(hover(cakeAt('threads'))).toMatchObject({ on: 'threads', lines: ['What is planted and pays off.'] });
    expect(hover(cakeAt('title'))).toMatchObject({ kind: 'required', lines: ['The title of the series.'] });
  });

  test('and what it may be', () => {
    expect(hover(cakeAt('form'))!.lines).toEqual([
      'Its form. A chamber play is measured as one.',
      'One of: standard, chamber-play, backstory, finale.',
    ]);
  });

  test('that the schema does not know says nothing', () => {
    expect(hover(cake.replace('kind: trait', 'ki$0nds: trait'))).toBeUndefined();
  });
});

describe('a word that the schema gives', () => {
  test('says what it means', () => {
    const card = hover(cakeAt('trait'))!;
    expect([card.on, card.title, card.kind]).toEqual(['trait', 'trait', 'kind']);
    expect(card.lines).toEqual(['What somebody is like or can do, on which something will hang.']);
    expect(titles(cakeAt('chamber-play'))).toEqual(['chamber-play', 'chamber-play', 'form']);
  });

  test('each of them does', () => {
    const choices = [...JSON.stringify(schema).matchAll(/"enum":(\[.*?\]),"enumDescriptions":(\[.*?\])/g)];
    expect(choices).toHaveLength(5);
    for (const [, words, says] of choices)
      expect(JSON.parse(says!)).toHaveLength((JSON.parse(words!) as unknown[]).length);
  });

  test('another word in its place says nothing', () => {
    expect(hover(cakeAt('trait').replace('t$0rait', 'w$0eapon'))).toBeUndefined();
  });
});

test('texts, numbers and comments say nothing', () => {
  expect(hover(cakeAt('waves'))).toBeUndefined();
  expect(hover(cake.replace('sources:', '# a com$0ment\nsources:'))).toBeUndefined();
  expect(hover('$0')).toBeUndefined();
});
