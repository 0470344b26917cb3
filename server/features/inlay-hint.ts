import { type InlayHint, type InlayHintParams, InlayHintRequest } from 'vscode-languageserver';
import { hintTooltip, inlayHints } from '../core/query/inlay-hints.ts';
import { spanOf } from '../lsp/positions.ts';
import { positionAt } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature } from './feature.ts';

/** What an inlay hint carries until somebody points at it. */
export interface HintData {
  readonly uri: string;
  readonly item: number;
  /** Of the document whose items it counts. */
  readonly version?: number;
}

/** Pages and lengths at headings. They hang on nothing but the text, so that nobody waits for other files. */
export const inlayHint: Feature<InlayHintParams, InlayHint[]> = {
  method: InlayHintRequest.method,
  empty: [],
  async handle({ textDocument, range }, session) {
    const { workspace, client } = session;
    const uri = canonical(textDocument.uri);
    const manuscript = await workspace.manuscript(uri);
    if (manuscript === undefined) return [];
    const version = workspace.document(uri)?.version;
    const { inlayHints: kinds } = session.settings(uri);
    return inlayHints(manuscript, spanOf(manuscript.text, range), kinds).map(({ offset, label, item }) => {
      const data: HintData = { uri, item, ...(version !== undefined && { version }) };
      const tooltip = client.resolvesHints ? undefined : hintTooltip(manuscript, item);
      return {
        position: positionAt(manuscript.text, offset),
        label,
        paddingLeft: true,
        ...(tooltip !== undefined && { tooltip }),
        data,
      };
    });
  },
};
