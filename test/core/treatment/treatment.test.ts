import { describe, expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';

/** Each item in short, and the text where it stands. */
function items(text: string): [string, string][] {
  const treatment = Treatment.parse(text);
  return factItems(treatment.facts).map((item, i) => {
    const { start, end } = treatment.place(i);
    return [item.type === 'section' ? `${item.level} ${item.title}` : shown(item), text.slice(start, end)];
  });
}

function shown(item: ReturnType<typeof factItems>[number]): string {
  if (item.type === 'mark') return `${item.mark.kind} ${item.mark.ids.join(',')}`;
  return item.type === 'slip' ? `slip ${item.word}` : item.type;
}

const names = (text: string) => items(text).map(([name]) => name);

describe('headings', () => {
  it.each<[string, [string, string][]]>([
    ['# Act One', [['1 Act One', '# Act One']]],
    ['###### Deep ##  ', [['6 Deep', '###### Deep ##']]],
    [
      'Act One\n===\n\nScene\n---',
      [
        ['1 Act One', 'Act One'],
        ['2 Scene', 'Scene'],
      ],
    ],
    ['Two\nlines\n===', [['1 Two lines', 'Two\nlines']]],
    ['  ## Indented', [['2 Indented', '## Indented']]],
    ['## **Act** _One_ `x` [link](u) \\* &', [['2 Act One x link * &', '## **Act** _One_ `x` [link](u) \\* &']]],
    ['## snake_case 2 * 3', [['2 snake_case 2 * 3', '## snake_case 2 * 3']]],
    [
      '## The call <!-- setup: gun -->',
      [
        ['2 The call', '## The call <!-- setup: gun -->'],
        ['setup gun', '<!-- setup: gun -->'],
      ],
    ],
    [
      '## The call [[setup: gun]] [[an ordinary note]]',
      [
        ['2 The call', '## The call [[setup: gun]] [[an ordinary note]]'],
        ['setup gun', '[[setup: gun]]'],
      ],
    ],
    ['## [[The call]]', [['2 The call', '## [[The call]]']]],
    ['##', [['2 ', '##']]],
    ['#no heading', []],
    ['\\# no heading', []],
    ['    # code', []],
    ['```\n# code\n```', []],
    ['- # in a list\n\n> # in a quote', []],
    [
      '# A\r\n\r\nB\r\n---\r\n',
      [
        ['1 A', '# A'],
        ['2 B', 'B'],
      ],
    ],
    [
      '# A\r\rB\r---\r',
      [
        ['1 A', '# A'],
        ['2 B', 'B'],
      ],
    ],
    ['\ufeff# A', [['1 A', '# A']]],
  ])('%j', (text, expected) => expect(items(text)).toEqual(expected));
});

describe('annotations', () => {
  it.each<[string, string[]]>([
    ['Prose [[setup: gun]] goes on.', ['setup gun']],
    ['Prose\n<!-- setup: gun -->\nand on', ['setup gun']],
    ['<!-- setup: a --> <!-- setup: b --> [[setup: c]]', ['setup a', 'setup b', 'setup c']],
    ['<!-- setup: a -->\n<!--\nsetup: b\n-->\n\n<!-- setup: c -->', ['setup a', 'setup c']],
    ['- a [[setup: a]]\n  - b <!-- setup: b -->\n1. c\n\n   [[setup: c]]', ['setup a', 'setup b', 'setup c']],
    ['> a [[setup: a]]\n> > [[setup: b]]\nlazy [[setup: c]]', ['setup a', 'setup b', 'setup c']],
    ['| a | b |\n| --- | --- |\n| [[setup: a]] | [[setup: b \\| c]] |', ['setup a', 'setup b']],
    ['Title [[setup: a]]\n===', ['1 Title', 'setup a']],
    ['`[[setup: a]]`', []],
    ['`two\nlines [[setup: a]]`', []],
    ['```\n[[setup: a]]\n<!-- setup: b -->\n```', []],
    ['~~~ fountain\n[[setup: a]]\n~~~', []],
    ['Prose\n\n    [[setup: a]]', []],
    ['<div>\n[[setup: a]]\n<!-- setup: b -->\n</div>', []],
    ['<div>\r\n[[setup: a]]\r\n\r\n[[setup: b]]', ['setup b']],
    ['<script>\n[[setup: a]]\n\n[[setup: a]]\n</script>', []],
    ['[[setup: a]]: https://x.org', ['setup a']],
    ['[[setpu: gun]] [[setup:]]', ['slip setpu', 'slip setup']],
    ['[[setup: a\nb]]', []],
    ['> [[setup: a\n> b]]', []],
  ])('%j', (text, expected) => expect(names(text)).toEqual(expected));

  it('have their parts at their place', () => {
    const text = '# A\n\n- x [[Plant: Gun for=fact | why]]\n';
    const annotation = Treatment.parse(text).annotation(1);
    expect(text.slice(annotation?.start, annotation?.end)).toBe('[[Plant: Gun for=fact | why]]');
    expect(annotation?.ids.map(({ start, end }) => text.slice(start, end))).toEqual(['Gun']);
    expect(annotation?.mark).toEqual({ kind: 'setup', ids: ['gun'], keys: { for: 'fact' }, note: 'why' });
    expect(Treatment.parse(text).annotation(0)).toBeUndefined();
    expect(Treatment.parse('[[setup: a]]\n===').annotation(0)).toBeUndefined();
    expect(Treatment.parse('x <!-- setup: a -->').annotation(0)?.form).toBe('comment');
  });
});

describe('front matter', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['---\nTitle: All Her Fault\nEpisode: 5\n---\n# A', { title: 'All Her Fault', episode: '5' }, ['1 A']],
    ['---\r\nEpisode: 05\r\n...\r\n# A', { episode: '05' }, ['1 A']],
    ['\ufeff---\nEpisode: 5\n---\n# A', { episode: '5' }, ['1 A']],
    [
      '---\nTitle: "Low: Water" # so\nTags: [a, b]\nNested: { a: b }\n---',
      { title: 'Low: Water', tags: 'a, b', nested: '' },
      [],
    ],
    ['---\nTitle: Low: Water\nEpisode: "5"\n---', { title: 'Low: Water', episode: '5' }, []],
    ['---\nStudy: none\nStudy: all-her-fault\n---', { study: 'all-her-fault' }, []],
    ['---\nText: |\n  a\n  b\n---', { text: 'a\nb' }, []],
    ['---\na: &x [*x]\n---', { a: '' }, []],
    ['---\n- a\n---', {}, []],
    ['---\nTitle: [[setup: a]]\n---\n[[setup: b]]', expect.any(Object), ['setup b']],
    ['---\n---\n# A', {}, ['1 A']],
    ['---\n\nProse\n---', {}, ['2 Prose']],
    ['---\nTitle: x\n\n# A', {}, ['1 A']],
    ['\n---\nTitle: x\n---', {}, ['2 Title: x']],
    ['----\nTitle: x\n---', {}, ['2 Title: x']],
  ])('%j', (text, head, expected) => {
    expect(Treatment.parse(text).facts.head).toEqual(head);
    expect(names(text)).toEqual(expected);
  });

  it('is read however long it is', () => {
    const long = `---\nTitle: x\nNote: ${'a: '.repeat(20_000)}\n---\n`;
    expect(Treatment.parse(long).facts.head.title).toBe('x');
  });
});

