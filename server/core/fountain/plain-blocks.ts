import type { FactItem } from '../facts/file-facts.ts';
import { NONE } from './block.ts';
import { isSpace } from './characters.ts';
import type { CutFinder } from './cuts.ts';
import type { Cut } from './elements.ts';
import { hasHeadingPrefix } from './headings.ts';
import type { Interner } from './interner.ts';
import { ACTION, CHARACTER, DIALOGUE, type NodePacker, PARENTHETICAL } from './packed-nodes.ts';

const LINE_FEED = 10;
const EXCLAMATION = 33;
const HASH = 35;
const OPEN = 40;
const CLOSE = 41;
const DOT = 46;
const EQUALS = 61;
const GREATER = 62;
const AT = 64;
const BRACKET = 91;
const TILDE = 126;

/**
 * Reads at one go a block as nearly all are: a cue that was read before and what is said; or prose; or one note; and empty
 * lines. Any other is left to `LineReader` and `Grammar`, which say the same of what both can read, and take twice as long.
 *
 * The source must be without `\r`.
 */
export class PlainBlockReader {
  /** Where the block last read ends, and what is known from it. Its elements are in the packer. */
  end = 0;
  items: readonly FactItem[] = NONE;
  cuts: readonly Cut[] = NONE;

  readonly #source: string;
  readonly #interner: Interner;
  readonly #packer: NodePacker;
  readonly #finder: CutFinder;

  constructor(source: string, interner: Interner, packer: NodePacker, finder: CutFinder) {
    this.#source = source;
    this.#interner = interner;
    this.#packer = packer;
    this.#finder = finder;
  }

  /**
   * Whether such a block starts there. If so, its elements are in the packer.
   *
   * @param nextMark where something stands next that may have to be cut out
   */
  read(start: number, nextMark: number): boolean {
    const lineEnd = this.#source.indexOf('\n', start);
    if (lineEnd <= start) return false;
    if (nextMark === start) return this.#readNotes(start, lineEnd);
    // What has a small letter here is no cue, and most lines that are no cues have one.
    const read = isSmallLetter(this.#source.charCodeAt(start + 1))
      ? this.#readProse(start, lineEnd)
      : this.#readSpeech(start, lineEnd);
    if (read && this.end <= nextMark) return true;
    this.#packer.clear();
    return false;
  }

  /** Notes, each in a line of its own. */
  #readNotes(start: number, firstEnd: number): boolean {
    const source = this.#source;
    // Mostly there is one: an array that begins empty is given room for sixteen.
    let items: FactItem[] = NONE;
    let notes: Cut[] = NONE;
    let at = start;
    for (let lineEnd = firstEnd; source.charCodeAt(at) === BRACKET; lineEnd = source.indexOf('\n', at)) {
      const note = this.#finder.loneNote(at, lineEnd, start);
      if (note === undefined) return false;
      if (notes === NONE) notes = [note];
      else notes.push(note);
      if (note.item !== undefined) {
        if (items === NONE) items = [note.item];
        else items.push(note.item);
      }
      at = lineEnd + 1;
    }
    this.items = items;
    this.cuts = notes;
    return this.#endsAt(at);
  }

  /** Lines of action that nobody could take for anything else. */
  #readProse(start: number, firstEnd: number): boolean {
    const source = this.#source;
    if (hasHeadingPrefix(source, start, firstEnd)) return false;
    let at = start;
    let lineEnd = firstEnd;
    for (let first = source.charCodeAt(at); first !== LINE_FEED; first = source.charCodeAt(at)) {
      if (lineEnd < 0 || isSpace(first) || isMark(first) || !isSmallLetter(source.charCodeAt(at + 1))) return false;
      at = lineEnd + 1;
      if (source.charCodeAt(at) === LINE_FEED) break;
      lineEnd = source.indexOf('\n', at);
    }
    this.#packer.add(ACTION, 0, lineEnd - start);
    this.items = NONE;
    this.cuts = NONE;
    return this.#endsAt(at);
  }

  #readSpeech(start: number, cueEnd: number): boolean {
    const source = this.#source;
    const cue = this.#interner.recall(source, start, cueEnd);
    if (cue === undefined) return false;
    const packer = this.#packer;
    packer.add(CHARACTER, 0, cueEnd - start);
    let open = CHARACTER;
    let at = cueEnd + 1;
    for (let first = source.charCodeAt(at); first !== LINE_FEED; first = source.charCodeAt(at)) {
      const lineEnd = source.indexOf('\n', at);
      const last = source.charCodeAt(lineEnd - 1);
      if (lineEnd < 0 || isSpace(first) || isSpace(last) || isMarkInSpeech(first)) return false;
      const kind = first === OPEN && last === CLOSE ? PARENTHETICAL : DIALOGUE;
      if (kind === DIALOGUE && open === DIALOGUE) packer.extend(lineEnd - start);
      else packer.add(kind, at - start, lineEnd - start);
      open = kind;
      at = lineEnd + 1;
    }
    if (open === CHARACTER) return false;
    this.items = cue.items;
    this.cuts = NONE;
    return this.#endsAt(at);
  }

  /** Whether the block ends with an empty line there, and those after it; that is where the next one starts. */
  #endsAt(emptyLine: number): boolean {
    const source = this.#source;
    let at = emptyLine;
    while (source.charCodeAt(at) === LINE_FEED) at++;
    this.end = at;
    // White space may be a hard blank line, which belongs to the block.
    return at > emptyLine && !isSpace(source.charCodeAt(at));
  }
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a line that begins so may be something else than action. */
function isMark(code: number): boolean {
  return isMarkInSpeech(code) || code === DOT || code === GREATER || code === AT;
}

/** Whether a line that begins so may be no dialogue. */
function isMarkInSpeech(code: number): boolean {
  return code === EXCLAMATION || code === TILDE || code === HASH || code === EQUALS;
}
