import { isScalar, parseDocument } from 'yaml';

/** Whether a word is read as itself where it stands without quotes: `true`, `12` and `1e5` are not. */
export function plainIsSafe(word: string): boolean {
  try {
    const { contents, errors } = parseDocument(word, { version: '1.2', prettyErrors: false, logLevel: 'silent' });
    return errors.length === 0 && isScalar(contents) && contents.value === word;
  } catch {
    return false;
  }
}
