import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scopesOf, type Token, tokenise } from './tokenise.ts';

const fountain = (text: string): Promise<Token[][]> => tokenise('source.fountain', text);

/** What the tokens of a line are called, by the part that says what it is. */
async function elementAt(text: string, line: number): Promise<string> {
  const scopes = scopesOf(await fountain(text), line);
  const names = {
    heading: 'entity.name.type.scene',
    cue: 'entity.name.function.character',
    transition: 'keyword.control.transition',
    centered: 'markup.centered',
    section: 'markup.heading.section',
    act: 'markup.heading.act',
    synopsis: 'comment.line.synopsis',
    lyric: 'meta.lyric',
    parenthetical: 'meta.parenthetical',
    title: 'meta.title-page',
    break: 'meta.separator.page-break',
    boneyard: 'comment.block.boneyard',
    note: 'comment.block.note',
    speech: 'meta.speech',
    action: 'meta.paragraph',
  };
  return Object.entries(names).find(([, scope]) => scopes.includes(scope))?.[0] ?? '';
}

describe('elements', () => {
  test.each([
    ['INT. HOUSE - DAY\n', 0, 'heading'],
    ['int. house\n', 0, 'heading'],
    ['I/E CAR\n', 0, 'heading'],
    ['INT./EXT. CAR\n', 0, 'heading'],
    ['ESTABLISHING SHOT\nHi', 0, 'cue'],
    ['INTERIOR\nHi', 0, 'cue'],
    ['.élan vital\n', 0, 'heading'],
    ['. NOT A HEADING\n', 0, 'action'],
    ['..ellipsis\n', 0, 'action'],
    ['Text\nINT. HOUSE\n', 1, 'action'],
    ['INT. A\n[[setup: x]]\nBOB\nHi.', 2, 'cue'],
    ['\nHANS (on the radio)\nHi', 1, 'cue'],
    ['\nR2D2\nBeep', 1, 'cue'],
    ['\n3CPO\nBeep', 1, 'cue'],
    ['\n23\nBeep', 1, 'action'],
    ['\nÉDOUARD\nAllô', 1, 'cue'],
    ['\nИВАН\nДа', 1, 'cue'],
    ['\n黒澤\n…', 1, 'action'],
    ['\n@黒澤\n…', 1, 'cue'],
    ['\nJOHN [[x]]\nHi.', 1, 'cue'],
    ['\n  BOB  \nHi.', 1, 'cue'],
    ['\nBOB ^\nHi.', 1, 'cue'],
    ['\nBOB\n(softly)\nHi.', 2, 'parenthetical'],
    ['\nBOB\nHi.\n  \nYes.', 4, 'speech'],
    ['\nBOB\nHi.\n\nYes.', 4, 'action'],
    ['\nBOB\n~la la', 2, 'lyric'],
    ['\nBOB\nHi.\n!BANG', 3, 'action'],
    ['\n!SCANNING\nWhere?', 1, 'action'],
    ['\n!SCANNING\nWhere?', 2, 'action'],
    ['\nCUT TO:\n', 1, 'transition'],
    ['\nCUT TO: \n', 1, 'action'],
    ['\nhe goes TO:\n', 1, 'action'],
    ['Action\nCUT TO:\n', 1, 'action'],
    ['CUT TO:\n/* cut */\nEXT. B\n', 2, 'heading'],
    ['\n> Fade slowly\n', 1, 'transition'],
    ['\n> THE END <\n', 1, 'centered'],
    ['\nFADE OUT.\n', 1, 'action'],
    ['\nTHE END\n', 1, 'action'],
    ['\nACT ONE\n', 1, 'act'],
    ['\nEND OF ACT IV\n', 1, 'act'],
    ['\n# Act One\n', 1, 'section'],
    ['\n= what happens\n', 1, 'synopsis'],
    ['\n====\n', 1, 'break'],
    ['# Episode 3: Low Water\n', 0, 'section'],
    ['INT. X: Y\n', 0, 'heading'],
    ['CUT TO:\n', 0, 'transition'],
    ['Title: X\n    More\n\nText', 1, 'title'],
    ['Title: X\n\nText: y', 2, 'action'],
    ['\nTitle: X', 1, 'action'],
    ['/* a\n\nb */', 2, 'boneyard'],
    ['He sits. [[a\nb]] He stands.', 1, 'note'],
    ['[[a\n\nb', 2, 'action'],
    ['[[a\n \nb', 2, 'action'],
    ['x\n\nINT. A /* b\nc */\n', 2, 'heading'],
    ['x\n\nINT. A /* b\nc */\n', 3, 'boneyard'],
    ['x\n/* b\nc */\nINT. A\n', 3, 'heading'],
    ['x\n[[b\nc]]\nINT. A\n', 3, 'heading'],
    ['[[n]] .a\n', 0, 'heading'],
    ['\nA [[n]] (V.O.) [[n]] ^\nb', 1, 'cue'],
    ['\n=== [[n]]\n', 1, 'break'],
    ['\nACT ONE [[n]]\n', 1, 'act'],
    ['\n>\n', 1, 'action'],
    ['\n> [[n]]\n', 1, 'note'],
    ['\n@\nHi', 1, 'action'],
    ['Title: A /* b\nc */\nBy: d', 2, 'title'],
  ])('%j line %i is %s', async (text, line, expected) => {
    expect(await elementAt(text, line)).toBe(expected);
  });

  test('a file that begins with a cue or FADE IN: has no title page', async () => {
    expect(await elementAt('FADE IN:\n\nText', 0)).toBe('action');
    expect(await elementAt('BOB\nHi: you', 1)).toBe('speech');
  });
});

describe('emphasis', () => {
  test.each([
    ['a *b* c', 'b', 'markup.italic'],
    ['a **b** c', 'b', 'markup.bold'],
    ['a ***b*** c', 'b', 'markup.bold.fountain markup.italic'],
    ['a _b_ c', 'b', 'markup.underline'],
    ['*a **b** c*', 'b', 'markup.bold'],
    ['**a *b* c**', 'b', 'markup.italic'],
    ['_a *b* c_', 'b', 'markup.underline'],
  ])('%j: %s is %s', async (text, part, scope) => {
    expect(scopesOf(await fountain(text), 0, part)).toContain(scope);
  });

  test.each(['2 * 3 * 4', 'a \\*b\\* c', 'snake_case_word', '*a\nb*', 'a * b*'])('none in %j', async (text) => {
    const lines = await fountain(text);
    expect(lines.map((_, line) => scopesOf(lines, line)).join()).not.toMatch(/markup\.(bold|italic|underline)/);
  });
});

/** Two fixtures whole, so that a change to a grammar shows all that it changes. */
test.each([
  ['source.fountain', 'every-element.fountain'],
  ['text.html.markdown', 'treatment.md'],
])('%s: %s', async (scopeName, name) => {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  const lines = await tokenise(scopeName, text);
  const shown = lines.map((line) => [
    `> ${line.map((it) => it.text).join('')}`,
    ...line.filter((it) => it.text.trim() && it.scopes).map((it) => `    ${it.text.trim()} · ${it.scopes}`),
  ]);
  await expect(`${shown.flat().join('\n')}\n`).toMatchFileSnapshot(`fixtures/${name}.scopes`);
});
