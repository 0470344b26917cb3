import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { changeElements, type LineStretch } from '../../../server/core/writing/change-element.ts';
import { type LineKind, lineKinds } from '../../../server/core/writing/element-marks.ts';
import { lastFirst } from '../../../server/core/writing/text-edits.ts';
import { scriptText } from '../fountain/arbitrary.ts';

/** The text after the change, `|` before each of the lines that are to be changed; or why there is none. */
function changed(marked: string, kind: LineKind): string {
  const lines = marked.split('\n');
  const stretches = lines.flatMap((line, i) => (line.startsWith('|') ? [{ first: i, last: i }] : []));
  const script = Script.parse(lines.map((line) => line.replace(/^\|/, '')).join('\n'));
  const found = changeElements(script, stretches, kind);
  return typeof found === 'string' ? found : script.edit(lastFirst(found)).text.toString();
}

describe('a line becomes', () => {
  test.each<[string, string, LineKind, string]>([
    ['a heading by its dot', 'Text.\n\n|The flat\n', 'scene_heading', 'Text.\n\n.The flat\n'],
    ['a heading by itself', 'Text.\n\n|!INT. FLAT\n', 'scene_heading', 'Text.\n\nINT. FLAT\n'],
    ['a heading between lines', 'He sits.\n|INT. B\nShe sits.\n', 'scene_heading', 'He sits.\n\nINT. B\n\nShe sits.\n'],
    ['action without its mark', 'A.\n\n|.The flat\n', 'action', 'A.\n\nThe flat\n'],
    ['action by its mark', 'A.\n\n|INT. FLAT\n\nB.\n', 'action', 'A.\n\n!INT. FLAT\n\nB.\n'],
    ['a name', 'A.\n\n|bob\nHello.\n', 'character', 'A.\n\n@bob\nHello.\n'],
    ['a name by itself', 'A.\n\n|> BOB\nHello.\n', 'character', 'A.\n\nBOB\nHello.\n'],
    ['a parenthetical', 'BOB\n|beat\nHello.\n', 'parenthetical', 'BOB\n(beat)\nHello.\n'],
    ['a parenthetical that has its brackets', 'BOB\nHi.\n|!(beat)\n', 'parenthetical', 'BOB\nHi.\n(beat)\n'],
    ['action that ends a speech', 'BOB\nHi.\n|He waves.\n', 'action', 'BOB\nHi.\n\nHe waves.\n'],
    ['dialogue', 'BOB\n|(beat)\nHello.\n', 'dialogue', 'BOB\nbeat\nHello.\n'],
    ['a transition', 'A.\n\n|FADE OUT.\n', 'transition', 'A.\n\n> FADE OUT.\n'],
    ['a transition by itself', 'A.\n\n|!CUT TO:\n\nB.\n', 'transition', 'A.\n\nCUT TO:\n\nB.\n'],
    ['centred', 'A.\n\n|THE END\n', 'centered', 'A.\n\n> THE END <\n'],
    ['a lyric', 'BOB\n|La la\n', 'lyric', 'BOB\n~La la\n'],
    ['a section', 'A.\n\n|Act One\n', 'section', 'A.\n\n# Act One\n'],
    ['a synopsis', 'A.\n\n|# Act One\n', 'synopsis', 'A.\n\n= Act One\n'],
    ['what it is', 'A.\n\n|INT. FLAT\n\nB.\n', 'scene_heading', 'A.\n\nINT. FLAT\n\nB.\n'],
    ['something else with its note', 'A.\n\n|Flat [[setup: key]]\n', 'scene_heading', 'A.\n\n.Flat [[setup: key]]\n'],
    ['one of several', 'A.\n|La\n\n|Lo\n', 'lyric', 'A.\n~La\n\n~Lo\n'],
    ['lines of one paragraph', 'A.\n\n|la\n|lo\n', 'centered', 'A.\n\n> la <\n> lo <\n'],
  ])('%s', (_name, text, kind, wanted) => {
    expect(changed(text, kind)).toBe(wanted);
  });

  test.each<[string, string, LineKind, string]>([
    ['a parenthetical without a speech', 'A.\n\n|beat\n', 'parenthetical', 'noSpeech'],
    ['dialogue without a name', 'A.\n\n|Hello\n', 'dialogue', 'noSpeech'],
    ['anything where nothing is', 'A.\n|\nB.', 'action', 'nothingThere'],
    ['anything where there is only a note', 'A.\n\n|[[setup: key]]\n', 'action', 'nothingThere'],
    ['anything on the title page', '|Title: A\n\nB.', 'action', 'titlePage'],
    ['a heading of no letters', 'A.\n\n|…\n', 'scene_heading', 'cannot'],
  ])('not %s', (_name, text, kind, why) => {
    expect(changed(text, kind)).toBe(why);
  });

  test('what is asked for, or nothing', () => {
    const stretch = fc.record({ first: fc.nat(12), more: fc.nat(3) });
    fc.assert(
      fc.property(scriptText, stretch, fc.constantFrom(...lineKinds), (text, { first, more }, kind) => {
        const script = Script.parse(text);
        const stretches: LineStretch[] = [{ first, last: first + more }];
        const edits = changeElements(script, stretches, kind);
        if (typeof edits === 'string') return;
        const after = script.edit(lastFirst(edits));
        expect(Script.parse(after.text.toString()).facts).toEqual(after.facts);
        // Each line that was written on is now one of them: found again by what the edits put above it.
        let moved = 0;
        for (const edit of edits) {
          const above = /^[\r\n]*/.exec(edit.insert)![0].length;
          const at = edit.start + moved + above;
          expect(after.elementAt(at)?.type).toBe(kind);
          moved += edit.insert.length - (edit.end - edit.start);
        }
        // Once more changes nothing: the lines are what was asked for.
        if (edits.length === 1 && more === 0) {
          const line = after.text.lineAt(edits[0]!.start + /^[\r\n]*/.exec(edits[0]!.insert)![0].length);
          expect(changeElements(after, [{ first: line, last: line }], kind)).toEqual([]);
        }
        const words = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '');
        expect(words(after.text.toString())).toBe(words(text));
      }),
      { numRuns: 1000 },
    );
  });
});
