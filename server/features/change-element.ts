import { Script } from '../core/fountain/script.ts';
import { changeElements } from '../core/writing/change-element.ts';
import { type ChangeElementParams, type ChangeElementResult, changeElementRequest } from '../protocol/writing.ts';
import type { Feature } from './feature.ts';
import { changesOf, manuscriptFor } from './text-changes.ts';

/** What makes lines another element. */
export const changeElement: Feature<ChangeElementParams, ChangeElementResult | null> = {
  method: changeElementRequest,
  empty: null,
  async handle({ uri, ranges, kind }, session, token) {
    const script = await manuscriptFor(session, uri, token);
    if (!(script instanceof Script)) return null;
    const stretches = ranges.map(({ start, end }) => ({ first: start.line, last: end.line }));
    const found = changeElements(script, stretches, kind);
    return typeof found === 'string' ? { edits: [], refused: found } : { edits: changesOf(script, found) };
  },
};
