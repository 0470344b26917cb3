import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
} from 'vscode-languageserver';
import type { Highlight } from '../core/query/answers.ts';
import { highlights } from '../core/query/highlights.ts';
import { rangeOf } from '../workspace/lines.ts';
import { askAt } from './ask.ts';
import type { Feature } from './feature.ts';

const kinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  text: DocumentHighlightKind.Text,
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

export const documentHighlight: Feature<DocumentHighlightParams, DocumentHighlight[]> = {
  method: DocumentHighlightRequest.method,
  empty: [],
  async handle(params, session, token) {
    const asked = await askAt(session, params, token, highlights);
    if (asked === undefined) return [];
    const { text } = asked.context.manuscript;
    return asked.answer.map((highlight) => ({ range: rangeOf(text, highlight), kind: kinds[highlight.kind] }));
  },
};
