import { describe, expect, it } from 'vitest';
import { brief } from './dump.ts';
import { read } from './read.ts';

/** `key=value` of each entry. */
function entries(input: string): string[] {
  return read(input)
    .titlePage()
    .map(({ key, text }) => `${key}=${text.replaceAll('\n', '¶')}`);
}

describe('title page', () => {
  it.each<[name: string, input: string, entries: string[]]>([
    ['one key', 'Title: X', ['Title=X']],
    ['several keys', 'Title: X¶Author: Y¶¶INT. A', ['Title=X', 'Author=Y']],
    ['values on indented lines', 'Title:¶␠␠␠␠A¶⇥B¶Author: C', ['Title=A¶B', 'Author=C']],
    ['a value on the line of the key, and on', 'Title: A¶␠B', ['Title=A¶B']],
    ['an indented line with a colon is a value', 'Contact:¶␠Tel: 555', ['Contact=Tel: 555']],
    ['a value with a colon', 'Title: A: B', ['Title=A: B']],
    ['an empty key', 'Title:¶Author: X', ['Title=', 'Author=X']],
    ['a lone empty key that is common', 'Title:', ['Title=']],
    ['a key in upper case', 'TITLE:¶␠␠X', ['TITLE=X']],
    ['any key', 'Mood: grim¶¶A.', ['Mood=grim']],
    ['any key with its value below', 'Mood:¶⇥grim', ['Mood=grim']],
    ['a line without a key joins the value above', 'Title: A¶B¶Author: C', ['Title=A¶B', 'Author=C']],
    ['a line of spaces ends it', 'Title: X¶␠␠¶Author: Y', ['Title=X']],
    ['a note in a value', 'Title: A [[n]] B', ['Title=A  B']],
    ['the line of a note within', 'Title: A¶[[setup: x]]¶Author: B', ['Title=A', 'Author=B']],
    ['a boneyard over two lines', 'Title: A /* x¶y */ B¶Author: C', ['Title=A¶B', 'Author=C']],
    ['values are trimmed', 'Title:␠␠␠X␠␠¶␠␠Y␠␠', ['Title=X¶Y']],
    ['emphasis stays', 'Title:¶␠_**X**_', ['Title=_**X**_']],
    ['a byte-order mark', '\ufeffTitle: X', ['Title=X']],
    ['CRLF', 'Title: X\r\nAuthor:\r\n  Y\r\n\r\nINT. A', ['Title=X', 'Author=Y']],
    ['CR', 'Title: X\rAuthor:\r  Y\r\rINT. A', ['Title=X', 'Author=Y']],
    ['keys of every script', 'Заголовок: Чайка', ['Заголовок=Чайка']],
    ['not after a blank line', '¶Title: X', []],
    ['not where line 1 is indented', '␠Title: X', []],
    ['not where line 1 has no colon', 'X¶Title: Y', []],
    ['not where line 1 begins with its colon', ': X', []],
    ...['# A: b', '[[a]] B: c', '/* a */ B: c', '.A: b', '> A: b', '= A: b', '~A: b', '@A: b', '!A: b', '<a: b>'].map(
      (line): [string, string, string[]] => [`not where line 1 is ${line}`, line, []],
    ),
    ['not where line 1 is a heading', 'EXT. A: b', []],
    ['not where line 1 is a cue', 'BOB¶Well: no.', []],
    ['not where line 1 is a transition', 'CUT TO:¶¶INT. A', []],
    ['not where line 1 is FADE IN:', 'FADE IN:¶¶Title: X', []],
    ['not where line 1 is FADE IN: and a heading follows', 'FADE IN:¶INT. A', []],
    ['not where a line ends in a colon and nothing follows', 'he says:', []],
  ])('%s', (_, input, expected) => {
    expect(entries(input)).toEqual(expected);
  });

  it('is followed by the script', () => {
    expect(brief(read('Title: X¶␠␠¶BOB¶Hi.'))).toEqual(['title_page: X', 'character: BOB', 'dialogue: Hi.']);
    expect(brief(read('Title: X¶¶Y: z'))).toEqual(['title_page: X', 'action: Y: z']);
  });

  it('is the head of the facts: keys in lower case, of two the first', () => {
    expect(read('Title: X¶Draft Date:¶␠today¶TITLE: Y').facts.head).toEqual({ title: 'X', 'draft date': 'today' });
    expect(Object.keys(read('__proto__: X¶Title: Y').facts.head)).toEqual(['__proto__', 'title']);
    expect(read('INT. A').facts.head).toEqual({});
  });
});
