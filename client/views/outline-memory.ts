import type { OutlineRow } from '../../server/protocol/outline.ts';
import type { OutlineTree } from './outline-tree.ts';

/**
 * Which rows somebody has opened or closed. VS Code forgets it of rows that are gone, as they are while the outline is arranged
 * otherwise.
 */
export class OpenRows {
  readonly #open = new Map<string, boolean>();

  set({ id }: OutlineRow, isOpen: boolean): void {
    this.#open.set(id, isOpen);
  }

  /** Undefined where nobody has touched it. */
  get({ id }: OutlineRow): boolean | undefined {
    return this.#open.get(id);
  }

  /** In another arrangement, what is about the same as a row that has been opened or closed is so too. */
  carry(from: OutlineTree, to: OutlineTree): void {
    const said = new Map<string, boolean>();
    for (const row of rowsOf(from)) {
      const isOpen = this.#open.get(row.id);
      const about = aboutOf(row);
      if (isOpen !== undefined && about !== undefined) said.set(about, isOpen || said.get(about) === true);
    }
    for (const row of rowsOf(to)) {
      const about = aboutOf(row);
      const isOpen = about === undefined ? undefined : said.get(about);
      if (isOpen !== undefined) this.#open.set(row.id, isOpen);
    }
  }
}

/** The row that says the same in another arrangement: that of the same thing at the same place, else of the same thing. */
export function sameRow(tree: OutlineTree, row: OutlineRow): OutlineRow | undefined {
  const about = aboutOf(row);
  const isSame = (one: OutlineRow): boolean => one.kind === row.kind && one.ref === row.ref;
  return (
    tree.find(({ id }) => id === row.id) ??
    (row.location && tree.find((one) => isSame(one) && isSamePlace(one, row))) ??
    (about === undefined ? undefined : tree.find((one) => aboutOf(one) === about))
  );
}

/** Whether two rows stand for the same place: on one line of one text. */
export function isSamePlace({ location: a }: OutlineRow, { location: b }: OutlineRow): boolean {
  return a !== undefined && b !== undefined && a.uri === b.uri && a.range.start.line === b.range.start.line;
}

/** What a row is about as a whole, as a thread's is: such rows may be in several arrangements, with the same below them. */
function aboutOf({ kind, ref, location }: OutlineRow): string | undefined {
  return kind === 'thread' && ref !== undefined ? `${ref} ${location?.uri}` : undefined;
}

function* rowsOf(tree: OutlineTree, rows = tree.rows): Iterable<OutlineRow> {
  for (const row of rows) {
    yield row;
    yield* rowsOf(tree, tree.childrenOf(row));
  }
}
