import type { OutlineRow } from '../../protocol/outline.ts';
import { type Paint, plain } from '../terminal.ts';

/** Rows as a tree, a line each: the label, and what is said of it. */
export function tree(rows: readonly OutlineRow[], paint: Paint): string {
  return rows.map((row) => `${lineOf(row, paint, true)}\n${branches(row.children ?? [], '', paint)}`).join('');
}

function branches(rows: readonly OutlineRow[], indent: string, paint: Paint): string {
  return rows
    .map((row, i) => {
      const last = i === rows.length - 1;
      const below = branches(row.children ?? [], `${indent}${last ? '   ' : '│  '}`, paint);
      return `${paint('dim', `${indent}${last ? '└─ ' : '├─ '}`)}${lineOf(row, paint, false)}\n${below}`;
    })
    .join('');
}

function lineOf({ label, description }: OutlineRow, paint: Paint, isTop: boolean): string {
  const name = isTop ? paint('bold', plain(label)) : plain(label);
  return description ? `${name}  ${paint('dim', plain(description))}` : name;
}
