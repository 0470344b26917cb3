import type { NodeType } from '../fountain/elements.ts';

/** What a line can be made into. */
export const lineKinds = [
  'scene_heading',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'transition',
  'centered',
  'lyric',
  'section',
  'synopsis',
] as const satisfies readonly NodeType[];

export type LineKind = (typeof lineKinds)[number];

/** The words of a trimmed line, without the marks that make it what it is. */
export function unmarked(text: string, type: NodeType): string {
  switch (type) {
    case 'scene_heading':
      return text.replace(/^\.(?=[\p{L}\p{N}])/u, '');
    case 'action':
      return text.replace(/^!/, '');
    case 'character':
      return text.replace(/^@[ \t]*/, '');
    case 'parenthetical':
      return text.slice(1, -1).trim();
    case 'transition':
      return text.replace(/^>[ \t]*/, '');
    case 'centered':
      return text.slice(1, -1).trim();
    case 'lyric':
      return text.replace(/^~[ \t]*/, '');
    case 'section':
      return text.replace(/^#+[ \t]*/, '');
    case 'synopsis':
      return text.replace(/^=[ \t]*/, '');
    case 'dialogue':
    case 'page_break':
    case 'title_page':
      return text;
  }
}

/** How words can be written as an element: by themselves first, then with the mark that forces it. */
export function waysToWrite(words: string, kind: LineKind): readonly string[] {
  switch (kind) {
    case 'scene_heading':
      return [words, `.${words}`];
    case 'action':
      return [words, `!${words}`];
    case 'character':
      return [words, `@${words}`];
    case 'parenthetical':
      return [/^\(.*\)$/.test(words) ? words : `(${words})`];
    case 'dialogue':
      return [words];
    case 'transition':
      return [words, `> ${words}`.trim()];
    case 'centered':
      return [`> ${words} <`];
    case 'lyric':
      return [`~${words}`];
    case 'section':
      return [`# ${words}`.trim()];
    case 'synopsis':
      return [`= ${words}`.trim()];
  }
}
