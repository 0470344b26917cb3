import type { PrintedElement, PrintedType } from './element.ts';
import { withoutEmphasis } from './emphasis.ts';
import type { PageGeometry } from './format.ts';
import { linesOf } from './wrap.ts';

/**
 * What the page is filled with: what stays with the next paragraph (headings of scenes and acts), an action, a whole speech with
 * its cue, what stays with the paragraph before (transitions, the ends of acts), a forced page break.
 */
export type ParagraphKind = 'heading' | 'action' | 'speech' | 'transition' | 'break';

/**
 * A paragraph as its block keeps it: how high it is, and not its words, which are read again for the few that cross the
 * foot of a page. Offsets relative to the block.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly start: number;
  readonly end: number;
  /** In lines, without the blank ones before it. */
  readonly height: number;
  /** This speech stands beside the one before. */
  readonly dual: boolean;
  /** Blank lines before it, unless it is first on its page. None between the lines of a run of action, lyrics and centred lines. */
  readonly gap: number;
}

/** An element of a paragraph, as it is printed. */
export interface Part {
  readonly type: PrintedType;
  readonly text: string;
  readonly width: number;
  readonly element: PrintedElement;
}

const NONE: readonly Paragraph[] = [];

/** The paragraphs of a block. */
export function measureParagraphs(elements: readonly PrintedElement[], page: PageGeometry): readonly Paragraph[] {
  if (elements.length === 0) return NONE;
  return paragraphsOf(elements).map((group) => measure(group, page));
}

function measure(group: readonly PrintedElement[], page: PageGeometry): Paragraph {
  const first = group[0]!;
  const kind = kindOf(first);
  return {
    kind,
    start: first.start,
    end: group[group.length - 1]!.end,
    height: kind === 'break' ? 0 : heightOf(group, page),
    dual: first.dual,
    gap: first.type === 'scene_heading' ? page.blankBeforeHeading : first.blankBefore ? 1 : 0,
  };
}

/** The i-th paragraph of a block, as it is printed. */
export function partsOf(elements: readonly PrintedElement[], i: number, page: PageGeometry): Part[] {
  const group = groupsOf(elements)[i]!;
  const inSpeech = kindOf(group[0]!) === 'speech';
  return group.map((element) => ({
    type: element.type,
    text: withoutEmphasis(element.text),
    width: widthOf(element.type, page, inSpeech),
    element,
  }));
}

const groups = new WeakMap<readonly PrintedElement[], PrintedElement[][]>();

/** `paragraphsOf`, made once for elements that are asked about more than once. */
function groupsOf(elements: readonly PrintedElement[]): PrintedElement[][] {
  let found = groups.get(elements);
  if (!found) {
    found = paragraphsOf(elements);
    groups.set(elements, found);
  }
  return found;
}

/** The height of the i-th paragraph of a block, a speech, in one of two columns. */
export function columnHeightOf(elements: readonly PrintedElement[], i: number, page: PageGeometry): number {
  return partsOf(elements, i, page).reduce((height, part) => height + linesOf(part.text, columnWidthOf(part, page)), 0);
}

/** How far an element is set in in one of two columns. */
export function columnIndentOf({ type }: Part): number {
  return type === 'character' ? 6 : type === 'parenthetical' ? 3 : 0;
}

/** How wide an element is in one of two columns. */
export function columnWidthOf(part: Part, page: PageGeometry): number {
  return page.column - columnIndentOf(part);
}

function heightOf(group: readonly PrintedElement[], page: PageGeometry): number {
  const inSpeech = kindOf(group[0]!) === 'speech';
  let height = 0;
  for (const { text, type } of group) height += linesOf(withoutEmphasis(text), widthOf(type, page, inSpeech));
  return height;
}

const CONTINUED = "(CONT'D)";

/** The cue of a speech that goes on from the page before. */
export function continuedCue(cue: string): string {
  return cue.includes(CONTINUED) ? cue : `${cue} ${CONTINUED}`;
}

/** The elements of each paragraph: a cue and what belongs to its speech go together; all other elements stand alone. */
export function paragraphsOf(elements: readonly PrintedElement[]): PrintedElement[][] {
  const found: PrintedElement[][] = [];
  let speech: PrintedElement[] | undefined;
  for (const element of elements) {
    if (speech && belongsToSpeech(element)) {
      speech.push(element);
      continue;
    }
    const group = [element];
    speech = element.type === 'character' ? group : undefined;
    found.push(group);
  }
  return found;
}

function belongsToSpeech({ type }: PrintedElement): boolean {
  return type === 'dialogue' || type === 'parenthetical' || type === 'lyric';
}

function kindOf({ type, act }: PrintedElement): ParagraphKind {
  if (act) return act === 'begins' ? 'heading' : 'transition';
  switch (type) {
    case 'scene_heading':
      return 'heading';
    case 'transition':
      return 'transition';
    case 'page_break':
      return 'break';
    case 'character':
    case 'dialogue':
    case 'parenthetical':
      return 'speech';
    case 'action':
    case 'lyric':
    case 'centered':
      return 'action';
  }
}

function widthOf(type: PrintedType, page: PageGeometry, inSpeech: boolean): number {
  switch (type) {
    case 'character':
      return page.character;
    case 'parenthetical':
      return page.parenthetical;
    case 'dialogue':
      return page.dialogue;
    default:
      return inSpeech ? page.dialogue : page.action;
  }
}
