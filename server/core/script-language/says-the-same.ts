import { headingAsPrinted } from '../fountain/headings.ts';
import type { Script } from '../fountain/script.ts';
import type { ScriptElement } from '../fountain/script-element.ts';
import type { PrintedElement } from '../pages/element.ts';
import { paragraphsOf } from '../pages/paragraph.ts';
import { printedElements } from '../pages/script-printing.ts';

/**
 * Whether two scripts have the same elements, in order, and print the same: headings as printed, without spaces at line ends,
 * and with blank lines between the same.
 */
export function saysTheSame(a: Script, b: Script): boolean {
  return areAlike(a.elements(), b.elements(), isSame) && areAlike(printed(a), printed(b), printsSame);
}

function areAlike<T>(some: Iterable<T>, others: Iterable<T>, alike: (one: T, other: T) => boolean): boolean {
  const rest = others[Symbol.iterator]();
  for (const one of some) {
    const other = rest.next();
    if (other.done || !alike(one, other.value)) return false;
  }
  return rest.next().done === true;
}

function isSame(a: ScriptElement, b: ScriptElement): boolean {
  return (
    a.type === b.type &&
    a.number === b.number &&
    a.depth === b.depth &&
    a.key === b.key &&
    (a.text === b.text || words(a) === words(b))
  );
}

function words({ type, text }: ScriptElement): string {
  return type === 'scene_heading' ? headingAsPrinted(text) : withoutLastSpaces(text);
}

type InParagraph = PrintedElement & { readonly begins: boolean };

/** What is printed, in order, and whether it begins a paragraph: a lyric of a speech stands elsewhere than one of its own. */
function* printed(script: Script): Iterable<InParagraph> {
  for (const { block, start } of script.blocks()) {
    const elements = printedElements(block, script.text.slice(start, start + block.length));
    for (const paragraph of paragraphsOf(elements)) {
      for (const element of paragraph) yield { ...element, begins: element === paragraph[0] };
    }
  }
}

function printsSame(a: InParagraph, b: InParagraph): boolean {
  return (
    a.begins === b.begins &&
    a.type === b.type &&
    a.dual === b.dual &&
    a.blankBefore === b.blankBefore &&
    withoutLastSpaces(a.text) === withoutLastSpaces(b.text)
  );
}

function withoutLastSpaces(text: string): string {
  return text.replace(/[ \t]+$/gm, '');
}
