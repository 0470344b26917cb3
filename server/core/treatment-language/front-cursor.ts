import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { closesFrontMatter, MOST_LINES, opensFrontMatter } from '../treatment/front-matter.ts';

/** What somebody is typing between the lines `---` on top of a treatment. `span` has what stands behind the cursor too. */
export type FrontCursor = Written &
  (
    | { readonly at: 'key' /** One follows. */; readonly colon: boolean }
    | {
        readonly at: 'value';
        /** In lower case. */
        readonly key: string;
        /** The sign before `span`, where the value is written in quotes. */
        readonly quote: '' | '"' | "'";
        /** What has to be written before the value: YAML has no value right behind a colon. */
        readonly lead: '' | ' ';
      }
  );

interface Written {
  readonly span: Span;
  readonly written: string;
  /** Of that, what stands before the cursor. */
  readonly typed: string;
  /** The keys on the other lines, as they are written. */
  readonly there: readonly string[];
}

/** A key and its colon, behind which a space may still be missing. */
const key = /^(["']?)([^\s"'#:&*!|>%@`{[,?-][^:"']{0,80}?)\1\s{0,80}:/;
const keyed = new RegExp(`${key.source}(?=\\s|$)`);
/** What else front matter has: what goes on with a value, an item of a list, the end of brackets, a comment. */
const more = /^(?:\s+\S|-(?:\s|$)|[\]}#])/;
const comment = /(?:^|\s+)#/;

/**
 * What may be gone on with at an offset of a treatment's front matter. Undefined elsewhere, in comments, and in what belongs to
 * a value above. Front matter that is being written need not be closed yet: it is taken to go as far as its lines are such.
 * It reads no more than front matter may have, so that it can be asked at each key.
 */
export function frontCursor(text: SourceText, offset: number): FrontCursor | undefined {
  const line = text.lineAt(offset);
  if (line === 0 || line >= MOST_LINES || !opensFrontMatter(text)) return undefined;
  const there = keysBeside(text, line);
  return there && cursorIn(text, offset, there);
}

/** The keys of the front matter in which a line lies, but for its own; undefined where it lies in none. */
function keysBeside(text: SourceText, own: number): string[] | undefined {
  const above = linesFrom(text, 1, own);
  if (above.some(closesFrontMatter) || closesFrontMatter(text.lineText(own))) return undefined;
  const below = linesFrom(text, own + 1, Math.min(text.lineCount, MOST_LINES));
  const end = below.findIndex(closesFrontMatter);
  // The reader of front matter wants something on its first line: it may be what is being written.
  if (own > 1 && above[0]!.trim() === '') return undefined;
  // Between two rules of a text there may be prose as well.
  if (!above.every((line) => goesOn(line) || (end >= 0 && line.trim() === ''))) return undefined;
  const stop = end < 0 ? below.findIndex((line) => !goesOn(line)) : end;
  const beside = [...above, ...(stop < 0 ? below : below.slice(0, stop))];
  return beside.flatMap((line) => keyed.exec(line)?.[2] ?? []);
}

function cursorIn(text: SourceText, offset: number, there: readonly string[]): FrontCursor | undefined {
  const start = text.lineStart(text.lineAt(offset));
  const whole = text.lineText(text.lineAt(offset));
  const before = whole.slice(0, offset - start);
  const rest = whole.slice(before.length);
  const written = (from: number, behind: string) => ({
    span: { start: start + from, end: start + before.length + behind.length },
    written: whole.slice(from, before.length + behind.length),
    typed: before.slice(from),
    there,
  });
  const found = key.exec(before);
  if (!found) {
    const ahead = rest.indexOf(':');
    const behind = ahead < 0 ? rest.trimEnd() : rest.slice(0, ahead);
    const isKey = /^(?:[\p{L}\p{N}][^\s#:]*(?: [^\s#:]*)*)?$/u.test(before + behind) && !/^\s/.test(rest);
    return isKey ? { at: 'key', colon: ahead >= 0, ...written(0, behind) } : undefined;
  }
  const [, space = '', quote = ''] = /^(\s*)(["']?)/.exec(before.slice(found[0].length))!;
  const from = found[0].length + space.length + quote.length;
  const said = before.slice(from);
  // A comment, a closed quote, a list, a text of several lines.
  if (quote ? said.includes(quote) : comment.test(space + said) || /^[[{|>&*!]/.test(said + rest)) return undefined;
  const end = rest.search(quote === '' ? /\s*$|\s+#/ : quote === '"' ? /"|\s*$/ : /'|\s*$/);
  return {
    at: 'value',
    key: found[2]!.toLowerCase(),
    quote: quote as '' | '"' | "'",
    lead: space === '' && quote === '' ? ' ' : '',
    ...written(from, rest.slice(0, end)),
  };
}

function goesOn(line: string): boolean {
  return keyed.test(line) || more.test(line);
}

function linesFrom(text: SourceText, first: number, end: number): string[] {
  const lines: string[] = [];
  for (let line = first; line < end; line++) lines.push(text.lineText(line));
  return lines;
}
