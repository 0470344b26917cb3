import type { Annotation } from '../annotations/annotation.ts';
import { parseAnnotation } from '../annotations/parse.ts';
import type { Span } from '../text/span.ts';

/** What in a block is not prose. Spans are in the text that was read, in order. */
export interface Inline {
  readonly annotations: readonly Annotation[];
  /** Annotations, other comments, code spans and HTML tags; those within an annotation are not listed by themselves. */
  readonly asides: readonly Span[];
}

const NOTHING: Inline = { annotations: [], asides: [] };

/** An open tag, a closing tag, or a link in angle brackets. */
const TAG =
  /<(?:\/[a-z][a-z\d-]*\s*|[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|[a-z][a-z\d+.-]{1,31}:[^\s<>]*)>/iy;

/** HTML that runs from one mark to another, whatever stands between. */
const SPANNING = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;

/** Brackets that are open at a time; of more, the outermost are forgotten, so that nesting costs nothing. */
const DEEPEST = 4;

const MARKS = /[\\`<[\]\r\n]/g;

/** Whether a text can hold an annotation. */
export function mayHoldAnnotations(text: string): boolean {
  return text.includes('[[') || text.includes('<!--');
}

/**
 * Reads the text of a paragraph, heading or block of comments from left to right, as CommonMark does: what begins first
 * holds, be it a code span, a tag or an escape. A note lies on one line; code and tags may lie within it. Where notes nest,
 * the outermost that is an annotation counts. Linear in the text.
 */
export function readInline(text: string): Inline {
  MARKS.lastIndex = 0;
  if (!MARKS.test(text)) return NOTHING;
  const found: Found = { annotations: [], asides: [] };
  const skip = skipper(text);
  let open: number[] = [];
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
    const at = mark.index;
    switch (mark[0]) {
      case '\\':
        if (text[at + 1] !== '\r' && text[at + 1] !== '\n') MARKS.lastIndex = at + 2;
        break;
      case '\r':
      case '\n':
        open = [];
        break;
      case '[': {
        const end = runEnd(text, at);
        if (end - at > 1) open.push(end - 2);
        if (open.length > DEEPEST) open.shift();
        MARKS.lastIndex = end;
        break;
      }
      case ']':
        if (text[at + 1] === ']') {
          MARKS.lastIndex = at + 2;
          const start = open.pop();
          if (start !== undefined) addAnnotation(found, text.slice(start + 2, at), start, 'note');
        }
        break;
      default: {
        const end = skip(at);
        MARKS.lastIndex = end ?? (mark[0] === '`' ? runEnd(text, at) : at + 1);
        if (end === undefined) break;
        const comment = text.startsWith('<!--', at);
        if (!comment || !addAnnotation(found, text.slice(at + 4, end - 3), at, 'comment')) {
          found.asides.push({ start: at, end });
        }
      }
    }
  }
  return found;
}

interface Found {
  readonly annotations: Annotation[];
  readonly asides: Span[];
}

/** Adds an annotation, if it is one, in place of what lies within it. */
function addAnnotation(
  { annotations, asides }: Found,
  inside: string,
  start: number,
  form: Annotation['form'],
): boolean {
  const annotation = parseAnnotation(inside, start, form);
  if (!annotation) return false;
  while (annotations.length > 0 && annotations.at(-1)!.start > start) annotations.pop();
  while (asides.length > 0 && asides.at(-1)!.start > start) asides.pop();
  annotations.push(annotation);
  asides.push({ start: annotation.start, end: annotation.end });
  return true;
}

/** Gives the end of the code, comment or tag that begins at a backtick or `<`. What has no end is looked for once. */
function skipper(text: string): (at: number) => number | undefined {
  const unclosed = new Set<string>();
  const closingTicks = tickRuns(text);
  const spanning = (at: number, opening: string, closing: string): number | undefined => {
    if (unclosed.has(closing) || !text.startsWith(opening, at)) return undefined;
    // `<!-->` and `<!--->` are whole comments.
    const from = opening === '<!--' ? at + 2 : at + opening.length;
    const end = text.indexOf(closing, from);
    if (end < 0) unclosed.add(closing);
    return end < 0 ? undefined : end + closing.length;
  };
  return (at) => {
    if (text[at] === '`') return closingTicks(at);
    for (const [opening, closing] of SPANNING) {
      const end = spanning(at, opening, closing);
      if (end !== undefined) return end;
    }
    TAG.lastIndex = at;
    return TAG.test(text) ? TAG.lastIndex : undefined;
  };
}

/** Gives the end of the next run of backticks that is as long as the one here. To be asked from left to right. */
function tickRuns(text: string): (at: number) => number | undefined {
  let byLength: Map<number, number[]> | undefined;
  return (at) => {
    byLength ??= runsByLength(text);
    const length = runEnd(text, at) - at;
    const starts = byLength.get(length) ?? [];
    while (starts.length > 0 && starts.at(-1)! <= at) starts.pop();
    const close = starts.at(-1);
    return close === undefined ? undefined : close + length;
  };
}

/** Where the runs of each length start, the last first. */
function runsByLength(text: string): Map<number, number[]> {
  const byLength = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = byLength.get(run.length);
    if (starts) starts.push(index);
    else byLength.set(run.length, [index]);
  }
  for (const starts of byLength.values()) starts.reverse();
  return byLength;
}

/** The end of the run of equal units that begins here. */
function runEnd(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === text[at]) end++;
  return end;
}
