import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { SourceText } from '../core/text/source-text.ts';
import type { TextEdit } from '../core/text/span.ts';
import { difference } from '../workspace/drift.ts';
import type { OpenDocument } from '../workspace/open-document.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editOf } from './positions.ts';

/**
 * LSP's open documents, kept by the workspace: a change costs what it touches, while the library's own documents copy their
 * text with each.
 */
export function openDocuments(workspace: Workspace): TextDocuments<OpenDocument> {
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => workspace.open(uri, languageId, version, text),
    update: (document, changes, version) => {
      workspace.edit(document, version, editsOf(document.text, changes));
      return document;
    },
  });
  documents.onDidClose(({ document }) => workspace.close(document.uri));
  return documents;
}

/** The changes as edits, each in the coordinates left by the one before. */
function editsOf(text: SourceText, changes: readonly TextDocumentContentChangeEvent[]): TextEdit[] {
  let now = text;
  const edits: TextEdit[] = [];
  for (const change of changes) {
    // A client that always sends the whole text shall not cost a whole parse each time.
    const edit = 'range' in change ? editOf(now, change) : difference(now, change.text);
    if (edit === undefined) continue;
    edits.push(edit);
    if (change !== changes.at(-1)) now = now.replace(edit);
  }
  return edits;
}
