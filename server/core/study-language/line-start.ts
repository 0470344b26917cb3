/** Where the line begins in which an offset lies. (`lastIndexOf` takes a place before the text for its beginning.) */
export function lineStartAt(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
