import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { Completion } from '../core/study-language/complete.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { rangeOf } from '../workspace/lines.ts';
import type { EntryData } from './completion-resolve.ts';
import { escapeMarkdown } from './escape.ts';
import type { Session } from './feature.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  template: CompletionItemKind.Snippet,
  // As the outline and the colours have them, where they have any.
  person: CompletionItemKind.Function,
  extension: CompletionItemKind.EnumMember,
  heading: CompletionItemKind.Class,
  place: CompletionItemKind.Folder,
  time: CompletionItemKind.Event,
  transition: CompletionItemKind.Keyword,
  section: CompletionItemKind.Module,
};

/** What is offered, in its order, as LSP has it. Templates are for clients that know places to go on at. */
export function itemsOf(
  session: Session,
  uri: string,
  text: SourceText,
  offered: readonly Completion[],
): CompletionItem[] {
  const known = session.client.snippets ? offered : offered.filter(({ kind }) => kind !== 'template');
  return known.map((one, i) => itemOf(session, uri, text, one, i));
}

/**
 * An edit of all that is written of the word: what an editor takes for a word may end at a hyphen. The label is what that is
 * compared with, since an edit may also write a dash, a bracket or a quote.
 */
function itemOf(
  { client }: Session,
  uri: string,
  text: SourceText,
  { label, kind, edit, snippet, also, detail, says, brief, goesOn, entry }: Completion,
  order: number,
): CompletionItem {
  const withPlaces = snippet !== undefined && client.snippets;
  const { suggestCommand } = client.options;
  const data: EntryData | undefined = entry && { uri, ...entry };
  return {
    label,
    kind: kinds[kind],
    textEdit: { range: rangeOf(text, edit), newText: withPlaces ? snippet : edit.insert },
    insertTextFormat: withPlaces ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: String(order).padStart(5, '0'),
    filterText: also === undefined ? label : `${label} ${also}`,
    ...(detail && { detail }),
    ...(brief && says && client.labelDetails && { labelDetails: { description: says } }),
    ...(goesOn && suggestCommand && { command: { title: '', command: suggestCommand } }),
    ...(says && { documentation: documentationOf(client.markdownCompletions, says) }),
    ...(data && { data }),
  };
}

function documentationOf(markdown: boolean, text: string) {
  return markdown ? { kind: MarkupKind.Markdown, value: escapeMarkdown(text) } : text;
}
