import type { NodeType } from '../fountain/elements.ts';
import type { Script } from '../fountain/script.ts';
import { lineEndOf } from '../text/line-ends.ts';
import { beginsElement } from './enter-rules.ts';

/** What Enter, Tab and Shift+Tab do at a place of a script; what is left out is what they do anywhere. */
export interface WritingKeys {
  /**
   * `newElement`: a blank line, and the cursor below it; `leave`: out of the brackets, to a new line; `goDown`: to the line
   * that is there; `clear`: what is begun on the line goes; `removeLine`: the line goes too; `breakOff`: the line becomes a blank
   * one, and the cursor goes below it; `lineEnd`: a line end, though the language's own rules (`enter-rules.ts`) would have a
   * blank line.
   */
  readonly enter?: 'newElement' | 'leave' | 'goDown' | 'clear' | 'removeLine' | 'breakOff' | 'lineEnd';
  /** An editor that follows those rules does the same by itself. */
  readonly byRule?: true;
  /** `suggest`: who speaks, and what else could stand there; `parenthetical`: brackets; `parentheticalBelow`: those on a new line. */
  readonly tab?: 'suggest' | 'parenthetical' | 'parentheticalBelow' | 'leave' | 'goDown';
  readonly shiftTab?: 'clear' | 'removeLine';
}

const nothing: WritingKeys = {};
const speech: ReadonlySet<NodeType | undefined> = new Set<NodeType>([
  'character',
  'dialogue',
  'parenthetical',
  'lyric',
]);

/**
 * What the keys do that writers of screenplays know from other programs. It looks at the line of the cursor and its neighbours,
 * so that it can be asked whenever the cursor moves. Lines that are indented are left alone: whoever sets a script by hand
 * needs the keys as they are.
 */
export function writingKeys(script: Script, offset: number): WritingKeys {
  const keys = keysAt(script, offset);
  if (!beginsByRule(script, offset)) return keys;
  if (keys.enter === undefined) return { ...keys, enter: 'lineEnd' };
  return keys.enter === 'newElement' ? { ...keys, byRule: true } : keys;
}

/** The same for a line below which everything has come since, as if nothing stood there. */
export function keysOfLastLine(script: Script, offset: number): WritingKeys {
  const { text } = script;
  const line = text.lineAt(offset);
  const end = text.lineStart(line) + text.lineText(line).length;
  return writingKeys(script.edit([{ start: end, end: text.length, insert: '' }]), offset);
}

function beginsByRule({ text }: Script, offset: number): boolean {
  const line = text.lineAt(offset);
  const whole = text.lineText(line);
  const at = offset - text.lineStart(line);
  return beginsElement(whole.slice(0, at), whole.slice(at), line === 0 ? '' : text.lineText(line - 1));
}

function keysAt(script: Script, offset: number): WritingKeys {
  const { text } = script;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const whole = text.lineText(line);
  const at = offset - start;
  if (at === whole.length && isBegunByEditor(script, line)) return { enter: 'breakOff' };
  if (/^\s/.test(whole) || at > whole.length || isInAside(script, offset)) return nothing;
  if (whole === '') return onEmptyLine(script, line);
  const isEmptyBelow = text.lineText(line + 1).trim() === '';
  const away = isEmptyBelow ? 'clear' : 'removeLine';
  if (whole.startsWith('(') && at === whole.length - 1 && whole.endsWith(')')) {
    if (kindOf(script, line) !== 'parenthetical') return nothing;
    const on = isEmptyBelow ? 'leave' : 'goDown';
    return whole === '()' ? { enter: away, tab: on, shiftTab: away } : { enter: on, tab: on };
  }
  if (whole.slice(at).trim() !== '') return nothing;
  if (whole === '@') return { enter: 'clear', tab: 'suggest', shiftTab: 'clear' };
  switch (kindOf(script, line)) {
    case 'scene_heading':
    case 'transition':
    case 'section':
      return { enter: 'newElement' };
    case 'character':
      return { tab: 'parentheticalBelow' };
    case 'dialogue':
      // Between the lines of a speech, Enter is a line end.
      return text.lineText(line + 1) === '' ? { enter: 'newElement' } : nothing;
    default:
      return nothing;
  }
}

/** Nothing but what the editor puts in after Enter: the mark of one more lyric, or the indentation of the title page. */
function isBegunByEditor(script: Script, line: number): boolean {
  const whole = script.text.lineText(line);
  const isBegun = line > 0 && (whole === '~' || /^\s+$/.test(whole));
  return isBegun && kindAt(script, script.text.lineStart(line - 1)) === (whole === '~' ? 'lyric' : 'title_page');
}

/** An empty line goes on with the speech above it, or begins something. */
function onEmptyLine(script: Script, line: number): WritingKeys {
  if (line === 0 || script.text.lineText(line - 1).trim() === '') return { tab: 'suggest' };
  return speech.has(kindOf(script, line - 1)) ? { tab: 'parenthetical' } : nothing;
}

/**
 * What a line is, or will be once it is gone on with: a name is one as soon as something is said, a heading or transition as
 * soon as nothing stands right below it.
 */
function kindOf(script: Script, line: number): NodeType | undefined {
  const { text } = script;
  const start = text.lineStart(line);
  const is = kindAt(script, start);
  if (is !== 'action') return is;
  const end = start + text.lineText(line).length;
  const isEmptyBelow = text.lineText(line + 1).trim() === '';
  const insert = lineEndOf(text) + (isEmptyBelow ? 'x' : '');
  const will = kindAt(script.edit([{ start: end, end, insert }]), start);
  return will === 'character' || will === 'scene_heading' || will === 'transition' ? will : is;
}

function kindAt(script: Script, offset: number): NodeType | undefined {
  return script.elementAt(offset)?.type as NodeType | undefined;
}

function isInAside(script: Script, offset: number): boolean {
  for (const { type, start, end } of script.elements(offset, offset)) {
    if ((type === 'note' || type === 'boneyard') && start < offset && offset < end) return true;
  }
  return false;
}
