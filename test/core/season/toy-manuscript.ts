import type { Annotation } from '../../../server/core/annotations/annotation.ts';
import { parseAnnotation } from '../../../server/core/annotations/parse.ts';
import type { FactItem, FactRun, FileFacts } from '../../../server/core/facts/file-facts.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import type { Span, TextEdit } from '../../../server/core/text/span.ts';

export function toy(kind: 'script' | 'treatment', source: string): Manuscript {
  const items: { item: FactItem; span: Span; annotation?: Annotation }[] = [];
  const head: Record<string, string> = {};
  let at = 0;
  let inHead = kind === 'script' ? /^[A-Z][a-z]+:/.test(source) : source.startsWith('---\n');
  const lines = source.split('\n');
  for (const [n, line] of lines.entries()) {
    const span = { start: at, end: at + line.length };
    if (inHead) {
      const m = /^([\w ]+):\s*(.*)$/.exec(line);
      if (m) head[m[1]!.toLowerCase()] = m[2]!;
      else if (n > 0) inHead = false;
    } else {
      const section = /^(#+)\s+(.*)$/.exec(line.replace(/\[\[.*?\]\]/g, ''));
      if (section)
        items.push({ item: { type: 'section', level: section[1]!.length, title: section[2]!.trim() }, span });
      else if (kind === 'script') {
        const bare = line.replace(/\[\[.*?\]\]/g, '').trim();
        if (/^(INT|EXT)\./.test(bare)) items.push({ item: { type: 'scene', heading: bare }, span });
        else if (/^(THE END|> ?FADE OUT\.?|FADE OUT\.?)$/.test(bare))
          items.push({ item: { type: 'end', text: bare }, span });
        else if (/^[A-Z][A-Z ]+(\(.*\))?$/.test(bare) && (lines[n - 1] ?? '') === '' && (lines[n + 1] ?? '') !== '')
          items.push({ item: { type: 'cue', name: bare.replace(/\s*\(.*/, '') }, span });
      }
      for (const m of line.matchAll(/\[\[(.*?)\]\]|<!--(.*?)-->/g)) {
        const a = parseAnnotation(m[1] ?? m[2]!, at + m.index, m[1] !== undefined ? 'note' : 'comment');
        if (!a) continue;
        const item: FactItem = a.mark
          ? { type: 'mark', mark: a.mark, flawed: a.problems.length > 0 }
          : { type: 'slip', code: a.problems[0]!.code, word: a.kind.text };
        items.push({ item, span: { start: a.start, end: a.end }, annotation: a });
      }
    }
    at += line.length + 1;
  }
  const runs: FactRun[] = items.map(({ item }) => ({ items: [item] }));
  const facts: FileFacts = { kind, head, runs };
  return {
    kind,
    text: SourceText.of(source),
    facts,
    place: (i) => items[i]!.span,
    annotation: (i) => items[i]?.annotation,
    itemAt: (offset) => items.findLastIndex(({ span }) => span.start <= offset),
    edit(edits: readonly TextEdit[]) {
      let t = source;
      for (const e of edits) t = t.slice(0, e.start) + e.insert + t.slice(e.end);
      return toy(kind, t);
    },
  };
}
