import { formatEighths } from '../core/pages/length.ts';
import { type TextLength, textLengths } from '../core/query/text-length.ts';
import { offsetAt } from '../lsp/positions.ts';
import { type LengthsParams, type LengthsResult, lengthsRequest, type PartLength } from '../protocol/scene.ts';
import type { Feature } from './feature.ts';

/** How long a text is, what is selected of it, and the scene at the cursor. It is about the open text alone. */
export const lengths: Feature<LengthsParams, LengthsResult | null> = {
  method: lengthsRequest,
  empty: null,
  handle({ uri, position, selections }, session) {
    const manuscript = session.workspace.document(uri)?.manuscript;
    if (!manuscript) return null;
    const { text } = manuscript;
    const spans = selections.map(({ start, end }) => ({ start: offsetAt(text, start), end: offsetAt(text, end) }));
    const { whole, selected, scene } = textLengths(manuscript, offsetAt(text, position), spans);
    return {
      whole: { ...partOf(whole), pageCount: whole.pageCount },
      ...(selected && { selected: partOf(selected) }),
      ...(scene && { scene: { ...partOf(scene), title: scene.title } }),
    };
  },
};

function partOf({ words, eighths, minutes }: TextLength): PartLength {
  return { words, eighths, pages: formatEighths(eighths), ...(minutes !== undefined && { minutes }) };
}
