import { t } from '@vscode/l10n';
import type { Path } from './yaml-source.ts';

/**
 * What is said where a value of a study file is not what the schema wants: a sentence for each rule that the schema has for
 * values of keys, and for each that it has for entries of lists.
 */

/** That nothing there has such a key. One that is cut off has no value, as the rest of a text has none that ends at a comma. */
export function unknownKey(path: Path, isCutOff: boolean): string {
  const said = noSuchKey(String(path.at(-1)), path.slice(0, -1));
  return isCutOff ? t('{0} If it goes on from the text before it, put quotes around all of it.', said) : said;
}

function noSuchKey(key: string, path: Path): string {
  const list = keyAround(path);
  if (list === undefined) return t('"{0}" is no key of a study.', key);
  return typeof path.at(-1) === 'number'
    ? t('"{0}" is no key of an entry of "{1}".', key, list)
    : t('"{0}" is no key of "{1}".', key, list);
}

/** That the value at a path breaks a rule. `said` is what the validator says of it. */
export function wrongValue(keyword: string, rule: unknown, said: string, path: Path): string {
  if (keyword === 'required') return missingKey(/"(.+)"/.exec(said)?.[1] ?? '', keyAround(path));
  const name = path.at(-1);
  const ours = typeof name === 'string' ? wrongInKey(name, keyword, rule) : wrongInList(keyword, rule);
  return ours ?? said;
}

function missingKey(key: string, list: string | undefined): string {
  return list === undefined ? t('A study needs "{0}".', key) : t('An entry of "{0}" needs "{1}".', list, key);
}

function wrongInKey(key: string, keyword: string, rule: unknown): string | undefined {
  switch (keyword) {
    case 'enum':
      return t('"{0}" is one of {1}.', key, listed(rule as readonly string[]));
    case 'const':
      return t('"{0}" is always {1}.', key, JSON.stringify(rule));
    case 'type':
      return wrongTypeInKey(key, firstOf(rule));
    case 'pattern':
      if (rule === something) return t('"{0}" is empty.', key);
      return String(rule).startsWith('^http')
        ? t('"{0}" is an address that begins with http:// or https://.', key)
        : t('"{0}" is an id: letters, digits, "-" and "_".', key);
    case 'minItems':
      return t('"{0}" needs at least {1}.', key, String(rule));
    case 'minimum':
      return t('"{0}" is {1} or more.', key, String(rule));
    default:
      return undefined;
  }
}

function wrongTypeInKey(key: string, type: unknown): string | undefined {
  switch (type) {
    case 'string':
      return t('"{0}" is a text (put it in quotes).', key);
    case 'integer':
      return t('"{0}" is a whole number.', key);
    case 'boolean':
      return t('"{0}" is true or false.', key);
    case 'array':
      return t('"{0}" is a list.', key);
    case 'object':
      return t('"{0}" is an entry with keys.', key);
    default:
      return undefined;
  }
}

function wrongInList(keyword: string, rule: unknown): string | undefined {
  switch (keyword) {
    case 'type':
      return firstOf(rule) === 'object' ? t('This is an entry with keys.') : t('This is a text (put it in quotes).');
    case 'pattern':
      return rule === something ? t('This is empty.') : t('This is an id: letters, digits, "-" and "_".');
    case 'anyOf':
      return t('This is a text, or has keys of its own.');
    default:
      return undefined;
  }
}

/** The pattern of what is not empty. */
const something = '\\S';

/** `threads`, 0, `setups`, 2 is an entry of `setups`. */
function keyAround(path: Path): string | undefined {
  return path.findLast((part) => typeof part === 'string');
}

/** Of several types the one to be told of. */
function firstOf(rule: unknown): unknown {
  return Array.isArray(rule) ? rule[0] : rule;
}

function listed(words: readonly string[]): string {
  return t('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}
