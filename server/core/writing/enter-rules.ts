/** The language's own rule, by which an editor begins a new element after Enter at once, whatever it asks a server. */
export interface EnterRule {
  /** The line up to the cursor, and the line above it. */
  readonly beforeText: RegExp;
  readonly previousLineText?: RegExp;
}

/** Blank, or as good as that: sections and synopses are never printed. */
const blank = /^\s*$|^\s*#|^\s*=(?!=*\s*$)/;
/** In capitals, but for extensions in brackets; and no heading, transition, or line of the title page. */
const cue =
  /^(?:@\s*[^\s^].*|(?!\s*(?:INT(?:\/EXT)?|EXT(?:\/INT)?|EST|I\/E)[. ])(?![#=>.!~(])(?=[^(]*\p{Lu})[^\p{Ll}(:]+(?:\([^()]*\)[\s^]*)*)$/u;

/**
 * The rules of `syntaxes/fountain.language-configuration.json` (a test holds the two together): all that follows the cursor on
 * its line is blank, and below it begins, after a blank line, the next element. Such rules see two lines of a text and cannot
 * know all; where they are wrong, `writingKeys` says so, and where they see too little, it says what they cannot.
 */
export const enterRules: readonly EnterRule[] = [
  // Scene headings: with a prefix, and forced.
  { beforeText: /^(?:int(?:\/ext)?|ext(?:\/int)?|est|i\/e)(?:\.| +\S)/i, previousLineText: blank },
  { beforeText: /^\.[\p{L}\p{N}]/u, previousLineText: blank },
  // Transitions: in capitals, and forced; `> so <` is centred.
  { beforeText: /^[^\p{Ll}]*TO:$/u, previousLineText: blank },
  { beforeText: /^>(?!.*<\s*$).*\S/, previousLineText: blank },
  // Sections.
  { beforeText: /^#/ },
  // What is said below a name or a parenthetical; a bracket that is not closed yet, too.
  { beforeText: /^(?:[^\s(!~#]|\((?!.*\)\s*$))/, previousLineText: cue },
  { beforeText: /^(?:[^\s(!~#]|\((?!.*\)\s*$))/, previousLineText: /^\(.*\)\s*$/ },
];

/** Whether one of the rules begins a new element. */
export function beginsElement(before: string, after: string, above: string): boolean {
  return (
    /^\s*$/.test(after) &&
    enterRules.some(
      ({ beforeText, previousLineText }) => beforeText.test(before) && (previousLineText?.test(above) ?? true),
    )
  );
}
