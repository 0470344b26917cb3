import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { completeScript } from '../../../server/core/script-language/complete-script.ts';
import { season } from '../../fixture.ts';
import { scriptText } from '../fountain/arbitrary.ts';
import { expanded } from '../study-language/expanded.ts';
import { complete } from './complete.ts';

const flat = `INT. FLAT - KITCHEN - NIGHT

Rain.

EXT. YARD - DAWN

Rain.

INT. FLAT - HALL - MOMENTS LATER

Rain.
`;
const after = (line: string) => complete(`${flat}\n${line}\n`);

describe('a heading', () => {
  test('is begun as those before it are, and may be taken whole', () => {
    expect(after('I$0').labels).toEqual(['INT.', 'INT./EXT.', 'I/E.', 'FADE IN:']);
    expect(after('IN$0').labels).toEqual(['INT.', 'INT./EXT.', 'INT. FLAT - HALL', 'INT. FLAT - KITCHEN', 'FADE IN:']);
    expect(after('in$0').taking('INT.')).toBe('INT. ');
    expect(after('ex$0').labels).toContain('EXT. YARD');
    expect(after('INT./$0').taking('INT./EXT.')).toBe('INT./EXT. ');
    expect(after('EX$0').taking('EXT. YARD')).toBe('EXT. YARD');
  });

  test('is not offered to who writes prose', () => {
    for (const line of ['In$0', 'Int$0', 'i$0', 'Ext$0', 'It rains. I$0']) expect(after(line).labels).toEqual([]);
  });

  test('has places: of this script nearest first, of the season, of the study', () => {
    const source = `--- e1.fountain
Episode: 1

${flat}
INT. $0

EXT. ROOF - DAY

--- e2.fountain
Episode: 2

INT. CELLAR - DAY

INT. LIFT - DAY

INT. LIFT - NIGHT
--- a.study.yaml
study: 1
title: A
places: [{ id: flat, name: The flat, aliases: [Yard] }]
`;
    const { labels, offered } = complete(source);
    expect(labels).toEqual(['FLAT - HALL', 'YARD', 'FLAT - KITCHEN', 'ROOF', 'LIFT', 'CELLAR', 'THE FLAT']);
    expect(offered[1]?.entry).toEqual({ list: 'places', id: 'flat' });
    expect(complete(source, 1).labels).not.toContain('LIFT');
  });

  test('takes a place, and keeps what follows it', () => {
    expect(after('INT. YA$0').taking('YARD')).toBe('INT. YARD');
    expect(after('INT. YA$0 - DAY #4#').taking('YARD')).toBe('INT. YARD - DAY #4#');
    expect(after('INT.$0').taking('YARD')).toBe('INT. YARD');
    expect(after('.YA$0').taking('YARD')).toBe('.YARD');
    expect(after('.$0').taking('YARD')).toBe('.YARD');
    expect(after('INT. YARD$0').labels).toEqual([]);
  });

  test('takes places as they were written, in any script', () => {
    const source = 'Int. Straße - Tag\n\nA.\n\nINT. КУХНЯ - НОЧЬ\n\nB.\n';
    expect(complete(`${source}\nINT. $0\n`).labels).toEqual(['КУХНЯ - НОЧЬ', 'Straße']);
    expect(complete(`${source}\nINT. STRA$0\n`).taking('Straße')).toBe('INT. Straße');
    expect(complete(`${source}\nINT. Straße - $0\n`).labels[0]).toBe('Tag');
  });

  test('has times of day behind the dash, those used first', () => {
    expect(after('INT. YARD - $0').labels.slice(0, 4)).toEqual(['MOMENTS LATER', 'DAWN', 'NIGHT', 'DAY']);
    expect(after('INT. YARD - N$0').taking('NIGHT')).toBe('INT. YARD - NIGHT');
    expect(after('INT. YARD – N$0').taking('NIGHT')).toBe('INT. YARD – NIGHT');
    expect(after('INT. YARD - N$0 #4#').taking('NIGHT')).toBe('INT. YARD - NIGHT #4#');
    expect(after('INT. YARD - NIGHT$0').labels).toEqual([]);
    expect(after('INT. YARD -$0').labels).toEqual([]);
  });

  test('has the rooms of a place there too', () => {
    expect(after('INT. FLAT - $0').labels.slice(0, 3)).toEqual(['HALL', 'KITCHEN', 'MOMENTS LATER']);
    expect(after('INT. FLAT - HALL - $0').labels[0]).toBe('MOMENTS LATER');
  });
});

describe('a transition', () => {
  test('is offered with those that are used first', () => {
    expect(after('CU$0').labels).toEqual(['CUT TO:', 'SMASH CUT TO:', 'MATCH CUT TO:', 'CUT TO BLACK.']);
    expect(complete(`${flat}\nIRIS WIPE TO:\n\nI$0\n`).labels).toContain('IRIS WIPE TO:');
  });

  test('has the mark that it needs', () => {
    expect(after('CU$0').taking('CUT TO:')).toBe('CUT TO:');
    expect(after('CU$0').taking('CUT TO BLACK.')).toBe('> CUT TO BLACK.');
    expect(after('> CU$0').taking('CUT TO BLACK.')).toBe('> CUT TO BLACK.');
    expect(after('>$0').taking('FADE OUT.')).toBe('> FADE OUT.');
    expect(after('CUT TO:$0').labels).toEqual([]);
  });
});

