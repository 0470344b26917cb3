import { Script } from '../core/fountain/script.ts';
import { numberScenes as numberingOf } from '../core/writing/scene-numbers.ts';
import { type NumberScenesParams, type NumberScenesResult, numberScenesRequest } from '../protocol/writing.ts';
import { rangeOf } from '../workspace/lines.ts';
import type { Feature } from './feature.ts';
import { changesOf, manuscriptFor } from './text-changes.ts';

/** What gives scenes their numbers, or takes these away. */
export const numberScenes: Feature<NumberScenesParams, NumberScenesResult | null> = {
  method: numberScenesRequest,
  empty: null,
  async handle({ uri, step }, session, token) {
    const script = await manuscriptFor(session, uri, token);
    if (!(script instanceof Script)) return null;
    const { edits, left } = numberingOf(script, step);
    return { edits: changesOf(script, edits), left: left.map((span) => rangeOf(script.text, span)) };
  },
};
