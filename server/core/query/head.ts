import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import type { Span } from '../text/span.ts';

/** Where the title page or front matter stands; undefined where there is none. */
export function headSpan(manuscript: Manuscript): Span | undefined {
  if (manuscript instanceof Script) {
    const entries = manuscript.titlePage();
    const last = entries.at(-1);
    return last && { start: entries[0]!.start, end: last.end };
  }
  return frontMatter(manuscript);
}

/** Between its fences, with them. */
function frontMatter({ text, facts }: Manuscript): Span | undefined {
  if (Object.keys(facts.head).length === 0) return undefined;
  for (let line = 1; line < text.lineCount; line++) {
    const content = text.lineText(line);
    if (/^(---|\.\.\.)\s*$/.test(content)) return { start: 0, end: text.lineStart(line) + content.length };
  }
  return undefined;
}
