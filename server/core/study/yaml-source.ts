import { type Document, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';
import type { StudyProblem } from './study.ts';

/** Keys and list indexes from the root of a YAML document to a value. */
export type Path = readonly (string | number)[];

/** A study file as YAML: its plain value, and where each part of it stands. */
export interface YamlSource {
  /** Undefined where the text is no YAML at all. */
  readonly value: unknown;
  readonly problems: readonly StudyProblem[];
  /** The span of the value at a path; of its nearest parent, where it has none. */
  spanOf(path: Path): Span;
  /** The span of the last key of a path. */
  keySpanOf(path: Path): Span;
}

/** More than this and a study file is refused: it is no study, and reading it would hold up everything else. */
const largest = 4_000_000;

/** Reads YAML 1.2. Never throws; aliases that would explode and unknown tags become problems. */
export function readYaml(text: string): YamlSource {
  if (text.length > largest) return empty('This study file is too large to read: the limit is 4 MB.');
  if (isTooDeep(text)) return empty('This is nested too deeply to be a study.');
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { version: '1.2', prettyErrors: false, logLevel: 'silent', uniqueKeys: true });
  } catch {
    return empty('This is nested too deeply to be a study.'); // the parser calls itself for each level
  }
  const within = (start: number, end: number): Span => {
    const from = Math.min(start, text.length);
    return { start: from, end: Math.min(Math.max(end, from), text.length) };
  };
  const problems: StudyProblem[] = document.errors.map((error) => ({
    code: 'study.invalid',
    span: within(error.pos[0], error.pos[1]),
    message: plainYamlMessage(error.message),
  }));
  for (const warning of document.warnings) {
    problems.push({
      code: 'study.invalid',
      span: within(warning.pos[0], warning.pos[1]),
      message: warning.message,
    });
  }
  return {
    value: plainValue(document, problems),
    problems,
    spanOf: (p) => spanOf(document, p),
    keySpanOf: (p) => keySpanOf(document, p),
  };
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
    problems: [{ code: 'study.invalid', span: start, message }],
    spanOf: () => start,
    keySpanOf: () => start,
  };
}

function plainValue(document: Document.Parsed, problems: StudyProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push({ code: 'study.invalid', span: { start: 0, end: 0 }, message: plainYamlMessage(why) });
    return undefined;
  }
}

/** `yaml` speaks of flow collections and block maps; a writer knows neither. */
function plainYamlMessage(message: string): string {
  if (/excessive alias/i.test(message)) return 'This file repeats itself by aliases (*name) without end.';
  if (/map keys must be unique/i.test(message)) return 'This key stands here twice.';
  if (/all mapping items must start at the same column/i.test(message))
    return 'This line is not indented like its neighbours.';
  return `This is not YAML: ${message.replace(/\.$/, '')}.`;
}

function spanOf(document: Document.Parsed, path: Path): Span {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { start: node.range[0], end: node.range[1] };
  }
  return { start: 0, end: 0 };
}

function keySpanOf(document: Document.Parsed, path: Path): Span {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(name),
    );
    if (pair && isScalar(pair.key) && pair.key.range) return { start: pair.key.range[0], end: pair.key.range[1] };
  }
  if (isSeq(parent)) return spanOf(document, path);
  return spanOf(document, path.slice(0, -1));
}
