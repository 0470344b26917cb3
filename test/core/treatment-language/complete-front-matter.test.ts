import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headOf } from '../../../server/core/treatment/front-matter.ts';
import { completeFrontMatter } from '../../../server/core/treatment-language/complete-front-matter.ts';
import { season } from '../../fixture.ts';
import { offers } from '../script-language/complete.ts';

/** What is offered at `$0` in a treatment, beside which there may be other files. */
function at(text: string, { others = '', path = 'a.treatment.md' } = {}) {
  const fixture = season(`--- ${path}\n${text}\n${others}`);
  const context = fixture.context();
  const offered = completeFrontMatter(context, fixture.offset, { studies: () => ['the-cake'] });
  return offers(context.manuscript.text.toString(), offered);
}

const all = ['Title', 'Season', 'Episode', 'Episode title', 'Study'];

describe('keys', () => {
  test('are those that are read, of which none is there yet', () => {
    expect(at('---\n$0\n---\n').labels).toEqual(all);
    expect(at('---\nTitle: A\n$0\nstudy: none\n---\n').labels).toEqual(['Season', 'Episode', 'Episode title']);
    expect(at('---\nTitle: A\ntags: [\n  a\n]\n\nE$0\n---\n').labels).toEqual(['Episode', 'Episode title']);
    expect(at('---\nTitle: A\nE$0\n---\n').labels).toEqual(['Episode', 'Episode title']);
    expect(at('---\nTitle: A\nAuth$0\n---\n').labels).toEqual([]);
    expect(at('---\nTitle: A\nEpisode$0\n---\n').labels).toEqual([]);
  });

  test('are offered as soon as it is begun: below nothing but its first line, not closed yet', () => {
    for (const text of ['---\n$0', '---\r\n$0', '\ufeff---\n$0', '---\n$0\n---', '---\n$0\n\n# Episode 1\n\nProse.'])
      expect(at(text).labels, JSON.stringify(text)).toEqual(all);
    expect(at('---\nTitle: A\nnote: >\n  Long\n$0').labels).toEqual(all.slice(1));
    expect(at('---\nEpisode: 1\n$0\nTitle: A\n\nTitle: of prose').labels).not.toContain('Title');
  });

  test('say what they are for, and go on where there is something to choose', () => {
    const { offered, taking } = at('---\nTi$0\n---\n');
    expect(offered).toMatchObject([
      { kind: 'key', says: 'The title. In a season, that of the series.' },
      { label: 'Episode title' },
    ]);
    expect(taking('Title')).toBe('Title: ');
    expect(at('---\nTi$0: A\n---\n').taking('Title')).toBe('Title: A');
    expect(at('---\nTi$0tl\n---\n').taking('Title')).toBe('Title: ');
    const going = at('---\n$0\n---\n').offered.filter(({ goesOn }) => goesOn);
    expect(going.map(({ label }) => label)).toEqual(['Episode', 'Study']);
    expect(at('---\nSt$0: none\n---\n').offered[0]?.goesOn).toBeUndefined();
  });

  test('are written in small letters where all others are', () => {
    expect(at('---\nlayout: story\n$0\n---\n').labels).toEqual(all.map((key) => key.toLowerCase()));
    expect(at('---\ntitle: A\nTags: [a]\n$0\n---\n').labels).toEqual(all.slice(1));
  });

  test('have the episode first where there are several', () => {
    const others = '--- e1.treatment.md\n---\nEpisode: 1\n---\n--- e2.treatment.md\n---\nEpisode: 2\n---\n';
    expect(at('---\nTitle: A\n$0\n---\n', { others, path: 'e3.treatment.md' }).labels[0]).toBe('Episode');
  });
});

