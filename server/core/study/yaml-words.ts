import { t } from '@vscode/l10n';
import type { ErrorCode } from 'yaml';

export const endless = () => t('This file repeats itself by aliases (*name) without end.');
export const noAnchor = () =>
  t('A word that begins with “*” is read as a link within the file, and this leads nowhere: put it in quotes.');

const misread = () =>
  t('This cannot be read here: a quote, bracket, comma or space before it may be missing, or one too many.');
const indent = () => t('This line is not indented like its neighbours.');
const key = () => t('A key needs a “:” and a space after it.');

/**
 * What the parser has against a text, for somebody who has never heard of flow collections and block maps. `text` is what
 * stands there.
 */
export function plainYamlMessage(code: ErrorCode, message: string, text: string): string {
  switch (code) {
    case 'BAD_SCALAR_START':
      return t('A text that begins with “{0}” needs quotes around it.', text.charAt(0));
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/block sequence/.test(message)) return t('An entry near this is not indented like its neighbours.');
      return /^[^\n]*:(?:\s|$)/.test(text)
        ? t('A text with “: ” in it needs quotes around it.')
        : t('The line below is not indented like its neighbours.');
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return (said.find(([pattern]) => pattern.test(message))?.[1] ?? (code === 'BAD_INDENT' ? indent : misread))();
    default:
      return (plain[code] ?? misread)();
  }
}

export function isUnclosed(message: string): boolean {
  return /closing .quote/.test(message);
}

const said: readonly (readonly [RegExp, () => string])[] = [
  [/end with a \]/, () => t('A “]” is missing before this.')],
  [/end with a \}/, () => t('A “}” is missing before this.')],
  [/closing .quote/, () => t('This quote is never closed.')],
  [/Implicit map keys/, key],
  [/^Missing , /, () => t('A comma is missing before this.')],
  [/^Comments must/, () => t('A comment needs a space before its “#”; a text with “#” in it needs quotes.')],
  [/without - indicator/, indent],
  [/at node end/, () => t('What stands before this is read as a whole: put quotes around all of it.')],
  [/^Unexpected (?:,|empty item)/, () => t('There is a comma too many here.')],
  [/^Unexpected flow-\w+-end/, () => t('There is a bracket too many here.')],
  [/^Not a YAML token|block scalar header/i, () => t('After “|” or “>” the text begins on the next line.')],
  [/^Unexpected block-seq-ind/, () => t('The entries of a list begin on lines of their own.')],
];

const plain: Partial<Record<ErrorCode, () => string>> = {
  BAD_ALIAS: noAnchor,
  BAD_DIRECTIVE: () => t('A line that begins with “%” is no part of a study.'),
  BAD_DQ_ESCAPE: () => t('In double quotes a “\\” is written “\\\\”. Single quotes take it as it is.'),
  BLOCK_IN_FLOW: () => t('A comma is missing here, or a text with “: ” in it needs quotes around it.'),
  KEY_OVER_1024_CHARS: () => t('This is too long for a key.'),
  MULTILINE_IMPLICIT_KEY: key,
  MULTIPLE_DOCS: () => t('A study is one document, and “---” begins another: nothing from here on is read.'),
  TAB_AS_INDENT: () => t('Lines are indented with spaces, not with tabs.'),
  TAG_RESOLVE_FAILED: () =>
    t('A word that begins with “!” is read as a tag, of which a study knows none: put it in quotes.'),
};
