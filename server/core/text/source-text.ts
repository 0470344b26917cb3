import { Text } from '@codemirror/state';
import { lastAtOrBefore } from './ascending.ts';
import { countLoneReturns, lineStarts } from './line-ends.ts';
import type { TextEdit } from './span.ts';

/**
 * An immutable text. An edit gives a new one that shares with the old all but what the edit touched, so that its cost does
 * not grow with the text.
 *
 * Offsets are UTF-16 units of the text as it is: `\r\n` counts two. As LSP says, `\n`, `\r\n` and a lone `\r` each end a
 * line. Lines count from 0; there is always at least one, and the last has no line end. Offsets and lines that lie outside
 * the text are moved to its nearest end.
 */
export class SourceText {
  /** Lines parted at `\n` alone, so that the tree's offsets are ours; a `\r` stays at the end of its line. */
  #tree: Text | undefined;
  /** The whole as one string, where somebody has had need of it. At least one of `#tree` and `#flat` is there. */
  #flat: string | undefined;
  /** How many `\r` stand without `\n`, once somebody asked. */
  #loneReturns: number | undefined;
  /** Where each line starts; only for a text that has a lone `\r`, which the tree does not take for a line end. */
  #starts: readonly number[] | undefined;

  readonly length: number;

  private constructor(tree: Text | undefined, flat: string | undefined, loneReturns: number | undefined) {
    this.#tree = tree;
    this.#flat = flat;
    this.#loneReturns = loneReturns;
    this.length = tree ? tree.length : flat!.length;
  }

  static of(text: string): SourceText {
    return new SourceText(undefined, text, undefined);
  }

  get lineCount(): number {
    return this.#hasLoneReturns ? this.#lineStarts.length : this.#lines.lines;
  }

  /** The line in which the offset lies. An offset between `\r` and `\n` belongs to the line that they end. */
  lineAt(offset: number): number {
    const at = this.#clamp(offset);
    if (this.#hasLoneReturns) return lastAtOrBefore(this.#lineStarts, at);
    return this.#lines.lineAt(at).number - 1;
  }

  /** Where the line starts. The line after the last starts at the end of the text. */
  lineStart(line: number): number {
    if (line >= this.lineCount) return this.length;
    if (this.#hasLoneReturns) return this.#lineStarts[Math.max(0, line)]!;
    return this.#lines.line(Math.max(0, line) + 1).from;
  }

  /** The line without its line end. */
  lineText(line: number): string {
    if (this.#hasLoneReturns) {
      const text = this.slice(this.lineStart(line), this.lineStart(line + 1));
      return text.replace(/\r?\n$|\r$/, '');
    }
    if (line >= this.lineCount) return '';
    const { text } = this.#lines.line(Math.max(0, line) + 1);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  slice(from: number, to: number = this.length): string {
    const start = this.#clamp(from);
    const end = Math.max(start, this.#clamp(to));
    return this.#flat === undefined ? this.#lines.sliceString(start, end) : this.#flat.slice(start, end);
  }

  /** This text after the edit. */
  replace(edit: TextEdit): SourceText {
    const start = this.#clamp(edit.start);
    const end = Math.max(start, this.#clamp(edit.end));
    const tree = this.#lines.replace(start, end, Text.of(edit.insert.split('\n')));
    const replaced = new SourceText(tree, undefined, undefined);
    // Whether a `\r` is alone hangs on the unit after it, so the one before the edit may change as well.
    const from = Math.max(0, start - 1);
    const before = countLoneReturns(this.slice(from, end + 1), end - from);
    const insertEnd = start + edit.insert.length;
    const after = countLoneReturns(replaced.slice(from, insertEnd + 1), insertEnd - from);
    replaced.#loneReturns = this.#countedLoneReturns - before + after;
    return replaced;
  }

  /** The whole as one string. The first call on a text that has been edited costs as much as the text is long. */
  toString(): string {
    this.#flat ??= this.#lines.toString();
    return this.#flat;
  }

  get #lines(): Text {
    this.#tree ??= Text.of(this.#flat!.split('\n'));
    return this.#tree;
  }

  get #countedLoneReturns(): number {
    if (this.#loneReturns === undefined) {
      const text = this.toString();
      this.#loneReturns = countLoneReturns(text, text.length);
    }
    return this.#loneReturns;
  }

  get #hasLoneReturns(): boolean {
    return this.#countedLoneReturns > 0;
  }

  get #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.toString());
    return this.#starts;
  }

  #clamp(offset: number): number {
    return Math.min(Math.max(0, offset), this.length);
  }
}
