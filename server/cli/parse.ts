import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Script } from '../core/fountain/script.ts';
import type { ScriptElement } from '../core/fountain/script-element.ts';
import { textOf } from '../workspace/file-system.ts';
import { UsageError } from './usage-error.ts';

/** Adds `chekhov parse FILE`: the elements of a script as JSON. */
export function addParse(program: Command): void {
  program
    .command('parse')
    .description('print the elements of a script as JSON')
    .argument('<file>', 'a script in Fountain')
    .action(async (file: string) => {
      process.stdout.write(`${JSON.stringify({ elements: parsed(await readText(file)) })}\n`);
    });
}

/** One element of the output: a field that an element does not have is left out. */
export interface ParsedElement {
  readonly type: string;
  readonly text: string;
  /** Counts from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly key?: string;
  readonly number?: string;
  readonly name?: string;
  readonly extension?: string;
  readonly dual?: true;
  readonly depth?: number;
}

/** All elements of a text, from which a byte-order mark is dropped first. */
export function parsed(text: string): ParsedElement[] {
  const script = Script.parse(text.replace(/^\ufeff/, ''));
  const describe = (element: ScriptElement): ParsedElement => {
    const { type, start, end, key, number, name, extension, depth } = element;
    const line = script.text.lineAt(start);
    const dual = element.dual ? (true as const) : undefined;
    return { type, text: element.text, line, start, end, key, number, name, extension, dual, depth };
  };
  return Array.from(script.elements(), describe);
}

async function readText(file: string): Promise<string> {
  try {
    return textOf(await readFile(file));
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
}