describe('a treatment', () => {
  const text =
    '# Episode 1\n\nShe sits. `code words` [[setup: gun | why not]]\n\n<!-- craft: a b c -->\n\n- She _leaves_.\n';

  it('has passages with what is not prose in them', () => {
    const treatment = Treatment.parse(text);
    const passages = treatment.passages();
    expect(passages.map(({ type, level, start, end }) => [type, level, text.slice(start, end)])).toEqual([
      ['heading', 1, '# Episode 1'],
      ['paragraph', 0, 'She sits. `code words` [[setup: gun | why not]]'],
      ['paragraph', 0, 'She _leaves_.'],
    ]);
    expect(treatment.asides(passages[1]!).map(({ start, end }) => text.slice(start, end))).toEqual([
      '`code words`',
      '[[setup: gun | why not]]',
    ]);
    expect(treatment.passages(5, 14).length).toBe(1);
    expect(treatment.passages(0, 13).length).toBe(1);
  });

  it.each([
    ['<!-- setup: gun --> She sits.\nAnd on.', ['<!-- setup: gun --> She sits.', 'And on.']],
    ['- <!-- a\n  b --> She sits. <!-- c -->', ['<!-- a\n  b --> She sits. <!-- c -->']],
    ['<!-- setup: gun --> <!-- a -->\nAnd on.', ['And on.']],
    ['<!-- a\n\nShe sits.', []],
    ['<!-- a <!-- b --> -->', ['<!-- a <!-- b --> -->']],
  ])('takes what follows a comment on its line for prose: %j', (text, passages) => {
    expect(
      Treatment.parse(text)
        .passages()
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(passages);
  });

  it('counts the words of its prose', () => {
    expect(Treatment.parse('<!-- setup: gun --> She sits.\n\n<!-- not this -->').words()).toBe(2);
    expect(Treatment.parse(text).words()).toBe(6);
    expect(Treatment.parse(text).words(12)).toBe(4);
    expect(Treatment.parse("It's half-past two — or so—isn't it? Ещё 黒澤 3.").words()).toBe(10);
  });

  it('finds the item at an offset', () => {
    const treatment = Treatment.parse('a\n\n# A [[setup: x]]\n\nb [[setup: y]]');
    expect([0, 2, 3, 6, 7, 19, 21, 23, 40].map((offset) => treatment.itemAt(offset))).toEqual([
      -1, -1, 0, 0, 1, 1, 1, 2, 2,
    ]);
    expect(() => treatment.place(3)).toThrow(RangeError);
    expect(() => treatment.place(-1)).toThrow(RangeError);
    expect(() => Treatment.parse('').place(0)).toThrow(RangeError);
  });

  it('gives episodes, acts and scenes', () => {
    const { episodes } = structureOf(
      Treatment.parse('---\nEpisode: 2\n---\n# Low Water\n## Act One\n### A\n[[form: finale]]').facts,
    );
    expect(episodes).toMatchObject([{ number: 2, title: 'Low Water', form: 'finale', acts: [{ number: 1 }] }]);
  });
});

describe('an edit', () => {
  const text = '---\nEpisode: 1\n---\n\n# A\n\nProse.\n\nMore [[setup: gun]] prose.\n\n## B\n\n[[payoff: gun]]\n';
  const edit = (at: string, insert: string, length = 0) => {
    const start = text.indexOf(at);
    const before = Treatment.parse(text);
    return { before, after: before.edit([{ start, end: start + length, insert }]) };
  };

  it.each([
    ['in prose', 'Prose', 'x'],
    ['beside an annotation', 'More', 'x'],
    ['behind an annotation', ' prose.', 'x'],
    ['that adds a paragraph', 'More', 'x\n\ny\n\n'],
    ['that makes a list', 'Prose', '- '],
    ['above all', '\n# A', '\n\nx\n\n'],
    ['of space in the front matter', ': 1', '  '],
  ])('%s leaves the facts the same object', (_, at, insert) => {
    const { before, after } = edit(at, insert);
    expect(after.facts).toBe(before.facts);
    expect(after.text.toString()).not.toBe(text);
    const mark = after.place(1);
    expect(after.text.slice(mark.start, mark.end)).toBe('[[setup: gun]]');
  });

  it('of an annotation leaves the other runs the same', () => {
    const { before, after } = edit('gun', 'old-');
    expect(after.facts).not.toBe(before.facts);
    expect(after.facts.runs.map((run, i) => run === before.facts.runs[i])).toEqual([true, false, true, true]);
    expect(after.facts.head).toBe(before.facts.head);
  });

  it('that adds a run keeps those before and after', () => {
    const { before, after } = edit('Prose', '[[turn: midpoint]] ');
    expect(after.facts.runs[0]).toBe(before.facts.runs[0]);
    expect(after.facts.runs.slice(2)).toEqual(before.facts.runs.slice(1));
    expect(after.facts.runs[2]).toBe(before.facts.runs[1]);
  });

  it('of the front matter changes the head alone', () => {
    const { before, after } = edit('1\n---', '2', 1);
    expect(after.facts.head).toEqual({ episode: '2' });
    expect(after.facts.runs).toBe(before.facts.runs);
  });

  it('keeps the keys of passages that it leaves alone', () => {
    const { before, after } = edit('Prose', 'x');
    const keys = before.passages().map((it) => it.key);
    expect(after.passages().map((it, i) => it.key === keys[i])).toEqual([true, false, true, true, true]);
  });

  it('may be several, each in the coordinates left by the one before', () => {
    const after = Treatment.parse('a [[setup: x]]').edit([
      { start: 0, end: 1, insert: 'bcd' },
      { start: 4, end: 4, insert: '[[setup: y]] ' },
    ]);
    expect(after.text.toString()).toBe('bcd [[setup: y]] [[setup: x]]');
    expect(after.place(1)).toEqual({ start: 17, end: 29 });
  });
});
