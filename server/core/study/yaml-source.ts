import { t } from '@vscode/l10n';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.ts';
import { type Wrong, withoutFollowing } from './following-errors.ts';
import type { StudyProblem } from './study.ts';
import { endless, isUnclosed, noAnchor, plainYamlMessage } from './yaml-words.ts';

/** Keys and list indexes from the root of a YAML document to a value. */
export type Path = readonly (string | number)[];

/** A study file as YAML: its plain value, and where each part of it stands. */
export interface YamlSource {
  /** Undefined where the text is no YAML; then, or where part of it cannot be read, it is `broken`. */
  readonly value: unknown;
  readonly broken: boolean;
  readonly problems: readonly StudyProblem[];
  /** The span of the value at a path; of its nearest parent, where it has none. */
  spanOf(path: Path): Span;
  /** The span of the last key of a path. */
  keySpanOf(path: Path): Span;
}

/** More than this and a study file is refused: it is no study, and reading it would hold up everything else. */
const largest = 1_000_000;

/** Reads YAML 1.2, in time that grows with the text. Never throws; aliases that would explode and tags become problems. */
export function readYaml(written: string): YamlSource {
  const text = written.replace(/\r(?!\n)/g, '\n'); // which the parser does not know as the end of a line
  if (text.length > largest) return empty(t('This study file is too large to read: the limit is 1 MB.'));
  if (isTooDeep(text)) return empty(t('This is nested too deeply to be a study.'));
  const document = parsed(text);
  if (!document) return empty(t('This is nested too deeply to be a study.')); // the parser calls itself for each level
  const index = indexOf(document.contents);
  const problems = withoutEqual(withoutFollowing(text, wrongIn(text, document, index), wrongInText));
  const value = plainValue(document, problems);
  const broken = document.errors.length > 0 || (value === undefined && problems.length > 0);
  return { value, broken, problems, ...placesIn(document.contents, index.pairs) };
}

/** Undefined where the text is nested too deeply for the parser. */
function parsed(text: string): Document.Parsed | undefined {
  try {
    // The parser would compare each key with all others: `indexOf` finds those that stand twice.
    return parseDocument(text, { version: '1.2', prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  } catch {
    return undefined;
  }
}

function wrongInText(text: string): Wrong | undefined {
  const document = parsed(text);
  return document && wrongIn(text, document, indexOf(document.contents));
}

function wrongIn(text: string, document: Document.Parsed, { faults, lastQuote }: Index): Wrong {
  return { errors: errorsOf(document, text, lastQuote), faults };
}

function errorsOf(document: Document.Parsed, text: string, lastQuote: number | undefined): StudyProblem[] {
  return [...document.errors, ...document.warnings].map(({ pos: [from, to], code, message }) => {
    // A quote that is never closed is told of at the end of the text, where nobody can see why.
    const start = isUnclosed(message) && lastQuote !== undefined ? lastQuote : Math.min(from, text.length);
    const span = { start, end: Math.min(Math.max(to, start), text.length) };
    return { code: 'study.invalid', span, message: plainYamlMessage(code, message, text.slice(start, start + 200)) };
  });
}

/** What is said twice of the same place, once. */
function withoutEqual(problems: readonly StudyProblem[]): StudyProblem[] {
  const said = new Set<string>();
  return problems.filter(({ span, message }) => said.size < said.add(`${span.start} ${message}`).size);
}

/** Deeper than any study goes, and far less deep than the parser, which calls itself for each level, can go. */
const deepest = 200;

/**
 * Whether a text might be nested so deeply that it must not be parsed. To catch the error of a stack that is full is not
 * enough: where an expression is first compiled at its very end, V8 ends the process.
 */
export function isTooDeep(text: string): boolean {
  let brackets = 0;
  let dashes = 0;
  let indent = 0;
  let begins = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5b || unit === 0x7b) brackets++;
    else if ((unit === 0x5d || unit === 0x7d) && brackets > 0) brackets--;
    if (unit === 0x0a) {
      dashes = 0;
      indent = 0;
      begins = true;
    } else if (begins && unit === 0x20) indent++;
    // `- - -`, `? ? ?`: each is a level of its own.
    else if (begins && (unit === 0x2d || unit === 0x3f || unit === 0x3a) && text.charCodeAt(i + 1) === 0x20) dashes++;
    else if (begins && unit !== 0x09 && unit !== 0x0d) begins = false;
    if (brackets > deepest || dashes > deepest || (!begins && indent > 2 * deepest)) return true;
  }
  return false;
}

function empty(message: string): YamlSource {
  const start = { start: 0, end: 0 };
  return {
    value: undefined,
    broken: true,
    problems: [{ code: 'study.invalid', span: start, message }],
    spanOf: () => start,
    keySpanOf: () => start,
  };
}

function plainValue(document: Document.Parsed, problems: StudyProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    const span = { start: 0, end: 0 };
    if (problems.length === 0) problems.push({ code: 'study.invalid', span, message: endless() });
    return undefined;
  }
}

type Pairs = ReadonlyMap<YAMLMap, ReadonlyMap<string, Pair>>;

interface Index {
  /** The pairs of each map by their keys. */
  readonly pairs: Pairs;
  /** Keys that stand twice, and aliases of nothing. */
  readonly faults: StudyProblem[];
  /** Where the last text in quotes begins. */
  readonly lastQuote?: number;
}

function indexOf(root: unknown): Index {
  const pairs = new Map<YAMLMap, Map<string, Pair>>();
  const faults: StudyProblem[] = [];
  const anchors = new Set<string>();
  let lastQuote: number | undefined;
  const fault = (node: unknown, message: string) => {
    if (isNode(node) && node.range)
      faults.push({ code: 'study.invalid', span: { start: node.range[0], end: node.range[1] }, message });
  };
  const visit = (node: unknown): void => {
    if (isAlias(node)) {
      if (!anchors.has(node.source)) fault(node, noAnchor());
      return;
    }
    if (isMap(node)) {
      const byKey = new Map<string, Pair>();
      pairs.set(node, byKey);
      for (const pair of node.items) {
        visit(pair.key);
        visit(pair.value);
        if (!isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        if (byKey.has(key)) fault(pair.key, t('This key stands here twice.'));
        byKey.set(key, pair); // the last one holds
      }
    } else if (isSeq(node)) for (const item of node.items) visit(item);
    if (isScalar(node) && node.type?.startsWith('QUOTE')) lastQuote = node.range?.[0];
    if (isNode(node) && 'anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
  };
  visit(root);
  return { pairs, faults, lastQuote };
}

function placesIn(root: unknown, pairs: Pairs): Pick<YamlSource, 'spanOf' | 'keySpanOf'> {
  const spanIn = (node: unknown): Span | undefined =>
    isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
  const child = (node: unknown, part: string | number): unknown => {
    if (isSeq(node)) return node.items[Number(part)];
    return isMap(node) ? pairs.get(node)?.get(String(part))?.value : undefined;
  };
  const spanOf = (path: Path): Span => {
    let node = root;
    let span = spanIn(node);
    for (const part of path) {
      node = child(node, part);
      span = spanIn(node) ?? span;
    }
    return span ?? { start: 0, end: 0 };
  };
  return {
    spanOf,
    keySpanOf(path) {
      const parent = path.slice(0, -1).reduce(child, root);
      if (isSeq(parent)) return spanOf(path);
      const pair = isMap(parent) ? pairs.get(parent)?.get(String(path.at(-1))) : undefined;
      return spanIn(pair?.key) ?? spanOf(path.slice(0, -1));
    },
  };
}
