import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionRequest,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { type Completion, completeStudy } from '../core/study-language/complete.ts';
import type { StudyQuery } from '../core/study-language/context.ts';
import { offsetAt } from '../lsp/positions.ts';
import { rangeOf } from '../workspace/lines.ts';
import { studyQueryOf } from './ask-study.ts';
import { completeInText } from './complete-in-text.ts';
import type { EntryData } from './completion-resolve.ts';
import { escapeMarkdown } from './escape.ts';
import type { Feature, Session } from './feature.ts';

/** What may stand at a place: in a study by its schema, in a text by what annotations and scripts are made of. */
export const completion: Feature<CompletionParams, CompletionList> = {
  method: CompletionRequest.method,
  empty: { isIncomplete: false, items: [] },
  async handle(params, session, token) {
    const study = await studyQueryOf(session, params.textDocument.uri, token);
    if (!study) return { isIncomplete: false, items: await completeInText(params, session, token) };
    const offered = completeStudy(study, offsetAt(study.text, params.position));
    return { isIncomplete: false, items: offered.map((one, i) => itemOf(session, study, one, i)) };
  },
};

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
};

/**
 * An edit of all that is written of the word: what an editor takes for a word may end at a hyphen. The label is what that is
 * compared with, since an edit may also write a dash, a bracket or a quote.
 */
function itemOf(
  { client }: Session,
  { uri, text }: StudyQuery,
  { label, kind, edit, snippet, detail, says, entry }: Completion,
  order: number,
): CompletionItem {
  const withPlaces = snippet !== undefined && client.snippets;
  const data: EntryData | undefined = entry && { uri, ...entry };
  return {
    label,
    kind: kinds[kind],
    textEdit: { range: rangeOf(text, edit), newText: withPlaces ? snippet : edit.insert },
    insertTextFormat: withPlaces ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: String(order).padStart(5, '0'),
    filterText: label,
    ...(detail && { detail }),
    ...(says && { documentation: documentationOf(client.markdownCompletions, says) }),
    ...(data && { data }),
  };
}

function documentationOf(markdown: boolean, text: string) {
  return markdown ? { kind: MarkupKind.Markdown, value: escapeMarkdown(text) } : text;
}
