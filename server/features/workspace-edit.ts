import type { WorkspaceEdit } from 'vscode-languageserver';
import type { SourceText } from '../core/text/source-text.ts';
import type { TextEdit } from '../core/text/span.ts';
import { rangeOf } from '../workspace/lines.ts';
import type { Session } from './feature.ts';

/** Edits of one file, in the coordinates of its text as given. */
export interface FileEdits {
  readonly uri: string;
  readonly text: SourceText;
  readonly edits: readonly TextEdit[];
}

/** Edits of several files as one step; for the very versions that they were made for, where the client checks that. */
export function workspaceEditOf(session: Session, files: readonly FileEdits[]): WorkspaceEdit {
  const { workspace, client } = session;
  const changed = files
    .filter(({ edits }) => edits.length > 0)
    .map(({ uri, text, edits }) => ({
      uri: workspace.clientUri(uri),
      version: workspace.document(uri)?.version ?? null,
      edits: edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.insert })),
    }));
  if (client.documentChanges)
    return { documentChanges: changed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
  return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
}
