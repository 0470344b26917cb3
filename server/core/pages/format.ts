/**
 * The printed page of a script. Everything is Courier 12: ten characters an inch across, six lines an inch down. Margins are
 * those of US scripts: 1.5 inches at the left, where it is bound, and one inch at the top, right and bottom.
 *
 * Sources: The Ultimate Screenplay Format Reference (trilane.com/ref/measure), Warner Brothers' guidelines
 * (tailslate.net/the-standard-script-format), Riley's The Hollywood Standard, Final Draft's own template. They agree on what
 * follows but for tenths of an inch. Warner's page of 60 lines, less the page number, the (CONTINUED)s and the blank lines
 * beside them, is the same 54 lines that nine inches hold; afterwriting and screenplain print one more, into the margin.
 */
export type PaperSize = 'letter' | 'a4';

export interface PageFormat {
  readonly paper: PaperSize;
  /**
   * Blank lines before a scene heading. One is what Trilane's reference recommends (it allows two) and what afterwriting,
   * Better Fountain, screenplain and Trelby print; Warner Brothers and Final Draft have two.
   */
  readonly blankBeforeHeading: 1 | 2;
}

export const usLetter: PageFormat = { paper: 'letter', blankBeforeHeading: 1 };
export const a4: PageFormat = { paper: 'a4', blankBeforeHeading: 1 };

/** What of a page a format comes to. Widths in characters, the page in lines. */
export interface PageGeometry {
  readonly lines: number;
  /** Headings, action, centred lines, transitions: from 1.5 inches to the right margin. */
  readonly action: number;
  /** From 2.5 to 6 inches. */
  readonly dialogue: number;
  /** From 3.1 to 5.6 inches. */
  readonly parenthetical: number;
  /** Cues, from 3.7 inches to the right margin. */
  readonly character: number;
  /** One of the two columns in which people speak at once. */
  readonly column: number;
  readonly blankBeforeHeading: number;
}

const LINES_AN_INCH = 6;
const CHARACTERS_AN_INCH = 10;
/** Width and height in inches; A4 is 210 by 297 mm. */
const SHEETS = { letter: { width: 8.5, height: 11 }, a4: { width: 210 / 25.4, height: 297 / 25.4 } };
const MARGIN = 1;
const LEFT = 1.5;
const CUE_LEFT = 3.7;
/** Characters between two columns. */
const GUTTER = 3;

const geometries = new Map<string, PageGeometry>();

/** The same object for the same format. */
export function geometryOf(format: PageFormat): PageGeometry {
  const key = `${format.paper} ${format.blankBeforeHeading}`;
  let geometry = geometries.get(key);
  if (!geometry) {
    geometry = measure(format);
    geometries.set(key, geometry);
  }
  return geometry;
}

function measure({ paper, blankBeforeHeading }: PageFormat): PageGeometry {
  const { width, height } = SHEETS[paper];
  const action = across(width - LEFT - MARGIN);
  const column = Math.floor((action - GUTTER) / 2);
  return {
    lines: Math.floor((height - 2 * MARGIN) * LINES_AN_INCH + ROUNDING),
    action,
    dialogue: across(3.5),
    parenthetical: across(2.5),
    character: across(width - CUE_LEFT - MARGIN),
    column,
    blankBeforeHeading,
  };
}

/** So that 3.8 inches, which no binary fraction is, hold 38 characters. */
const ROUNDING = 1e-9;

function across(inches: number): number {
  return Math.floor(inches * CHARACTERS_AN_INCH + ROUNDING);
}
