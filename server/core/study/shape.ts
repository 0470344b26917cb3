import { Validator } from '@cfworker/json-schema';
import { type Flawed, flawedIn } from './flawed.ts';
import schema from './study.schema.json' with { type: 'json' };
import type { StudyProblem } from './study.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** Made for the first study: it takes long, for which the start of the server need not wait. */
let validator: Validator | undefined;

/** Keywords that only say that something deeper is wrong. */
const relays = new Set(['properties', 'items', '$ref', 'additionalProperties', 'prefixItems']);

export interface Shape {
  readonly value: Record<string, unknown>;
  readonly problems: StudyProblem[];
  readonly flawed: Flawed;
}

/**
 * Checks a value against the schema of study files. `value` comes back without the entries that are invalid: each is left
 * out alone, with a problem where it stands, and the rest holds. A key that the schema does not know is reported and
 * otherwise ignored.
 */
export function checkShape(source: YamlSource): Shape {
  const problems: StudyProblem[] = [];
  if (!isRecord(source.value)) {
    if (source.value !== undefined && source.value !== null)
      problems.push(invalid(source, [], 'A study file begins with keys: "study: 1", "title: …".'));
    return { value: {}, problems, flawed: new Map() };
  }
  const bad: Path[] = [];
  const alternatives = new Set<string>();
  const value = withoutNulls(source.value) as Record<string, unknown>;
  const errors = errorsOf(value);
  if (!errors) {
    problems.push(invalid(source, [], 'Too much is wrong in this file for it to be read as a study.'));
    return { value: {}, problems, flawed: new Map() };
  }
  for (const error of errors) {
    if (relays.has(error.keyword)) continue;
    if (alternatives.has(error.instanceLocation)) continue; // what each alternative of an `anyOf` said of it
    if (error.keyword === 'anyOf') alternatives.add(error.instanceLocation);
    const path = pathOf(error.instanceLocation, value);
    if (error.keyword === 'false') {
      const cut =
        valueAt(value, path) === null ? ' If it goes on from the text before it, put quotes around all of it.' : '';
      problems.push({ code: 'study.invalid', span: source.keySpanOf(path), message: unknownKey(path) + cut });
      continue;
    }
    problems.push(invalid(source, path, plainMessage(error.keyword, error.keywordLocation, error.error, path)));
    bad.push(path);
  }
  return { value: withoutEntries(value, bad) as Record<string, unknown>, problems, flawed: flawedIn(value, bad) };
}

/** What the schema has against a value; undefined where that is more than the validator can hand on within its stack. */
function errorsOf(value: unknown) {
  try {
    validator ??= new Validator(schema as object, '2020-12', false);
    return validator.validate(value).errors;
  } catch {
    return undefined;
  }
}

function invalid(source: YamlSource, path: Path, message: string): StudyProblem {
  return { code: 'study.invalid', span: source.spanOf(path), message };
}

/** `#/threads/0/kind` as keys and indexes. */
function pathOf(location: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let at: unknown = root;
  for (const part of location.split('/').slice(1)) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(at) ? Number(name) : name;
    path.push(key);
    at = Array.isArray(at) ? at[Number(name)] : isRecord(at) ? at[name] : undefined;
  }
  return path;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<string | number, unknown> | undefined)?.[part], root);
}

function unknownKey(path: Path): string {
  return `"${String(path.at(-1))}" is no key of ${describe(path.slice(0, -1))}.`;
}

/** `threads`, 0, `setups`, 2 is an entry of "setups". */
function describe(path: Path): string {
  const list = path.findLast((part) => typeof part === 'string');
  if (list === undefined) return 'a study';
  return typeof path.at(-1) === 'number' ? `an entry of "${list}"` : `"${list}"`;
}

function plainMessage(keyword: string, location: string, said: string, path: Path): string {
  const name = path.at(-1);
  const what = typeof name === 'string' ? `"${name}"` : 'This';
  const rule = ruleAt(location);
  switch (keyword) {
    case 'required':
      return `${describe(path) === 'a study' ? 'A study' : capital(describe(path))} needs ${/"(.+)"/.exec(said)?.[0] ?? 'more keys'}.`;
    case 'enum':
      return `${what} is one of ${listed(rule)}.`;
    case 'const':
      return `${what} is always ${JSON.stringify(rule)}.`;
    case 'type':
      return `${what} is ${kinds[String(Array.isArray(rule) ? rule[0] : rule)] ?? 'something else'}.`;
    case 'pattern':
      return location.includes('/url/')
        ? `${what} is an address that begins with http:// or https://.`
        : rule === '\\S'
          ? `${what} is empty.`
          : `${what} is an id: letters, digits, "-" and "_".`;
    case 'minItems':
      return `${what} needs at least ${String(rule)}.`;
    case 'minimum':
      return `${what} is ${String(rule)} or more.`;
    case 'anyOf':
      return `${what} is a text, or has keys of its own.`;
    default:
      return said;
  }
}

const kinds: Record<string, string> = {
  string: 'a text (put it in quotes)',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an entry with keys',
};

/** What the schema says at a keyword's location, references followed. */
function ruleAt(location: string): unknown {
  let at: unknown = schema;
  for (const part of location.split('/').slice(1)) {
    if (!isRecord(at) && !Array.isArray(at)) return undefined;
    at = (at as Record<string, unknown>)[part];
    if (part === '$ref') at = schema.$defs[String(at).slice('#/$defs/'.length) as keyof typeof schema.$defs];
  }
  return at;
}

function listed(values: unknown): string {
  if (!Array.isArray(values)) return 'a few words';
  return `${values.slice(0, -1).join(', ')} or ${String(values.at(-1))}`;
}

/**
 * A key without a value, as one types it, is a key that is not there yet. What cannot become one stays, to be told of: in
 * `{ text: Yes, he does }` it is the rest of a text.
 */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => item !== null || !isBegun(key))
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
}

/** Every key that the schema knows somewhere. */
const allKeys = [...new Set(keysIn(schema))];

function isBegun(key: string): boolean {
  return allKeys.some((known) => known.startsWith(key));
}

function keysIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(keysIn);
  if (!isRecord(part)) return [];
  const own = isRecord(part.properties) ? Object.keys(part.properties) : [];
  return [...own, ...Object.values(part).flatMap(keysIn)];
}

/** A copy without the innermost list entry around each path; a value outside of any list goes alone. */
function withoutEntries(root: unknown, paths: readonly Path[]): unknown {
  const drop = new Set(
    paths.map((path) => {
      const index = path.findLastIndex((part) => typeof part === 'number');
      return JSON.stringify(index === -1 ? path.slice(0, 1) : path.slice(0, index + 1));
    }),
  );
  const copy = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) {
      // Entries keep their index, by which their place in the file is looked up: a hole stands for one left out.
      return value.map((item, i) => (drop.has(JSON.stringify([...path, i])) ? undefined : copy(item, [...path, i])));
    }
    if (!isRecord(value)) return value;
    const entries = Object.entries(value).filter(([key]) => !drop.has(JSON.stringify([...path, key])));
    return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, [...path, key])]));
  };
  return drop.size === 0 ? root : copy(root, []);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
