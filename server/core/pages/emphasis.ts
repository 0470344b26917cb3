const MARKS = /[*_\\]/;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const BACKSLASH = 0x5c;

/**
 * A text as it is printed, without the marks of emphasis. A mark opens before a character and closes after one, within one
 * line; what does not pair is printed. `\` is not printed, and makes a mark after it plain. Lines keep their number.
 */
export function withoutEmphasis(text: string): string {
  if (!MARKS.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (MARKS.test(line) ? plainLine(line) : line))
    .join('\n');
}

interface Mark {
  readonly at: number;
  readonly length: number;
}

function plainLine(line: string): string {
  const gone: Mark[] = [];
  /** By mark (`*`, `**`, `***` or `_`), where it was opened. */
  const open: (Mark | undefined)[] = [];
  for (let at = 0; at < line.length; ) {
    const code = line.charCodeAt(at);
    if (code === BACKSLASH && isMark(line.charCodeAt(at + 1))) {
      gone.push({ at, length: 1 });
      at += 2;
      continue;
    }
    const length = code === STAR ? starsAt(line, at) : code === UNDERSCORE ? 1 : 0;
    if (length > 0 && length <= 3) pair({ at, length }, code === UNDERSCORE ? 0 : length, line, open, gone);
    at += Math.max(1, length);
  }
  return cutOut(
    line,
    gone.sort((a, b) => a.at - b.at),
  );
}

function pair(mark: Mark, kind: number, line: string, open: (Mark | undefined)[], gone: Mark[]): void {
  const opener = open[kind];
  if (opener && opener.at + opener.length < mark.at && !isBlankAt(line, mark.at - 1)) {
    gone.push(opener, mark);
    open[kind] = undefined;
  } else if (!isBlankAt(line, mark.at + mark.length)) {
    open[kind] = mark;
  }
}

function starsAt(line: string, at: number): number {
  let end = at;
  while (line.charCodeAt(end) === STAR) end++;
  return end - at;
}

function isMark(code: number): boolean {
  return code === STAR || code === UNDERSCORE || code === BACKSLASH;
}

function isBlankAt(line: string, at: number): boolean {
  return at >= line.length || line[at] === ' ' || line[at] === '\t';
}

function cutOut(line: string, gone: readonly Mark[]): string {
  let kept = '';
  let at = 0;
  for (const mark of gone) {
    kept += line.slice(at, mark.at);
    at = mark.at + mark.length;
  }
  return kept + line.slice(at);
}
