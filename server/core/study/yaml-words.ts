import type { ErrorCode } from 'yaml';

export const endless = 'This file repeats itself by aliases (*name) without end.';
export const noAnchor =
  'A word that begins with “*” is read as a link within the file, and this leads nowhere: put it in quotes.';

const misread = 'This cannot be read here: a quote, bracket, comma or space before it may be missing, or one too many.';
const indent = 'This line is not indented like its neighbours.';
const key = 'A key needs a “:” and a space after it.';

/**
 * What the parser has against a text, for somebody who has never heard of flow collections and block maps. `text` is what
 * stands there.
 */
export function plainYamlMessage(code: ErrorCode, message: string, text: string): string {
  switch (code) {
    case 'BAD_SCALAR_START':
      return `A text that begins with “${text.charAt(0)}” needs quotes around it.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/block sequence/.test(message)) return 'An entry near this is not indented like its neighbours.';
      return /^[^\n]*:(?:\s|$)/.test(text)
        ? 'A text with “: ” in it needs quotes around it.'
        : 'The line below is not indented like its neighbours.';
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return said.find(([pattern]) => pattern.test(message))?.[1] ?? (code === 'BAD_INDENT' ? indent : misread);
    default:
      return plain[code] ?? misread;
  }
}

export function isUnclosed(message: string): boolean {
  return /closing .quote/.test(message);
}

const said: readonly (readonly [RegExp, string])[] = [
  [/end with a \]/, 'A “]” is missing before this.'],
  [/end with a \}/, 'A “}” is missing before this.'],
  [/closing .quote/, 'This quote is never closed.'],
  [/Implicit map keys/, key],
  [/^Missing , /, 'A comma is missing before this.'],
  [/^Comments must/, 'A comment needs a space before its “#”; a text with “#” in it needs quotes.'],
  [/without - indicator/, indent],
  [/at node end/, 'What stands before this is read as a whole: put quotes around all of it.'],
  [/^Unexpected (?:,|empty item)/, 'There is a comma too many here.'],
  [/^Unexpected flow-\w+-end/, 'There is a bracket too many here.'],
  [/^Not a YAML token|block scalar header/i, 'After “|” or “>” the text begins on the next line.'],
  [/^Unexpected block-seq-ind/, 'The entries of a list begin on lines of their own.'],
];

const plain: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: noAnchor,
  BAD_DIRECTIVE: 'A line that begins with “%” is no part of a study.',
  BAD_DQ_ESCAPE: 'In double quotes a “\\” is written “\\\\”. Single quotes take it as it is.',
  BLOCK_IN_FLOW: 'A comma is missing here, or a text with “: ” in it needs quotes around it.',
  KEY_OVER_1024_CHARS: 'This is too long for a key.',
  MULTILINE_IMPLICIT_KEY: key,
  MULTIPLE_DOCS: 'A study is one document, and “---” begins another: nothing from here on is read.',
  TAB_AS_INDENT: 'Lines are indented with spaces, not with tabs.',
  TAG_RESOLVE_FAILED: 'A word that begins with “!” is read as a tag, of which a study knows none: put it in quotes.',
};
