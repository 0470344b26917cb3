import { textMarks } from '../core/query/text-marks.ts';
import { type MarkRange, type MarksParams, marksRequest } from '../protocol/marks.ts';
import { rangeOf } from '../workspace/lines.ts';
import { contextOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** What is marked in a text: for the margin, the overview ruler, and dimming. */
export const marks: Feature<MarksParams, MarkRange[]> = {
  method: marksRequest,
  empty: [],
  repeatable: true,
  async handle({ uri }, session, token) {
    const context = await contextOf(session, uri, token);
    if (context === undefined) return [];
    const { text } = context.manuscript;
    return textMarks(context).map(({ kind, inferred, ...span }) => ({
      range: rangeOf(text, span),
      kind,
      ...(inferred && { inferred: true as const }),
    }));
  },
};
