import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { beneathHeading, besideParagraph } from '../../../server/core/study-language/fixes/own-paragraph.ts';
import { textFixes } from '../../../server/core/study-language/fixes/text-fixes.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { season } from '../../fixture.ts';
import { apply } from './edits.ts';

/** The notes that are offered for other scenes, of the first finding with a code in the first text. */
function notes(code: string, source: string) {
  const context = season(source).context();
  const finding = diagnose(context).find((one) => one.code === code)!;
  const found = { code, ...finding.span, data: finding.data ?? {} };
  return textFixes(context, undefined, found).flatMap(({ title, inScene }) =>
    inScene ? [{ title, uri: inScene.uri.split('/').at(-1), note: inScene.note }] : [],
  );
}

const scenes = (...texts: string[]) => texts.map((text, i) => `INT. ROOM ${i + 1} - DAY\n\n${text}\n`).join('\n');

describe('what is missing of a thread is offered', () => {
  test('a payoff in the last scene of the season', () => {
    const source = `--- e1.fountain\n${scenes('[[setup: gun]]', 'x')}--- e2.fountain\n${scenes('a', 'b')}`;
    expect(notes('setup.unpaid', source)).toEqual([
      {
        title: 'Pay it off in the last scene (Episode 2, INT. ROOM 2 - DAY)',
        uri: 'e2.fountain',
        note: '[[payoff: gun]]',
      },
    ]);
  });

  test('no payoff where the setup itself is in the last scene', () => {
    expect(notes('setup.unpaid', `--- e1.fountain\n${scenes('a', '[[setup: gun]]')}`)).toEqual([]);
  });

  test('a setup in the first scene and in the one before', () => {
    const source = `--- e2.fountain\n${scenes('a', 'b', '[[payoff: gun]]')}--- e1.treatment.md\n# Act One\n\n## Dawn\n\nProse.\n`;
    expect(notes('payoff.unplanted', source)).toEqual([
      {
        title: 'Plant it in the scene before (Episode 2, INT. ROOM 2 - DAY)',
        uri: 'e2.fountain',
        note: '[[setup: gun]]',
      },
      { title: 'Plant it in the first scene (Episode 1, Dawn)', uri: 'e1.treatment.md', note: '[[setup: gun]]' },
    ]);
  });

  test('once where the first scene is the one before, and not at all in the first', () => {
    expect(notes('payoff.unplanted', `--- e1.fountain\n${scenes('a', '[[payoff: gun]]')}`)).toHaveLength(1);
    expect(notes('payoff.unplanted', `--- e1.fountain\n${scenes('[[payoff: gun]]', 'b')}`)).toEqual([]);
  });

  test('the clearing of a red herring', () => {
    const source = `--- play.fountain\n${scenes('[[herring: the nanny]]', 'b\n\n> THE END <')}`;
    expect(notes('herring.uncleared', source)).toMatchObject([{ note: '[[herring: the-nanny cleared]]' }]);
  });
});

describe('where there is no other scene, what is missing goes beside', () => {
  /** The first fix, made. */
  const mended = (code: string, source: string) => {
    const context = season(source).context();
    const finding = diagnose(context).find((one) => one.code === code)!;
    const [fix] = textFixes(context, undefined, { code, ...finding.span, data: finding.data ?? {} });
    return [fix!.title, apply(context.manuscript.text.toString(), fix!.here)];
  };

  test.each([
    [
      'setup.unpaid',
      'one.fountain',
      'INT. A - DAY\n\nBO\nHi. [[setup: gun]]\nHo.\n\nTHE END\n',
      'Pay it off below',
      'INT. A - DAY\n\nBO\nHi. [[setup: gun]]\nHo.\n\n[[payoff: gun]]\n\nTHE END\n',
    ],
    ['setup.unpaid', 'one.treatment.md', '[[setup: gun]]', 'Pay it off below', '[[setup: gun]]\n\n[[payoff: gun]]'],
    [
      'herring.uncleared',
      'one.fountain',
      'INT. A - DAY\n\n[[herring: gun]]\n\nTHE END',
      'Clear it below',
      'INT. A - DAY\n\n[[herring: gun]]\n\n[[herring: gun cleared]]\n\nTHE END',
    ],
    [
      'payoff.unplanted',
      'one.fountain',
      'INT. A - DAY\n\nBO\nHi. [[payoff: gun]]\n',
      'Plant it above',
      'INT. A - DAY\n\n[[setup: gun]]\n\nBO\nHi. [[payoff: gun]]\n',
    ],
  ])('%s in %s: %j', (code, path, text, title, expected) => {
    expect(mended(code, `--- ${path}\n${text}`)).toEqual([title, expected]);
  });
});

describe('a note beneath a heading', () => {
  const note = '[[payoff: gun]]';
  const put = (manuscript: Manuscript, nth = 0) => {
    const headings = factItems(manuscript.facts).flatMap(({ type }, i) =>
      type === 'scene' || type === 'section' ? [i] : [],
    );
    const edit = beneathHeading(manuscript, headings[nth]!, note);
    return edit && apply(manuscript.text.toString(), [edit]);
  };

  test.each([
    ['INT. A - DAY\n\nHe eats.', `INT. A - DAY\n\n${note}\n\nHe eats.`],
    ['INT. A - DAY', `INT. A - DAY\n\n${note}`],
    ['.A #1#\r\n\r\nHe eats.\r\n', `.A #1#\r\n\r\n${note}\r\n\r\nHe eats.\r\n`],
  ])('in a script: %j', (source, expected) => expect(put(Script.parse(source))).toBe(expected));

  test.each([
    ['## Dawn\n\nProse.', `## Dawn\n\n${note}\n\nProse.`],
    ['## Dawn\nProse.', `## Dawn\n\n${note}\n\nProse.`],
    ['Dawn\n----\n\nProse.', `Dawn\n----\n\n${note}\n\nProse.`],
  ])('in a treatment: %j', (source, expected) => expect(put(Treatment.parse(source))).toBe(expected));

  test('changes nothing else that is known of a text, or is not made', () => {
    const piece = fc.constantFrom(
      ...[
        'INT. A - DAY',
        '# Act One',
        '## Scene',
        'Prose.',
        'ANNA',
        '/*',
        '*/',
        '[[',
        ']]',
        '---',
        '> a',
        '- b',
        '    c',
        '',
        '',
      ],
      ...['[[setup: gun]]', '<!--', '-->', 'CUT TO:', '~la', '===', '(quietly)'],
    );
    const source = fc
      .tuple(fc.array(piece, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'))
      .map(([parts, eol]) => parts.join(eol));
    let made = 0;
    fc.assert(
      fc.property(source, fc.boolean(), (text, isScript) => {
        const manuscript: Manuscript = isScript ? Script.parse(text) : Treatment.parse(text);
        for (const [i, item] of factItems(manuscript.facts).entries()) {
          if (item.type !== 'scene' && item.type !== 'section') continue;
          const { start } = manuscript.place(i);
          const edits = [
            beneathHeading(manuscript, i, note),
            besideParagraph(manuscript, start, 'above', note),
            besideParagraph(manuscript, start, 'below', note),
          ];
          for (const edit of edits) {
            if (!edit) continue;
            made++;
            const after = factItems(manuscript.edit([edit]).facts).filter(
              (one) => one.type !== 'mark' || one.mark.kind !== 'payoff',
            );
            expect(after).toEqual(factItems(manuscript.facts));
          }
        }
      }),
      { numRuns: 2_000 },
    );
    expect(made).toBeGreaterThan(500);
  });
});
