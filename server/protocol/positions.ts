// Places and edits as LSP has them: lines and characters count from 0, in UTF-16 units. Uris are strings.

/** LSP's `Range`. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** LSP's `Location`. */
export interface OutlineLocation {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** LSP's `TextEdit`. */
export interface TextChange {
  readonly range: TextRange;
  readonly newText: string;
}
