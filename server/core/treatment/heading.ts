import type { Span } from '../text/span.ts';

const ATX = /^#{1,6}(?:[ \t]+|$)/;
const CLOSING = /(?:^|[ \t])#+[ \t]*$/;
const LONGEST = 400;

/** The lines of a heading that hold its title: all but the line of `===` or `---` under it. */
export function headingLines(text: string): string {
  const all = withoutEnd(text);
  if (ATX.test(all)) return all;
  return withoutEnd(all.slice(0, Math.max(all.lastIndexOf('\n'), all.lastIndexOf('\r'))));
}

/** A block's text without the white space at its end, as CommonMark sees it: other spaces are text. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/**
 * The title of a heading as one reads it: without marks of emphasis, links, code and escapes, and without annotations,
 * comments and notes. `lines` are those of the heading, `asides` what is not prose in them.
 */
export function headingTitle(lines: string, asides: readonly Span[]): string {
  let title = '';
  let at = 0;
  for (const { start, end } of asides) {
    title += lines.slice(at, start) + shown(lines.slice(start, end));
    at = end;
  }
  title += lines.slice(at);
  const bare = title.trim().replace(ATX, '').replace(CLOSING, '').replace(/\s+/g, ' ').trim();
  return bare.length > LONGEST ? bare : plain(withoutNotes(bare));
}

/** What is shown of code, a comment or a tag. */
function shown(aside: string): string {
  if (aside.startsWith('`')) return aside.replace(/^`+\s?|\s?`+$/g, '');
  return /^<[a-z][a-z\d+.-]+:/i.test(aside) ? aside.slice(1, -1) : '';
}

/** An ordinary note is no part of a title, unless it is all of it. */
function withoutNotes(title: string): string {
  const rest = title.replace(/\s*\[\[[^[\]]*\]\]/g, '').trim();
  return rest === '' ? title.replace(/\[\[|\]\]/g, '').trim() : rest;
}

function plain(title: string): string {
  return title
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(?<!\\)(\*{1,3})(?=\S)(.+?)(?<=[^\s\\])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_\\])(_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
