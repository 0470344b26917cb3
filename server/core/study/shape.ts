import { Validator } from '@cfworker/json-schema';
import { t } from '@vscode/l10n';
import { type Flawed, flawedIn } from './flawed.ts';
import { unknownKey, wrongValue } from './shape-words.ts';
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
      problems.push(invalid(source, [], t('A study file begins with keys: "study: 1", "title: …".')));
    return { value: {}, problems, flawed: new Map() };
  }
  const bad: Path[] = [];
  const alternatives = new Set<string>();
  const value = withoutNulls(source.value) as Record<string, unknown>;
  const errors = errorsOf(value);
  if (!errors) {
    problems.push(invalid(source, [], t('Too much is wrong in this file for it to be read as a study.')));
    return { value: {}, problems, flawed: new Map() };
  }
  for (const error of errors) {
    if (relays.has(error.keyword)) continue;
    if (alternatives.has(error.instanceLocation)) continue; // what each alternative of an `anyOf` said of it
    if (error.keyword === 'anyOf') alternatives.add(error.instanceLocation);
    const path = pathOf(error.instanceLocation, value);
    if (error.keyword === 'false') {
      const message = unknownKey(path, valueAt(value, path) === null);
      problems.push({ code: 'study.invalid', span: source.keySpanOf(path), message });
      continue;
    }
    const rule = ruleAt(error.keywordLocation);
    problems.push(invalid(source, path, wrongValue(error.keyword, rule, error.error, path)));
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
