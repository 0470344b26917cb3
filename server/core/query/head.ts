import type { Manuscript } from '../manuscript.ts';
import type { Span } from '../text/span.ts';

/** Where the title page or front matter stands; undefined where there is none. */
export function headSpan({ kind, text, facts }: Manuscript): Span | undefined {
  if (Object.keys(facts.head).length === 0) return undefined;
  const closes =
    kind === 'script' ? (line: string) => line.trim() === '' : (line: string) => /^(---|\.\.\.)\s*$/.test(line);
  // A script's title page begins at its first line; front matter has a fence above and one below.
  for (let line = 1; line < text.lineCount; line++) {
    if (closes(text.lineText(line))) {
      return {
        start: 0,
        end: kind === 'script' ? text.lineStart(line) : text.lineStart(line) + text.lineText(line).length,
      };
    }
  }
  return { start: 0, end: text.length };
}
