/// <reference path="./peers.d.ts" />

import { parser } from 'aw-parser';
import { Fountain } from 'fountain-js';

/**
 * The parsers for Fountain that npm has. `fountain-parser` 1.1.2 is not among them: it depends on a package that is only in
 * a git repository, and cannot be installed from the registry alone.
 */

const everything = {
  print_actions: true,
  print_dialogues: true,
  print_headers: true,
  print_notes: true,
  print_sections: true,
  print_synopsis: true,
};

/** aw-parser 0.1.1 with nothing left out. */
export function awTokens(text: string): readonly { type: string }[] {
  return parser.parse(text, everything).tokens;
}

/** fountain-js 1.2.4 with its tokens. */
export function fountainJsTokens(text: string): readonly { type: string }[] {
  return new Fountain().parse(text, true).tokens;
}

/** The text that fountain-js is given: it throws on a lyric that follows a cue. */
export function withoutLyrics(text: string): string {
  return text.replace(/^~/gm, '');
}
