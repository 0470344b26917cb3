import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Mark } from '../../../server/core/annotations/annotation.ts';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { annotate, annotateFile, annotationsAt } from '../../../server/core/mentions/annotate.ts';
import { inferredRoles } from '../../../server/core/mentions/inferred-roles.ts';
import { mentioningPassages } from '../../../server/core/mentions/mentions.ts';
import { cueSetOf } from '../../../server/core/mentions/study-cues.ts';
import type { TextEdit } from '../../../server/core/text/span.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { parsers, pistols, storyText, studyOf } from './small-study.ts';

// Tests at random take longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A text after edits that are all in its own coordinates, as LSP has them. */
function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text);
}

function annotated(manuscript: Manuscript, study = pistols): string {
  return applied(manuscript.text.toString(), annotateFile(manuscript, study));
}

const script = (text: string) => annotated(Script.parse(text));
const treatment = (text: string) => annotated(Treatment.parse(text));
const SETUP = '[[setup: pistol event=hung]]';
const PAYOFF = '[[payoff: pistol event=fired]]';

describe('in a script', () => {
  test.each<[what: string, text: string, after: string]>([
    ['below the action', 'A pistol hangs.\nIt waits.\n\nMore.', `A pistol hangs.\nIt waits.\n\n${SETUP}\n\nMore.`],
    ['at the end', 'A pistol hangs.', `A pistol hangs.\n\n${SETUP}`],
    [
      'below the speech',
      'BOB\nThe pistol!\n(it fires)\nMissed.\n',
      `BOB\nThe pistol!\n(it fires)\nMissed.\n\n${PAYOFF}\n`,
    ],
    ['with the line ends of the text', 'A pistol hangs.\r\n\r\nB', `A pistol hangs.\r\n\r\n${SETUP}\r\n\r\nB`],
    ['behind a note', 'A pistol hangs. [[a\nb]]\n\nB', `A pistol hangs. [[a\nb]]\n\n${SETUP}\n\nB`],
    ['behind a boneyard', 'A pistol hangs. /* a\nb */\n\nB', `A pistol hangs. /* a\nb */\n\n${SETUP}\n\nB`],
    ['not in a boneyard that goes on', 'A pistol hangs. /* a\n\nb */\n\nB', 'A pistol hangs. /* a\n\nb */\n\nB'],
    ['after an open bracket', 'A pistol [[ hangs.\n\nB]]', `A pistol [[ hangs.\n\n${SETUP}\n\nB]]`],
    // A line of notes would be a blank line to the heading and make one of the action.
    [
      'on the line, where something follows at once',
      'INT. A pistol hangs\n> B <',
      `INT. A pistol hangs${SETUP}\n> B <`,
    ],
    ['not there after an open bracket', 'A pistol hangs [\n> B <', 'A pistol hangs [\n> B <'],
  ])('%s', (_, text, after) => expect(script(text)).toBe(after));
});

describe('in a treatment', () => {
  test.each<[what: string, text: string, after: string]>([
    ['below the paragraph', 'A pistol hangs.\nIt waits.\n\nMore.', `A pistol hangs.\nIt waits.\n${SETUP}\n\nMore.`],
    ['below its other annotations', 'A pistol hangs.\n[[payoff: x]]', `A pistol hangs.\n[[payoff: x]]\n${SETUP}`],
    ['in a quote', '> A pistol hangs.\n\nMore.', `> A pistol hangs.\n${SETUP}\n\nMore.`],
    ['in a list', '- A pistol hangs.\n- B', `- A pistol hangs.\n${SETUP}\n- B`],
    ['with the line ends of the text', 'A pistol hangs.\r\n\r\nB', `A pistol hangs.\r\n${SETUP}\r\n\r\nB`],
    ['after an open bracket', 'A pistol hangs [[ there.', `A pistol hangs [[ there.\n${SETUP}`],
  ])('%s', (_, text, after) => expect(treatment(text)).toBe(after));
});

