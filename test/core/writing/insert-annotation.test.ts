import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { itemsOf } from '../../../server/core/season/items.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { insertAnnotations } from '../../../server/core/writing/insert-annotation.ts';
import { writePlaybackTime } from '../../../server/core/writing/playback-time.ts';
import { lastFirst } from '../../../server/core/writing/text-edits.ts';
import { scriptText } from '../fountain/arbitrary.ts';

type Read = (text: string) => Script | Treatment;
const script: Read = (text) => Script.parse(text);
const treatment: Read = (text) => Treatment.parse(text);

/** Each `|` is a cursor. */
function cursors(marked: string): { text: string; offsets: number[] } {
  const pieces = marked.split('|');
  let length = 0;
  const offsets = pieces.slice(0, -1).map((piece) => {
    length += piece.length;
    return length;
  });
  return { text: pieces.join(''), offsets };
}

function inserted(read: Read, marked: string): string | undefined {
  const { text, offsets } = cursors(marked);
  const manuscript = read(text);
  const edits = insertAnnotations(manuscript, offsets, 'setup: key');
  return edits && manuscript.edit(lastFirst(edits)).text.toString();
}

describe('an annotation is written', () => {
  test.each<[string, Read, string, string]>([
    ['at the cursor', script, 'He sits. |She stands.', 'He sits. [[setup: key]] She stands.'],
    ['behind the word', script, 'He si|ts.', 'He sits. [[setup: key]]'],
    ['behind a sentence', script, 'He sits.|', 'He sits. [[setup: key]]'],
    ['on an empty line', script, 'He sits.\n\n|\n\nINT. A\n', 'He sits.\n\n[[setup: key]]\n\nINT. A\n'],
    ['behind a heading', script, 'Hm.\n\nINT.| FLAT\n\nHe.', 'Hm.\n\nINT. FLAT [[setup: key]]\n\nHe.'],
    ['behind a name', script, 'Hm.\n\nB|OB\nHi.', 'Hm.\n\nBOB [[setup: key]]\nHi.'],
    ['in a speech', script, 'Hm.\n\nBOB\nHi|.', 'Hm.\n\nBOB\nHi. [[setup: key]]'],
    ['behind another', script, 'A key. [[set|up: a]]', 'A key. [[setup: a]] [[setup: key]]'],
    ['at several cursors', script, 'One.|\n\nTwo.|', 'One. [[setup: key]]\n\nTwo. [[setup: key]]'],
    ['once where two cursors stand in a word', script, 'k|e|y\n', 'key [[setup: key]]\n'],
    ['in a treatment', treatment, '# A\n\nHe si|ts.\n', '# A\n\nHe sits. [[setup: key]]\n'],
    ['behind a heading of a treatment', treatment, '# A|\n\nHe sits.\n', '# A [[setup: key]]\n\nHe sits.\n'],
  ])('%s', (_name, read, text, wanted) => {
    expect(inserted(read, text)).toBe(wanted);
  });

  test.each<[string, Read, string]>([
    ['on a title page', script, 'Title: A|\n\nHe sits.'],
    ['in a boneyard', script, '/*\n\nHe |sits.\n\n*/\n'],
    ['in front matter', treatment, '---\nti|tle: A\n---\n'],
    ['in code', treatment, '```\nco|de\n```\n'],
  ])('not %s', (_name, read, text) => {
    expect(inserted(read, text)).toBeUndefined();
  });

  test('and nothing else, whatever the script', () => {
    fc.assert(
      fc.property(scriptText, fc.array(fc.nat(200), { minLength: 1, maxLength: 3 }), (text, offsets) => {
        const was = Script.parse(text);
        const at = offsets.map((offset) => Math.min(offset, text.length));
        const edits = insertAnnotations(was, at, 'setup: key');
        if (!edits) return;
        const now = Script.parse(was.edit(lastFirst(edits)).text.toString());
        const others = (one: Script) => itemsOf(one.facts).filter(({ type }) => type !== 'mark');
        expect(others(now)).toEqual(others(was));
        const marks = itemsOf(now.facts).filter(({ type }) => type === 'mark').length;
        expect(marks).toBe(itemsOf(was.facts).filter(({ type }) => type === 'mark').length + edits.length);
        const printed = (one: Script) => [...one.elements()].filter(({ type }) => type !== 'note').map((e) => e.type);
        expect(printed(now)).toEqual(printed(was));
      }),
      { numRuns: 500 },
    );
  });

  test('nowhere where it would end before its end', () => {
    expect(insertAnnotations(script('He sits.'), [8], 'setup: a]] b')).toBeUndefined();
  });
});

describe('the time of playback', () => {
  const timed = (marked: string, read: Read = script): string | undefined => {
    const { text, offsets } = cursors(marked);
    const manuscript = read(text);
    const edit = writePlaybackTime(manuscript, offsets[0]!, '41:30');
    return edit && manuscript.edit([edit]).text.toString();
  };

  test.each([
    ['is written behind the id', 'A. [[setup: key|]]', 'A. [[setup: key at=41:30]]'],
    ['is written behind other keys', 'A. [[s|etup: key for=x]]', 'A. [[setup: key for=x at=41:30]]'],
    ['takes the place of another', 'A. [[setup: k|ey at=3:00 for=x]]', 'A. [[setup: key at=41:30 for=x]]'],
    ['is written behind a turn', 'A. [[turn: mid|point]]', 'A. [[turn: midpoint at=41:30]]'],
  ])('%s', (_name, text, wanted) => {
    expect(timed(text)).toBe(wanted);
  });

  test('is written before the note', () => {
    const text = 'A. [[setup: key | why]]';
    const edit = writePlaybackTime(script(text), 8, '41:30');
    expect(edit).toEqual({ start: 15, end: 15, insert: ' at=41:30' });
  });

  test('is not written where there is no annotation', () => {
    expect(timed('He s|its. [[setup: key]]')).toBeUndefined();
    expect(timed('He sits. [[setup: key]]|')).toBeUndefined();
  });

  test('is written in a treatment', () => {
    expect(timed('# A\n\nHe sits. <!-- setup: k|ey -->\n', treatment)).toBe(
      '# A\n\nHe sits. <!-- setup: key at=41:30 -->\n',
    );
  });
});
