import * as vscode from 'vscode';
import type { OutlineRow } from '../../server/protocol/outline.ts';

/** Rows that stand for a part of a text, and so for all that is in it. */
const PARTS = new Set(['episode', 'act', 'scene']);

/** The rows as they are known: what is above each, what is below, and which of them stands for a place in a text. */
export class OutlineTree {
  readonly rows: readonly OutlineRow[];
  /** What is below rows that are closed, once somebody has opened them. */
  readonly #opened = new Map<OutlineRow, readonly OutlineRow[]>();
  readonly #parents = new Map<OutlineRow, OutlineRow>();
  readonly #byFile = new Map<string, OutlineRow[]>();

  constructor(rows: readonly OutlineRow[] = []) {
    this.rows = rows;
    this.#take(rows, undefined);
  }

  parentOf(row: OutlineRow): OutlineRow | undefined {
    return this.#parents.get(row);
  }

  /** Whether what is below a row has not been fetched yet. */
  isClosed(row: OutlineRow): boolean {
    return row.closed === true && !this.#opened.has(row);
  }

  /** What is below a row, as far as it is known. */
  childrenOf(row: OutlineRow): readonly OutlineRow[] {
    return this.#opened.get(row) ?? row.children ?? [];
  }

  /** A row that is closed has these below it. */
  open(row: OutlineRow, children: readonly OutlineRow[]): void {
    this.#opened.set(row, children);
    this.#take(children, row);
  }

  /** Whether the other has the same rows, as far as both are open. */
  equals(other: OutlineTree): boolean {
    return JSON.stringify(this.#said()) === JSON.stringify(other.#said());
  }

  #said(): unknown {
    return [this.rows, ...[...this.#opened].map(([{ id }, children]) => [id, children])];
  }

  /** The first such row in the order in which they are shown. */
  find(isIt: (row: OutlineRow) => boolean, among = this.rows): OutlineRow | undefined {
    for (const row of among) {
      const found = isIt(row) ? row : this.find(isIt, this.childrenOf(row));
      if (found) return found;
    }
    return undefined;
  }

  /** Those of some rows that are below no other of them, in the order in which they are shown. */
  outermost(rows: readonly OutlineRow[]): OutlineRow[] {
    const ids = new Set(rows.map(({ id }) => id));
    const among = (all: readonly OutlineRow[]): OutlineRow[] =>
      all.flatMap((row) => (ids.has(row.id) ? [row] : among(this.childrenOf(row))));
    return among(this.rows);
  }

  /** The row of an annotation at a place, or on its line; else of the scene, act or episode, where these are rows. */
  at(uri: vscode.Uri, line: number, character: number): OutlineRow | undefined {
    const rows = this.#byFile.get(uri.toString()) ?? [];
    const here = rows.filter((row) => !PARTS.has(row.kind) && holds(row, line, character));
    const onLine = rows.filter((row) => startOf(row).line === line);
    return best(here) ?? best(onLine) ?? innermost(rows, line, character);
  }

  #take(rows: readonly OutlineRow[], parent: OutlineRow | undefined): void {
    for (const row of rows) {
      if (parent) this.#parents.set(row, parent);
      if (row.location) {
        const uri = spelled(row.location.uri);
        const file = this.#byFile.get(uri);
        if (file) file.push(row);
        else this.#byFile.set(uri, [row]);
      }
      this.#take(row.children ?? [], row);
    }
  }
}

/** A person's row stands where its reveal does, and a thread's where its first setup does: the others come first. */
function best(rows: readonly OutlineRow[]): OutlineRow | undefined {
  const rank = ({ kind }: OutlineRow): number => (kind === 'thread' ? 0 : kind === 'person' ? 1 : 2);
  return rows.reduce<OutlineRow | undefined>(
    (found, row) => (found === undefined || rank(row) > rank(found) ? row : found),
    undefined,
  );
}

/** The part that began last. Of several that begin at one place the last is the innermost. */
function innermost(rows: readonly OutlineRow[], line: number, character: number): OutlineRow | undefined {
  let found: OutlineRow | undefined;
  for (const row of rows) {
    if (!PARTS.has(row.kind) || isBefore(line, character, startOf(row))) continue;
    if (!found || !isBefore(startOf(row).line, startOf(row).character, startOf(found))) found = row;
  }
  return found;
}

function holds(row: OutlineRow, line: number, character: number): boolean {
  const { start, end } = row.location!.range;
  return !isBefore(line, character, start) && !isBefore(end.line, end.character, { line, character });
}

function isBefore(line: number, character: number, other: { readonly line: number; readonly character: number }) {
  return line < other.line || (line === other.line && character < other.character);
}

function startOf(row: OutlineRow) {
  return row.location!.range.start;
}

const spellings = new Map<string, string>();

/** A URI as VS Code spells it. */
function spelled(uri: string): string {
  let known = spellings.get(uri);
  if (known === undefined) {
    known = vscode.Uri.parse(uri).toString();
    spellings.set(uri, known);
  }
  return known;
}