describe('a title page', () => {
  test('has the keys that are not there yet', () => {
    const { labels, offered } = complete('Title: A\nA$0\nContact: B\n');
    expect(labels).toEqual(['Author', 'Authors']);
    expect(offered[0]?.says).toBe('Who wrote it.');
    expect(complete('Title: A\n$0\n').labels).not.toContain('Title');
    expect(complete('Ti$0').taking('Title')).toBe('Title: ');
    expect(complete('Title: A\nCre$0: x\n').taking('Credit')).toBe('Credit: x');
  });

  test('has values where they can be known', () => {
    const source = `--- e1.fountain
Title: Low Water
Author: Ann
Episode: 1
--- e2.fountain
Title: Low Water
Author: $0
`;
    expect(complete(source).labels).toEqual(['Ann']);
    expect(complete(source.replace('Author: $0', 'Episode: $0')).labels).toEqual(['2']);
    expect(complete('Title: A\nStudy:$0').taking('the-cake')).toBe('Study: the-cake');
    expect(complete('Title: A\nStudy: the-$0').taking('the-cake')).toBe('Study: the-cake');
  });

  test('has nothing on lines that go on, and nothing of scenes', () => {
    expect(complete('Title: A\nContact:\n    A$0\n').labels).toEqual([]);
    expect(complete('Title: A\nI$0\n').labels).not.toContain('INT.');
  });

  test('may be begun on the first line, and so may a scene', () => {
    const { labels } = complete('$0');
    expect([labels[0], labels.includes('INT.'), labels.includes('CUT TO:')]).toEqual(['Title', true, true]);
    expect(complete('\n$0').labels).not.toContain('Title');
  });

  test('is offered whole, to fill in, where nothing is written yet', () => {
    const template = (source: string) => complete(source).offered.find(({ kind }) => kind === 'template');
    expect(template('$0')).toMatchObject({ label: 'Title page', says: 'A title page to fill in.' });
    const { edit, snippet } = template('Ti$0\n\n')!;
    expect(edit).toMatchObject({ start: 0, end: 2 });
    expect(snippet).toMatch(/^Title: \$\{1:Title\}\nAuthor: \$2\nDraft date: \$3\n\n\$0$/);
    const second = template('--- e1.fountain\nEpisode: 1\n\nA.\n--- e2.fountain\n$0')!;
    expect(
      Script.parse(expanded(second.snippet!))
        .titlePage()
        .map(({ key, text }) => [key, text]),
    ).toEqual([
      ['Title', 'Title'],
      ['Episode', '2'],
      ['Author', ''],
      ['Draft date', ''],
    ]);
    for (const source of ['Title$0', 'Title: A\n$0', '$0\n\nIt rains.\n', 'I$0\n', '$0\nTitle: A'])
      expect(template(source), source).toBeUndefined();
  });
});

describe('a section', () => {
  test('is named as an act that is not there yet, in the words of those that are', () => {
    expect(complete('# $0').labels.slice(0, 2)).toEqual(['Act One', 'Act Two']);
    expect(complete('# Act 1\n\nINT. A\n\n# Act 2\n\nINT. B\n\n#$0').taking('Act 3')).toBe('# Act 3');
    expect(complete('# Act I\n\nINT. A\n\n## A$0\n\nINT. B\n\n# Act III\n').labels[0]).toBe('Act II');
    expect(complete('# Teaser\n\nINT. A\n\n# T$0').labels).toEqual(['Act Two', 'Act Three', 'Act Ten', 'Tag']);
    expect(complete('# Act One$0').labels).toEqual([]);
  });
});

describe('any text', () => {
  const sample = readFileSync(
    new URL('../../../samples/the-long-table/the-long-table.fountain', import.meta.url),
    'utf8',
  );

  test('an offer lies on the line of the cursor, and holds it', () => {
    fc.assert(
      fc.property(scriptText, fc.nat(), (text, at) => {
        const { uri, ...fixture } = season(`--- a.fountain\n${text.replaceAll('$0', '')}`);
        const context = fixture.context();
        const source = context.manuscript.text;
        const offset = at % (source.length + 1);
        const line = source.lineAt(offset);
        const end = source.lineStart(line) + source.lineText(line).length;
        for (const { edit } of completeScript(context, offset, { studies: () => [] })) {
          expect(edit.start).toBeGreaterThanOrEqual(source.lineStart(line));
          expect(edit.end).toBeLessThanOrEqual(end);
          expect(edit.start).toBeLessThanOrEqual(Math.min(offset, end));
          expect(edit.end).toBeGreaterThanOrEqual(Math.min(offset, end));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of a whole script, nothing is offered at the end of a line of prose or dialogue', () => {
    const fixture = season(`--- a.fountain\n${sample}`);
    const context = fixture.context();
    const { text } = context.manuscript;
    for (let line = 0; line < text.lineCount; line++) {
      const end = text.lineStart(line) + text.lineText(line).length;
      const offered = completeScript(context, end, { studies: () => [] });
      if (/\p{Ll}/u.test(text.lineText(line)) && !/^#|^[A-Z][\w ]*:/.test(text.lineText(line)))
        expect(offered).toEqual([]);
    }
  });
});
