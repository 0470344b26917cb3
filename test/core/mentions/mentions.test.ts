import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { CueSet } from '../../../server/core/mentions/cue-set.ts';
import { mentioningPassages, mentionsAt, mentionsOf } from '../../../server/core/mentions/mentions.ts';
import type { Cue } from '../../../server/core/mentions/referent.ts';
import { referentsWithin } from '../../../server/core/mentions/referent.ts';
import { cueSetOf } from '../../../server/core/mentions/study-cues.ts';
import { parsers, pistols, storyText } from './small-study.ts';

// Tests at random take longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const parse = Object.fromEntries(parsers) as Record<'script' | 'treatment', (text: string) => Manuscript>;
const soy = CueSet.of([{ text: 'soy', referent: { kind: 'thread', id: 'soy' } }]);
const cues = cueSetOf(pistols);

/** The text with each mention in angle quotes. */
function shown(manuscript: Manuscript, set = soy): string {
  const text = manuscript.text.toString();
  let marked = '';
  let at = 0;
  for (const { start, end } of mentionsOf(manuscript, set)) {
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return marked + text.slice(at);
}

describe('a script is searched', () => {
  test.each<[what: string, text: string, found: string]>([
    ['in action', 'He eats soy.\nMore soy.', 'He eats «soy».\nMore «soy».'],
    ['in speeches', 'BOB\n(eating soy)\nNo soy?', 'BOB\n(eating «soy»)\nNo «soy»?'],
    ['in lyrics and what is centred', '~Soy, soy\n\n> SOY <', '~«Soy», «soy»\n\n> «SOY» <'],
    ['in headings', '# Soy\n\nINT. SOY FACTORY - DAY\n\n= soy', '# «Soy»\n\nINT. «SOY» FACTORY - DAY\n\n= «soy»'],
    ['not in cues', 'SOY\nHello.', 'SOY\nHello.'],
    ['not in the title page', 'Title: Soy\n\nSoy.', 'Title: Soy\n\n«Soy».'],
    ['not in notes', 'Soy [[setup: soy | soy]] [[the soy]] soy.', '«Soy» [[setup: soy | soy]] [[the soy]] «soy».'],
    ['not in boneyards', 'Soy /* soy\n\nsoy */ soy.', '«Soy» /* soy\n\nsoy */ «soy».'],
  ])('%s', (_, text, found) => expect(shown(parse.script(text))).toBe(found));
});

describe('a treatment is searched', () => {
  test.each<[what: string, text: string, found: string]>([
    ['in paragraphs', 'He eats soy.\n\n> - more\n>   soy', 'He eats «soy».\n\n> - more\n>   «soy»'],
    ['in headings', '# Soy\n\nSoy\n---', '# «Soy»\n\n«Soy»\n---'],
    ['not in front matter', '---\ntitle: soy\n---\nsoy', '---\ntitle: soy\n---\n«soy»'],
    ['not in code', 'soy `soy`\n\n```\nsoy\n```', '«soy» `soy`\n\n```\nsoy\n```'],
    ['not in comments', 'soy <!-- soy --> soy\n\n<!--\nsoy -->', '«soy» <!-- soy --> «soy»\n\n<!--\nsoy -->'],
    ['not in notes', 'soy [[setup: soy | soy]]\n[[the soy]] soy', '«soy» [[setup: soy | soy]]\n[[the soy]] «soy»'],
    ['not in addresses', '[soy](/soy) <https://x/soy> https://x/soy', '[«soy»](/soy) <https://x/soy> https://x/soy'],
    ['not in tags', '<b title="soy">soy</b>', '<b title="soy">«soy»</b>'],
  ])('%s', (_, text, found) => expect(shown(parse.treatment(text))).toBe(found));
});

test('a cue may lie across the lines of a paragraph, not across paragraphs or a note', () => {
  const kit = CueSet.of([{ text: 'emergency kit', referent: { kind: 'thread', id: 'kit' } }]);
  for (const [, parser] of parsers) {
    const text = 'the emergency\nkit\n\nan emergency\n\nkit and emergency [[x]] kit';
    expect(shown(parser(text), kit)).toBe(text.replace('emergency\nkit', '«emergency\nkit»'));
  }
});

test('a speech is one passage', () => {
  const script = parse.script('BOB\nThe pistol.\n(he fires)\nA nail.\n\nA pistol. A nail.\n\nA nail.');
  const passages = mentioningPassages(script, cues).map(({ start, end, mentions }) => [
    script.text.slice(start, end),
    mentions.length,
  ]);
  expect(passages).toEqual([
    ['The pistol.\n(he fires)\nA nail.', 3],
    ['A pistol. A nail.', 2],
    ['A nail.', 1],
  ]);
});

test('the mentions at an offset, the shortest first', () => {
  const set = CueSet.of([
    { text: 'pistol', referent: { kind: 'thread', id: 'pistol' } },
    { text: 'the pistol fires', referent: { kind: 'event', id: 'fired' } },
  ]);
  const script = parse.script('Now the pistol fires.\n\nThe pistol.');
  const at = (offset: number) => mentionsAt(script, set, offset).map(({ start, end }) => script.text.slice(start, end));
  expect(at(3)).toEqual([]);
  expect(at(4)).toEqual(['the pistol fires']);
  expect(at(9)).toEqual(['pistol', 'the pistol fires']);
  expect(at(14)).toEqual(['pistol', 'the pistol fires']);
  expect(at(20)).toEqual(['the pistol fires']);
  expect(at(22)).toEqual([]);
  expect(at(script.text.length - 1)).toEqual(['pistol']);
});

test('an alias that is given away later means nobody before', () => {
  const [mention] = mentionsOf(parse.script('Nina enters.'), cues);
  expect(mention!.referents).toEqual([{ kind: 'character', id: 'anna', until: 'nina-is-anna' }]);
  expect(referentsWithin(mention!, () => false)).toEqual([]);
  expect(referentsWithin(mention!, (reveal) => reveal === 'nina-is-anna')).toEqual(mention!.referents);
});

describe('after an edit', () => {
  test('only what the parser read again is searched again', () => {
    const searched: string[] = [];
    class Listening extends CueSet {
      override find(text: string) {
        searched.push(text);
        return super.find(text);
      }
    }
    const listening = new Listening([{ text: 'soy', referent: { kind: 'thread', id: 'soy' } }] satisfies Cue[]);
    for (const [, parser] of parsers) {
      const before = parser('Paragraphs without.\n\nOne soy.\n\n'.repeat(100));
      expect(mentionsOf(before, listening)).toHaveLength(100);
      searched.length = 0;
      const after = before.edit([{ start: 1560, end: 1560, insert: ' soy' }]);
      expect(mentionsOf(after, listening)).toHaveLength(101);
      // The parser may read what stands beside the edit again.
      expect(searched.length).toBeLessThanOrEqual(4);
      searched.length = 0;
      mentionsOf(after, listening);
      expect(searched).toEqual([]);
    }
  });

  test.each(parsers)('a %s has the mentions of its text read anew', (_, parser) => {
    const edit = fc.record({ at: fc.nat(200), cut: fc.nat(8), insert: storyText });
    fc.assert(
      fc.property(storyText, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        let manuscript = parser(text);
        for (const { at, cut, insert } of edits) {
          mentionsOf(manuscript, cues);
          const start = Math.min(at, manuscript.text.length);
          manuscript = manuscript.edit([{ start, end: Math.min(start + cut, manuscript.text.length), insert }]);
        }
        const fresh = parser(manuscript.text.toString());
        expect(mentioningPassages(manuscript, cues)).toEqual(mentioningPassages(fresh, cues));
      }),
      { numRuns: 300 },
    );
  });

  test.each(parsers)('in a %s passages come in order and hold their mentions', (_, parser) => {
    fc.assert(
      fc.property(storyText, (text) => {
        let last = 0;
        for (const { start, end, mentions } of mentioningPassages(parser(text), cues)) {
          expect(start).toBeGreaterThanOrEqual(last);
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(start);
            expect(mention.end).toBeLessThanOrEqual(end);
          }
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
