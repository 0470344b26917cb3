import type { NodeType } from '../fountain/elements.ts';
import type { Script } from '../fountain/script.ts';
import type { ScriptElement } from '../fountain/script-element.ts';
import { lineEndOf } from '../text/line-ends.ts';
import type { TextEdit } from '../text/span.ts';
import { type LineKind, unmarked, waysToWrite } from './element-marks.ts';
import { lastFirst } from './text-edits.ts';

/**
 * Why lines are not changed: nothing is written on them but notes, if anything; they are the title page; what belongs to a
 * speech has no name above it; or no mark makes these words, in this place, what is wanted.
 */
export type NoChange = 'nothingThere' | 'titlePage' | 'noSpeech' | 'cannot';

export interface LineStretch {
  /** From 0. The last is part of it. */
  readonly first: number;
  readonly last: number;
}

/** Nobody selects more to make it one kind of element, other than by accident. */
const MOST_LINES = 500;

/**
 * What makes each written line of some stretches an element of a kind, by marks and blank lines alone: words are kept. The
 * answer has been tried: after the edits, the script says that each of the lines is one. Edits are in order, none touching
 * another.
 */
export function changeElements(
  script: Script,
  stretches: readonly LineStretch[],
  kind: LineKind,
): TextEdit[] | NoChange {
  const lines = linesOf(script, stretches);
  if (lines.length === 0) return 'nothingThere';
  if (lines.some(({ type }) => type === 'title_page')) return 'titlePage';
  if (lines.length > MOST_LINES) return 'cannot';
  for (const forms of [allForms, forcedForms]) {
    const edits = tried(script, lines, kind, forms);
    if (edits) return edits;
  }
  return kind === 'dialogue' || kind === 'parenthetical' ? 'noSpeech' : 'cannot';
}

/** A line and what it is. Offsets of its text without the spaces around it. */
interface WrittenLine {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly type: NodeType;
}

function linesOf(script: Script, stretches: readonly LineStretch[]): WrittenLine[] {
  const { text } = script;
  const numbers = new Set<number>();
  for (const { first, last } of stretches) {
    for (let line = Math.max(0, first); line <= Math.min(last, text.lineCount - 1); line++) numbers.add(line);
  }
  const found: WrittenLine[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const whole = text.lineText(number);
    if (whole.trim() === '') continue;
    const start = text.lineStart(number) + whole.search(/\S/);
    const type = elementOn(script, start)?.type as NodeType | undefined;
    const end = start + whole.trim().length;
    if (type) found.push({ start, end, type, words: unmarked(whole.trim(), type) });
  }
  return found;
}

/** Undefined where a line holds only notes or boneyards, or what begins it lies in one. */
function elementOn(script: Script, start: number): ScriptElement | undefined {
  const here = [...script.elements(start, start)];
  const isCut = here.some(
    (one) => (one.type === 'note' || one.type === 'boneyard') && one.start <= start && one.end > start,
  );
  return isCut ? undefined : here.find(({ type, end }) => type !== 'note' && type !== 'boneyard' && end > start);
}

type Forms = (ways: readonly string[]) => readonly string[];
const allForms: Forms = (ways) => ways;
const forcedForms: Forms = (ways) => ways.slice(-1);

/** Line by line, each in the first form that makes it what is wanted; undefined where that fails, for one or for all together. */
function tried(script: Script, lines: readonly WrittenLine[], kind: LineKind, forms: Forms): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let now = script;
  let shift = 0;
  for (const line of lines) {
    const found = firstThatIs(now, line, shift, kind, forms(waysToWrite(line.words, kind)));
    if (!found) return undefined;
    if (found.edit) {
      edits.push(found.edit);
      now = found.script;
      shift += found.edit.insert.length - (found.edit.end - found.edit.start);
    }
  }
  const after = script.edit(lastFirst(edits));
  let moved = 0;
  for (const { start } of lines) {
    const edit = edits.find((one) => one.start === start);
    if (elementOn(after, start + moved + blanksOf(edit))?.type !== kind) return undefined;
    if (edit) moved += edit.insert.length - (edit.end - edit.start);
  }
  return edits;
}

/** `shift` is by how much the edits above the line have moved it. */
function firstThatIs(
  script: Script,
  line: WrittenLine,
  shift: number,
  kind: LineKind,
  ways: readonly string[],
): { readonly script: Script; readonly edit: TextEdit | undefined } | undefined {
  const start = line.start + shift;
  const end = line.end + shift;
  const was = script.text.slice(start, end);
  if (ways.includes(was) && isOfKind(script, start, end, kind)) return { script, edit: undefined };
  const blank = lineEndOf(script.text);
  const gaps = kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyric' ? [''] : ['', blank];
  const tries = ways.flatMap((way) => gaps.flatMap((below) => gaps.map((above) => ({ above, way, below }))));
  for (const { above, way, below } of tries) {
    const insert = above + way + below;
    const changed = script.edit([{ start, end, insert }]);
    const at = start + above.length;
    if (!isOfKind(changed, at, at + way.length, kind)) continue;
    return { script: changed, edit: insert === was ? undefined : { start: line.start, end: line.end, insert } };
  }
  return undefined;
}

/** Whether what is written there is an element of that kind, or, where its lines go together, a line of one. */
function isOfKind(script: Script, start: number, end: number, kind: LineKind): boolean {
  const element = elementOn(script, start);
  return element?.type === kind && element.end >= end;
}

/** How much of an edit stands above the words: line ends. */
function blanksOf(edit: TextEdit | undefined): number {
  return edit ? /^[\r\n]*/.exec(edit.insert)![0].length : 0;
}
