import type { StudyProblem } from './study.ts';

/** What is wrong with a text as YAML. */
export interface Wrong {
  /** What the parser says. */
  readonly errors: readonly StudyProblem[];
  /** What else: keys that stand twice, tags, links that lead nowhere. */
  readonly faults: readonly StudyProblem[];
}

/**
 * For how many errors that is tried, for each of which the text is read anew up to three times; and up to which length of the
 * text, and how many errors in it.
 */
const mostTried = 2;
const longestTried = 300_000;
const mostFollowing = 200;

/**
 * After a line that it cannot read, the parser may have something against each line that follows. What it no longer says of
 * the text without the line of the first error, or without the line above, follows from that line, and is left out. Where
 * other lines would be wrong without it, nothing is known of what follows from what, and all stays.
 * @param read what is wrong with another text; undefined where it cannot be read at all
 */
export function withoutFollowing(
  text: string,
  found: Wrong,
  read: (text: string) => Wrong | undefined,
): StudyProblem[] {
  const kept: StudyProblem[] = [];
  let [left, wrong] = [text, found];
  const most = text.length <= longestTried && found.errors.length <= mostFollowing ? mostTried : 0;
  for (let tried = 0; wrong.errors.length > 1 && tried < most; tried++) {
    const first = wrong.errors.reduce((one, other) => (other.span.start < one.span.start ? other : one));
    const at = first.span.start;
    let less: (Wrong & { text: string }) | undefined;
    // The dashes of a line may begin an entry that goes on below, or be what is wrong.
    for (const [where, dashes] of [
      [at, true],
      [at, false],
      [lineAbove(left, at), true],
    ] as const) {
      const without =
        less?.errors.length === 0 ? undefined : withoutLine(left, { at: where, dashes }, wrong, first, read);
      if (without && (!less || without.errors.length < less.errors.length)) less = without;
    }
    if (!less) break;
    kept.push(first);
    [left, wrong] = [less.text, less];
  }
  return [...kept, ...wrong.errors, ...wrong.faults];
}

/**
 * A text without the line at an offset, and what is wrong with it; undefined unless that is less than before, without the
 * first, and new only behind the last error, where the parser may not have read on.
 */
function withoutLine(
  text: string,
  { at, dashes }: { readonly at: number; readonly dashes: boolean },
  before: Wrong,
  first: StudyProblem,
  read: (text: string) => Wrong | undefined,
): (Wrong & { text: string }) | undefined {
  const line = lineOf(text, at);
  const without = blanked(text, at, dashes);
  const wrong = read(without);
  if (!wrong) return undefined;
  const { errors, faults } = wrong;
  const lines = new Set(before.errors.map(({ span }) => lineAt(text, span.start)));
  lines.delete(lineAt(text, first.span.start));
  const last = /["'[\]{}|>]/.test(line) ? text.length : Math.max(...before.errors.map(({ span }) => span.start));
  const isKnown = ({ span: { start } }: StudyProblem) => start > last || lines.has(lineAt(text, start));
  if (errors.length >= before.errors.length || !errors.every(isKnown)) return undefined;
  const known = new Set(faults.map(({ span }) => span.start));
  return { text: without, errors, faults: before.faults.filter(({ span }) => known.has(span.start)) };
}

/** The text with spaces instead of a line, of which the dashes that begin entries may stay. */
function blanked(text: string, at: number, dashes: boolean): string {
  const start = lineAt(text, at);
  const line = lineOf(text, at);
  const kept = dashes ? /^ *(?:- +)*/.exec(line)![0] : '';
  return text.slice(0, start) + kept + ' '.repeat(line.length - kept.length) + text.slice(start + line.length);
}

function lineOf(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(lineAt(text, at), end < 0 ? text.length : end);
}

/** Where the line begins that an offset is in. */
function lineAt(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** An offset in the line above that has anything in it. */
function lineAbove(text: string, at: number): number {
  return text.slice(0, lineAt(text, at)).trimEnd().length;
}
