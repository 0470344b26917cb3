import type { FactItem, FactRun, FileFacts } from '../core/facts/file-facts.ts';
import { own } from '../core/text/own.ts';

/**
 * The same facts, without the text that they were taken from. A part of a string keeps the whole string in memory as long
 * as it is a part of it; a thousand files that are not open would stay in memory so. Cues, of which there are most, never are
 * parts of a text.
 */
export function detach({ kind, head, runs }: FileFacts): FileFacts {
  const copier = new Copier();
  return { kind, head: copier.copy(head), runs: runs.map((run) => detachedRun(run, copier)) };
}

function detachedRun({ items }: FactRun, copier: Copier): FactRun {
  return { items: items.map((item): FactItem => (item.type === 'cue' ? item : copier.copy(item))) };
}

/** Copies plain data. Equal strings are copied once: ids come again and again. */
class Copier {
  private readonly strings = new Map<string, string>();

  copy<T>(value: T): T {
    if (typeof value === 'string') return this.string(value) as T;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => this.copy(one)) as T;
    const made: Record<string, unknown> = {};
    for (const key in value) made[key] = this.copy(value[key]);
    return made as T;
  }

  private string(value: string): string {
    let copy = this.strings.get(value);
    if (copy === undefined) {
      copy = own(value);
      this.strings.set(copy, copy);
    }
    return copy;
  }
}
