import { isSpace } from './characters.ts';
import type { Interner, KnownCue } from './interner.ts';
import { CHARACTER, DIALOGUE, type NodePacker, PARENTHETICAL } from './packed-nodes.ts';

const LINE_FEED = 10;
const EXCLAMATION = 33;
const HASH = 35;
const OPEN = 40;
const CLOSE = 41;
const EQUALS = 61;
const TILDE = 126;

/**
 * Reads at one go a block as more than half of all are: a cue that was read before, what is said, and empty lines. Any other
 * is left to `LineReader` and `Grammar`, which say the same of what both can read, and take twice as long.
 *
 * The source must be without `\r`.
 */
export class PlainSpeechReader {
  /** The cue of the block last read, and where that block ends. */
  cue: KnownCue | undefined;
  end = 0;

  readonly #source: string;
  readonly #interner: Interner;
  readonly #packer: NodePacker;

  constructor(source: string, interner: Interner, packer: NodePacker) {
    this.#source = source;
    this.#interner = interner;
    this.#packer = packer;
  }

  /**
   * Whether such a block starts there. If so, its elements are in the packer.
   *
   * @param nextMark where something stands next that may have to be cut out
   */
  read(start: number, nextMark: number): boolean {
    const source = this.#source;
    // Most lines that are no cues have a small letter here.
    if (nextMark === start || isSmallLetter(source.charCodeAt(start + 1))) return false;
    const cueEnd = source.indexOf('\n', start);
    if (cueEnd <= start) return false;
    this.cue = this.#interner.recall(source, start, cueEnd);
    if (this.cue === undefined) return false;
    const packer = this.#packer;
    packer.add(CHARACTER, 0, cueEnd - start);
    let open = CHARACTER;
    let at = cueEnd + 1;
    for (let first = source.charCodeAt(at); first !== LINE_FEED; first = source.charCodeAt(at)) {
      const lineEnd = source.indexOf('\n', at);
      const last = source.charCodeAt(lineEnd - 1);
      if (lineEnd < 0 || isSpace(first) || isSpace(last) || isMark(first)) return this.#giveUp();
      const kind = first === OPEN && last === CLOSE ? PARENTHETICAL : DIALOGUE;
      if (kind === DIALOGUE && open === DIALOGUE) packer.extend(lineEnd - start);
      else packer.add(kind, at - start, lineEnd - start);
      open = kind;
      at = lineEnd + 1;
    }
    if (open === CHARACTER) return this.#giveUp();
    while (source.charCodeAt(at) === LINE_FEED) at++;
    // White space may be a hard blank line, which belongs to the block.
    if (at > nextMark || isSpace(source.charCodeAt(at))) return this.#giveUp();
    this.end = at;
    return true;
  }

  #giveUp(): false {
    this.#packer.clear();
    return false;
  }
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a line that begins so may be no dialogue. */
function isMark(code: number): boolean {
  return code === EXCLAMATION || code === TILDE || code === HASH || code === EQUALS;
}
