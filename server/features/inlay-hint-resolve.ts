import { type InlayHint, InlayHintResolveRequest } from 'vscode-languageserver';
import { hintTooltip } from '../core/query/inlay-hints.ts';
import type { Feature } from './feature.ts';
import type { HintData } from './inlay-hint.ts';

/** What the part below a heading holds. A hint of a text that has changed meanwhile is asked for anew. */
export const inlayHintResolve: Feature<InlayHint, InlayHint | null> = {
  method: InlayHintResolveRequest.method,
  empty: null,
  async handle(hint, { workspace }) {
    const { uri, item, version } = (hint.data ?? {}) as Partial<HintData>;
    if (typeof uri !== 'string' || typeof item !== 'number') return hint;
    const manuscript = await workspace.manuscript(uri);
    if (manuscript === undefined || workspace.document(uri)?.version !== version) return hint;
    const tooltip = hintTooltip(manuscript, item);
    return tooltip === undefined ? hint : { ...hint, tooltip };
  },
};
