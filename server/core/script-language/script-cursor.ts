import { isUpperCase } from '../fountain/characters.ts';
import type { Script } from '../fountain/script.ts';
import type { Span } from '../text/span.ts';

/** What somebody is typing in a script. `span` is all that is written of it, also behind the cursor. */
export type ScriptCursor = Written &
  (
    | { readonly at: 'title key'; readonly colon: boolean }
    | { readonly at: 'title value'; readonly key: string }
    | { readonly at: 'section' }
    /** A line that may become a cue, a heading or a transition; with a forcing mark, which is no part of `span`, only one of them. */
    | { readonly at: 'line'; readonly forced: '' | '@' | '.' | '>'; readonly isFirst: boolean }
    | { readonly at: 'extension'; readonly name: string; readonly closed: boolean }
    | { readonly at: 'place' }
    /** What follows a dash in a heading: a time of day, or a room. `place` is what stands before the dash. */
    | { readonly at: 'time'; readonly place: string }
  );

interface Written {
  readonly span: Span;
  readonly written: string;
  /** Of that, what stands before the cursor. */
  readonly typed: string;
  /** Where the line starts. */
  readonly lineStart: number;
}

const aside = /\[\[|\]\]|\/\*|\*\//;
/** As `hasHeadingPrefix` has it, with the spaces after it. */
const heading = /^\s*(?:int\.?\/ext|ext\.?\/int|int|ext|est|i\/e)(?:\. *(?!\/)| +)/i;
const forcedHeading = /^\s*\.(?=[\p{L}\p{N}])/u;
const dash = /\s(?:--?|[–—])\s+/g;
const extension = /^\s*(@?[^()]*[^()\s])\s*(?:\([^()]*\)\s*)*\(([^()]*)$/;

/**
 * What could be gone on with at an offset. Undefined in prose, dialogue, notes, boneyards, and wherever else nothing is to be
 * offered: it looks at a few lines only, so that it can be asked at each key.
 */
export function scriptCursor(script: Script, position: number): ScriptCursor | undefined {
  const { text } = script;
  const line = text.lineAt(position);
  const lineStart = text.lineStart(line);
  const whole = text.lineText(line);
  // Not within a line end.
  const offset = Math.min(position, lineStart + whole.length);
  const before = whole.slice(0, offset - lineStart);
  const after = whole.slice(before.length);
  const rest = after.slice(0, endOf(after, aside));
  if (aside.test(before) || inAside(script, offset)) return undefined;
  const at = (from: number, more = ''): Written => ({
    span: { start: lineStart + from, end: offset + more.length },
    written: whole.slice(from, before.length + more.length),
    typed: before.slice(from),
    lineStart,
  });
  if (inTitlePage(script, line, whole)) return titleCursor(before, rest, at);
  const section = /^\s*#+/.exec(before);
  if (section) {
    return script.elementAt(offset)?.type === 'section' ? { at: 'section', ...at(section[0].length, rest) } : undefined;
  }
  return mayBegin(script, line, lineStart, whole) ? lineCursor(before, rest, line === 0, at) : undefined;
}

type At = (from: number, more?: string) => Written;

function lineCursor(before: string, rest: string, isFirst: boolean, at: At): ScriptCursor | undefined {
  const prefix = (heading.exec(before) ?? forcedHeading.exec(before))?.[0];
  if (prefix !== undefined) return headingCursor(before, rest, prefix, at);
  const said = extension.exec(before);
  if (said && isName(said[1]!)) {
    const close = /^([^()]*)\)/.exec(rest);
    const more = close?.[1] ?? '';
    return { at: 'extension', name: said[1]!, closed: close !== null, ...at(before.length - said[2]!.length, more) };
  }
  const [, indent = '', mark = '', name = ''] = /^(\s*)(@|\.|>\s*)?(.*)$/.exec(before)!;
  const forced = mark.charAt(0) as '' | '@' | '.' | '>';
  // A dot that forces no heading yet: another one would make it prose.
  if (forced === '.' && name !== '') return undefined;
  const more = rest.slice(0, endOf(rest, /\s*(?:\(|\^|$)/));
  if (!forced && !mayBecome(name + more)) {
    return isFirst && indent === '' ? { at: 'title key', colon: false, ...at(0, rest.trimEnd()) } : undefined;
  }
  if (name === '' && more === '' && rest.trim() !== '') return undefined;
  return { at: 'line', forced, isFirst, ...at(indent.length + mark.length, more) };
}

function headingCursor(before: string, rest: string, prefix: string, at: At): ScriptCursor {
  const last = [...before.matchAll(dash)].at(-1);
  const more = rest.slice(0, endOf(rest, /\s+(?:--?|[–—])\s|\s+#[^#]*#\s*$|\s*$/));
  if (!last) return { at: 'place', ...at(prefix.length, more) };
  const place = before.slice(prefix.length, last.index).trim();
  return { at: 'time', place, ...at(last.index + last[0].length, more) };
}

function titleCursor(before: string, rest: string, at: At): ScriptCursor | undefined {
  const colon = before.indexOf(':');
  if (/^\s/.test(before)) return undefined;
  if (colon >= 0) {
    const from = colon + 1 + /^\s*/.exec(before.slice(colon + 1))![0].length;
    return { at: 'title value', key: before.slice(0, colon).trim().toLowerCase(), ...at(from, rest.trimEnd()) };
  }
  const ahead = rest.indexOf(':');
  return { at: 'title key', colon: ahead >= 0, ...at(0, ahead < 0 ? rest.trimEnd() : rest.slice(0, ahead)) };
}

/** A name in upper case, or forced. */
function isName(name: string): boolean {
  const plain = name.trimStart();
  return plain.startsWith('@') || isUpperCase(plain, 0, plain.length);
}

/** What has no small letter may become a cue or transition; a heading may be begun in small letters. */
function mayBecome(written: string): boolean {
  return !/\p{Ll}/u.test(written) || (written.length > 1 && headingStarts.some((one) => one.startsWith(written)));
}

const headingStarts = ['int.', 'int./ext.', 'int/ext.', 'ext.', 'ext./int.', 'est.', 'i/e.'];

function inAside(script: Script, offset: number): boolean {
  for (const { type, start, end } of script.elements(offset, offset)) {
    if ((type === 'note' || type === 'boneyard') && start < offset && offset < end) return true;
  }
  return false;
}

/** Whether a line is one of the title page, or would go on with it. */
function inTitlePage(script: Script, line: number, whole: string): boolean {
  const { text } = script;
  const of = (which: number) => script.elementAt(text.lineStart(which))?.type === 'title_page';
  if (whole.trim() !== '') return of(line);
  return line > 0 && text.lineText(line - 1).trim() !== '' && of(line - 1);
}

/** Whether a line may be the first of something: it begins its element, and what stands above it counts as blank. */
function mayBegin(script: Script, line: number, lineStart: number, whole: string): boolean {
  if (whole.trim() !== '') {
    const element = script.elementAt(lineStart + whole.search(/\S/));
    if (element && (element.start !== lineStart || !beginnings.has(element.type))) return false;
  }
  return blankAbove(script, line);
}

const beginnings: ReadonlySet<string> = new Set(['action', 'character', 'scene_heading', 'transition']);
const speech: ReadonlySet<string> = new Set(['character', 'dialogue', 'parenthetical', 'lyric']);

function blankAbove(script: Script, line: number): boolean {
  const { text } = script;
  let above = line - 1;
  let passed = false;
  for (; above >= 0; above--) {
    const whole = text.lineText(above);
    const element = whole.trim() === '' ? undefined : script.elementAt(text.lineStart(above));
    if (element) {
      if (speech.has(element.type)) return false;
      return passed || element.type === 'section' || element.type === 'synopsis';
    }
    // A line of two spaces is an empty line of a speech, and so is passed over to see whether there is one.
    if (whole.trim() === '' && !/^ {2,}$/.test(whole)) return true;
    passed = true;
  }
  return true;
}

function endOf(text: string, pattern: RegExp): number {
  const at = text.search(pattern);
  return at < 0 ? text.length : at;
}