describe('values', () => {
  const others = `--- e1.treatment.md
---
Title: Low Water: The Tide
Season: 2
Episode: 1
---
--- e2.fountain
Episode: 2
`;
  const e3 = { others, path: 'e3.treatment.md' };

  test('of a study: those that can be named, and none', () => {
    expect(at('---\nStudy: $0\n---\n').labels).toEqual(['the-cake', 'none']);
    expect(at('---\nstudy:$0\n---\n').taking('the-cake')).toBe('study: the-cake');
    expect(at('---\nStudy: the-$0x # which\n---\n').taking('the-cake')).toBe('Study: the-cake # which');
    expect(at('---\r\nStudy: n$0\r\n---\r\n').taking('none')).toBe('Study: none');
    expect(at('---\nStudy: "the$0"\n---\n').taking('the-cake')).toBe('Study: "the-cake"');
    expect(at('---\n"Study": $0\n---\n').labels).toEqual(['the-cake', 'none']);
    expect(at('---\nStudy: none$0\n---\n').labels).toEqual([]);
  });

  test('of an episode: the next that no other treatment tells, though a script may', () => {
    expect(at('---\nEpisode: $0\n---\n', e3).labels).toEqual(['2']);
    expect(at('---\nEpisode:$0', e3).taking('2')).toBe('Episode: 2');
    const study =
      '--- a.study.yaml\nstudy: 1\ntitle: A\nseason: 4\nepisodes: [{ number: 1 }, { number: 2 }, { number: 5 }]\n';
    expect(at('---\nEpisode: $0\n---\n', { ...e3, others: others + study }).labels).toEqual(['2', '5']);
    expect(at('---\nSeason: $0\n---\n', { ...e3, others: others + study }).labels).toEqual(['4', '2']);
  });

  test('of a title: that of the others, as YAML reads it back', () => {
    for (const [written, after] of [
      ['Title: $0', 'Title: "Low Water: The Tide"'],
      ['Title: "L$0', 'Title: "Low Water: The Tide'],
      ["Title: 'L$0'", "Title: 'Low Water: The Tide'"],
    ] as const)
      expect(at(`---\n${written}\n---\n`, e3).taking('Low Water: The Tide')).toBe(after);
  });

  test('are not offered where none can be known, nor for keys that are not read', () => {
    for (const line of [
      'Author: $0',
      'Episode title: $0',
      'Title: [$0',
      'Title: |$0',
      'Study: "none" $0',
      'Study: # $0',
      'Study: a # $0',
    ])
      expect(at(`---\n${line}\n---\n`, e3).labels, line).toEqual([]);
  });
});

describe('nothing is offered', () => {
  test.each([
    ['on the lines around it', '---$0\nTitle: A\n---\n'],
    ['on its last line', '---\nTitle: A\n---$0\n'],
    ['on a last line that is being written', '---\nTitle: A\n--$0\n'],
    ['below it', '---\nTitle: A\n---\n$0\n'],
    ['below it, where another rule follows', '---\nTitle: A\n---\n\n$0\n\n---\n'],
    ['where there is none', '$0\n'],
    ['where the first line is a rule', '---\n\n$0\n\n---\n'],
    ['in prose between two rules', '---\nAnn walks.\nT$0\n---\n'],
    ['in prose below a rule', '---\n\nAnn walks.\nT$0\n'],
    ['in prose that follows what is not closed', '---\nTitle: A\n\n$0'],
    ['in what belongs to a value', '---\nnote: >\n  T$0\n---\n'],
    ['in a list', '---\ntags:\n- T$0\n---\n'],
    ['in a comment', '---\n# T$0\n---\n'],
  ])('%s', (_, text) => {
    expect(at(text).labels).toEqual([]);
  });

  test('in a script, whose title page has its own', () => {
    expect(at('---\n$0\n---\n', { path: 'a.fountain' }).labels).toEqual([]);
  });
});

test('what is taken is read back, and lies on the line of the cursor', () => {
  const line = fc.constantFrom(
    ...[
      '',
      ' ',
      '---',
      '...',
      'Title',
      'Title:',
      'Title: A',
      'study: "n',
      "Study: 'x' # a",
      'Episode: ',
      'Seas',
      '- a',
      'E: [',
    ],
  );
  const title = fc.string({ maxLength: 12 }).filter((text) => !text.includes('$0') && !text.startsWith('---'));
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 5 }),
      fc.nat(),
      title,
      fc.constantFrom('\n', '\r\n'),
      (lines, at, say, end) => {
        const text = ['---', ...lines].join(end);
        const head = `---\nEpisode: 1\nTitle: ${JSON.stringify(say)}\n---`;
        const fixture = season(`--- e2.treatment.md\n${text}\n--- e1.treatment.md\n${head}`);
        const context = fixture.context('e2.treatment.md');
        const source = context.manuscript.text;
        const offset = at % (source.length + 1);
        const start = source.lineStart(source.lineAt(offset));
        const content = source.lineText(source.lineAt(offset));
        for (const { edit, label, kind } of completeFrontMatter(context, offset, { studies: () => ['the-cake'] })) {
          expect(edit.start).toBeGreaterThanOrEqual(start);
          expect(edit.start).toBeLessThanOrEqual(offset);
          expect(edit.end).toBeGreaterThanOrEqual(Math.min(offset, start + content.length));
          expect(edit.end).toBeLessThanOrEqual(start + content.length);
          if (kind === 'key' || content.includes('"') || content.includes("'")) continue;
          const after = source.slice(start, edit.start) + edit.insert + source.slice(edit.end, start + content.length);
          expect(Object.values(headOf(after))).toEqual([label.replace(/\s+/g, ' ').trim()]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
