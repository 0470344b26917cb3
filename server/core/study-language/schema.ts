import { t as inLanguage } from '@vscode/l10n';
import schema from '../study/study.schema.json' with { type: 'json' };
import type { Path } from '../study/yaml-source.ts';

/**
 * The schema of study files, asked what may stand where. What it says of keys and words it says in English, by which the
 * client’s language is looked up.
 */

interface Rule {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
  readonly items?: Rule;
  readonly enum?: readonly string[];
  /** What each word of `enum` says; editors of YAML know this key as well. */
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Rule[];
}

/** What a value is: one word or text, an entry with keys, or a list of either. */
export type Shape = 'scalar' | 'entry' | 'list' | 'list of entries';

export interface KeyHelp {
  readonly key: string;
  readonly description: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** The words that the value is one of. */
  readonly values: readonly string[];
}

/** The keys that an entry at a path may have; none where there is no entry. */
export function keysAt(path: Path): KeyHelp[] {
  return rulesAt(path).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([key, rule]) => ({
      key,
      description: descriptionOf(rule),
      required: required.includes(key),
      shape: shapeOf(rule),
      values: valuesOf(rule),
    })),
  );
}

/** What the schema says of the key that ends a path. */
export function helpAt(path: Path): KeyHelp | undefined {
  const name = path.at(-1);
  return keysAt(path.slice(0, -1)).find(({ key }) => key === name);
}

/** The words that a value at a path is one of; empty where it is free. */
export function valuesAt(path: Path): string[] {
  return rulesAt(path).flatMap(valuesOf);
}

/** What a word says as the value at a path; undefined where it is none of those that the schema gives. */
export function wordHelpAt(path: Path, word: string): string | undefined {
  for (const { enum: words = [], enumDescriptions = [] } of rulesAt(path)) {
    const i = words.indexOf(word);
    if (i >= 0) return enumDescriptions[i] && inLanguage(enumDescriptions[i]);
  }
  return undefined;
}

/** What a value at a path may be. */
export function shapesAt(path: Path): Shape[] {
  return rulesAt(path).map(shapeOf);
}

/** The rules for the value at a path: several where the schema gives a choice, none where it knows no such value. */
function rulesAt(path: Path): Rule[] {
  let rules = alternatives(schema as Rule);
  for (const part of path) {
    const below = rules.flatMap(({ properties, items }) => {
      if (typeof part === 'number') return items ? [items] : [];
      return properties && Object.hasOwn(properties, part) ? [properties[part]!] : [];
    });
    rules = below.flatMap(alternatives);
  }
  return rules;
}

function alternatives(rule: Rule): Rule[] {
  const whole = resolved(rule);
  return whole.anyOf ? whole.anyOf.flatMap(alternatives) : [whole];
}

/** The rule with what it refers to; what it says itself goes first. */
function resolved({ $ref, ...own }: Rule): Rule {
  if ($ref === undefined) return own;
  const name = $ref.slice('#/$defs/'.length) as keyof typeof schema.$defs;
  return { ...resolved(schema.$defs[name] as Rule), ...own };
}

function descriptionOf(rule: Rule): string {
  const { description } = resolved(rule);
  return description === undefined ? '' : inLanguage(description);
}

function valuesOf(rule: Rule): string[] {
  const { enum: words, const: only, type } = resolved(rule);
  if (words) return [...words];
  if (only !== undefined) return [String(only)];
  return type === 'boolean' ? ['true', 'false'] : [];
}

function shapeOf(rule: Rule): Shape {
  const { type, items } = resolved(rule);
  if (type === 'object') return 'entry';
  if (type !== 'array') return 'scalar';
  return items && alternatives(items).some((item) => item.type === 'object') ? 'list of entries' : 'list';
}
