import { describe, expect, test } from 'vitest';
import { studyLinks } from '../../../server/core/study-language/links.ts';
import { studyDefinition, studyReferences } from '../../../server/core/study-language/locate.ts';
import { studySymbols } from '../../../server/core/study-language/symbols.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { ask, cake, cakeAt, texts } from './ask.ts';

const withTexts = (study: string) => `--- a.study.yaml\n${study}${texts}`;
const definition = (source: string) => {
  const { query, offset, fixture } = ask(source);
  return studyDefinition(query, offset)?.targets.map(fixture.textOf);
};
const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1;

describe('definition', () => {
  test('from what refers to an entry to the entry', () => {
    const { query, offset, at } = ask(withTexts(cakeAt('soy-allergy', 2)));
    const [target] = studyDefinition(query, offset)!.targets;
    expect(target && 'span' in target && at(target.span)).toBe('soy-allergy');
    expect(target && 'span' in target && target.span.start).toBe(cake.indexOf('soy-allergy'));
    expect(definition(withTexts(cakeAt('on: thread', 1)))).toBeUndefined();
    expect(definition(withTexts(cakeAt('thread:soy', 1)))).toEqual(['soy-allergy']);
  });

  test('from an entry to its places in the texts', () => {
    expect(definition(withTexts(cakeAt('soy-allergy')))).toEqual([
      '[[setup: soy-allergy event=party]]',
      '[[payoff: soy-allergy]]',
    ]);
    expect(definition(withTexts(cakeAt('party')))).toEqual(['[[setup: soy-allergy event=party]]']);
    expect(definition(withTexts(cakeAt('peter\n')))).toEqual(['PETER', '[[knows: baby-swap who=peter]]']);
  });

  test('from an entry that no text has to itself', () => {
    expect(definition(cakeAt('soy-allergy'))).toEqual(['soy-allergy']);
    expect(definition(withTexts(cakeAt('flat, name')))).toEqual(['flat']);
  });

  test('nothing of what lies beyond the horizon', () => {
    const { query, offset } = ask(withTexts(cakeAt('baby-swap', 2)), { episode: 0 });
    expect(studyDefinition(query, offset)).toBeUndefined();
  });
});

describe('references', () => {
  const found = (source: string, declaration = true) => {
    const { query, offset, fixture } = ask(source);
    const all = studyReferences(query, offset, declaration);
    const text = query.text.toString();
    return all && [...all.inStudy.map(({ start }) => lineOf(text, start)), ...all.inTexts.map(fixture.textOf)];
  };
  const line = (text: string) => lineOf(cake, cake.indexOf(text));

  test('of a thread: in the study, bare and with its list, and in the texts', () => {
    const inTexts = ['[[setup: soy-allergy event=party]]', '[[payoff: soy-allergy]]'];
    const inStudy = [line('who-he-is, fact'), line('on: thread:soy'), line('on: soy-allergy')];
    expect(found(withTexts(cakeAt('soy-allergy', 2)))).toEqual([line('- id: soy-allergy'), ...inStudy, ...inTexts]);
    expect(found(withTexts(cakeAt('soy-allergy', 1)), false)).toEqual([...inStudy, ...inTexts]);
  });

  test('of an act only those of its episode', () => {
    const two = cake.replace('form: chamber-play', 'acts: [{ id: act-one, title: One }]');
    const source = two.replace('act: act-one', 'act: act$0-one');
    expect(found(source)).toEqual([line('acts:'), line('told:')]);
  });

  test('of what is not declared none', () => {
    expect(found(cake.replace('event: party', 'event: par$0ties'))).toBeUndefined();
  });
});

describe('symbols', () => {
  const outline = (text: string) =>
    studySymbols(SourceText.of(text)).map(({ name, children }) => [name, ...children.map((child) => child.name)]);

  test('are the lists and their entries', () => {
    const all = outline(cake);
    expect(all[0]).toEqual(['study']);
    expect(all.find(([name]) => name === 'sources')).toEqual(['sources', 'time', 'parade']);
    expect(all.find(([name]) => name === 'episodes')).toEqual(['episodes', 'Episode 1', 'Episode 2']);
    expect(all.at(-1)).toEqual(['craft_notes', 'thread:soy-allergy', 'soy-allergy', 'party']);
  });

  test('also of lists in brackets, and of a file that is broken', () => {
    expect(outline('threads: [{ id: a, title: A }, { id: b }]\nthemes: [Lies, Love]\n')).toEqual([
      ['threads', 'a', 'b'],
      ['themes', 'Lies', 'Love'],
    ]);
    expect(outline('threads:\n  - id: "a\n  - id: b\nfacts:\n  - { id: c, text: [\n  - id: d\n')).toContainEqual([
      'facts',
      'c',
      'd',
    ]);
  });

  test('have spans that hold their selections', () => {
    for (const node of studySymbols(SourceText.of(cake)).flatMap((one) => [one, ...one.children])) {
      expect(node.selection.start).toBeGreaterThanOrEqual(node.span.start);
      expect(node.selection.end).toBeLessThanOrEqual(node.span.end);
    }
  });
});

test('the addresses of sources, and files named one by one, are links', () => {
  const { query, at, fixture } = ask(
    `--- a.study.yaml\n${cake}files: [one.treatment.md, "./two.fountain", gone.fountain, "*.fountain"]$0\n--- one.treatment.md\nText.\n--- two.fountain\nText.\n`,
  );
  const found = studyLinks({ ...query, season: fixture.season('two.fountain') });
  expect(found.map((link) => [at(link), 'url' in link ? link.url : 'target' in link && link.target.uri])).toEqual([
    ['https://example.org/a', 'https://example.org/a'],
    ['one.treatment.md', fixture.uri('one.treatment.md')],
    ['./two.fountain', fixture.uri('two.fountain')],
  ]);
});