describe('a file', () => {
  test('each role once a scene', () => {
    expect(treatment('## A\n\nA pistol hangs. The gun hangs.\n\nA pistol hangs.\n\n## B\n\nA pistol hangs.')).toBe(
      `## A\n\nA pistol hangs. The gun hangs.\n${SETUP}\n\nA pistol hangs.\n\n## B\n\nA pistol hangs.\n${SETUP}`,
    );
  });

  test('several notes at one place are one edit', () => {
    const two = studyOf(`
events: [{ id: e, text: E, cues: [evening] }]
threads:
  - { id: a, title: A, kind: object, cues: [apple], setups: [{ text: a, event: e }] }
  - { id: b, title: B, kind: object, cues: [book], payoffs: [{ text: b, event: e }] }
`);
    const notes = '[[payoff: b event=e]]\n[[setup: a event=e]]';
    expect(annotated(Treatment.parse('A book, an apple, evening.'), two)).toBe(`A book, an apple, evening.\n${notes}`);
    expect(annotated(Script.parse('A book, an apple, evening.'), two)).toBe(`A book, an apple, evening.\n\n${notes}`);
  });

  test.each(parsers)('in a %s, the heading of a scene tells its event, where that is the only one', (kind, parse) => {
    const heading = kind === 'script' ? 'INT. HALL - A PISTOL HANGS' : '### Where a pistol hangs';
    const gap = kind === 'script' ? '\n\n' : '\n';
    const text = `${heading}\n\nThere, the gun.\n\nThe gun.`;
    expect(annotated(parse(text))).toBe(`${heading}\n\nThere, the gun.${gap}${SETUP}\n\nThe gun.`);
    for (const more of ['It fires.', '[[setup: pistol]]']) {
      const other = `${heading}\n\nThere, the gun.\n\n${more}`;
      expect(annotated(parse(other))).toBe(other);
    }
    const prose = 'INT. HALL\n\nIt hangs.\n\nThe gun.';
    expect(annotated(parse(prose))).toBe(prose);
  });

  test('is annotated once: then there is nothing left to infer', () => {
    for (const [, parse] of parsers) {
      const once = annotated(parse('A pistol hangs.\n\nThe pistol fires.\n\nThe pistol, and the maid dusts it.'));
      expect(once.match(/\[\[/g)).toHaveLength(3);
      expect(annotateFile(parse(once), pistols)).toEqual([]);
    }
  });
});

describe('a mention', () => {
  const at = (manuscript: Manuscript, offset: number) =>
    annotationsAt(manuscript, pistols, offset).map(({ edit, ...rest }) => ({
      ...rest,
      after: applied(manuscript.text.toString(), [edit]),
    }));

  test('takes the role that is inferred', () => {
    expect(at(Treatment.parse('A pistol hangs.'), 4)).toEqual([
      {
        thread: 'pistol',
        role: 'setup',
        event: 'hung',
        inferred: true,
        mention: { start: 2, end: 8, referents: [{ kind: 'thread', id: 'pistol' }] },
        after: `A pistol hangs.\n${SETUP}`,
      },
    ]);
  });

  test('else is a reminder', () => {
    const [proposal] = at(Script.parse('A pistol.'), 8);
    expect(proposal).toMatchObject({ inferred: false, after: 'A pistol.\n\n[[reminder: pistol]]' });
  });

  test('in a heading too, below which a blank line stays', () => {
    const noted = (text: string) => at(Treatment.parse(text), 4).map((one) => one.after);
    expect(noted('## A pistol\nIt waits.')).toEqual([]);
    expect(noted('# A pistol\nIt waits.')).toEqual(['# A pistol\n\n[[reminder: pistol]]\n\nIt waits.']);
    expect(noted('# A pistol\n\nIt waits.')).toEqual(['# A pistol\n\n[[reminder: pistol]]\n\nIt waits.']);
    expect(noted('# A pistol')).toEqual(['# A pistol\n\n[[reminder: pistol]]']);
  });

  test('is only of a thread', () => {
    expect(at(Script.parse('Anna hangs up.'), 2)).toEqual([]);
    expect(at(Script.parse('Anna hangs up.'), 7)).toEqual([]);
    expect(at(Script.parse('A pistol.'), 1)).toEqual([]);
  });
});

describe('at random', () => {
  const marksOf = (manuscript: Manuscript): Mark[] =>
    factItems(manuscript.facts).flatMap((item) => (item.type === 'mark' ? [item.mark] : []));
  const sorted = (list: readonly unknown[]) => list.map((it) => JSON.stringify(it)).sort();

  /** What is printed of a script, and what of a treatment is not annotations. */
  function printed(manuscript: Manuscript): unknown[] {
    if (manuscript instanceof Script) {
      return [...manuscript.elements()]
        .filter(({ type }) => type !== 'note')
        .map(({ type, text, key, number, name, extension, depth, dual }) => [
          type,
          text,
          key,
          number,
          name,
          extension,
          depth,
          dual,
        ]);
    }
    const story = manuscript as Treatment;
    return [...story.passages()]
      .map((passage) => {
        let text = story.text.slice(passage.start, passage.end);
        for (const { start, end } of story.asides(passage).toReversed()) {
          const aside = story.text.slice(start, end);
          if (/^\[\[|^<!--/.test(aside)) {
            text = text.slice(0, start - passage.start) + text.slice(end - passage.start);
          }
        }
        return [passage.type, passage.level, text.trim()];
      })
      .filter(([, , text]) => text !== '');
  }

  test.each(parsers)(
    'what is written into a %s can be read, and changes nothing that is printed',
    (_, parse) => {
      fc.assert(
        fc.property(storyText, (text) => {
          const before = parse(text);
          const edits = annotateFile(before, pistols);
          const roles = new Set(inferredRoles(before, pistols).map(({ role }) => role));
          for (const [i, { start, end }] of edits.entries()) {
            expect(start).toBeGreaterThan(edits[i - 1]?.end ?? -1);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          const after = parse(applied(text, edits));
          const written = edits.flatMap(({ insert }) => insert.match(/\[\[\w+: \w+/g) ?? []);
          const found = marksOf(after)
            .filter(({ keys }) => keys.event)
            .map(({ kind, ids }) => `[[${kind}: ${ids[0]}`);
          expect(found.sort()).toEqual(written.sort());
          expect(marksOf(after)).toHaveLength(marksOf(before).length + written.length);
          expect(printed(after)).toEqual(printed(before));
          if (edits.length > 0 && roles.size > 0) expect(written.length).toBeGreaterThan(0);
        }),
        { numRuns: 300 },
      );
    },
    60_000,
  );

  test.each(parsers)(
    'the same for one mention in a %s',
    (_, parse) => {
      fc.assert(
        fc.property(storyText, (text) => {
          const before = parse(text);
          for (const passage of mentioningPassages(before, cueSetOf(pistols)).slice(0, 3)) {
            const edit = annotate(before, passage, { thread: 'pistol', role: 'payoff' });
            if (!edit) continue;
            const after = parse(applied(text, [edit]));
            const mark = { kind: 'payoff', ids: ['pistol'], keys: {} };
            expect(sorted(marksOf(after))).toEqual(sorted([...marksOf(before), mark]));
            expect(printed(after)).toEqual(printed(before));
          }
        }),
        { numRuns: 300 },
      );
    },
    60_000,
  );
});
