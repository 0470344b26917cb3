import type { WorkspaceEdit } from 'vscode-languageserver';
import type { SourceText } from '../core/text/source-text.ts';
import type { TextEdit } from '../core/text/span.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Session } from './feature.ts';

/** Edits of one file, in the coordinates of its text as given. */
export interface FileEdits {
  readonly uri: string;
  readonly text: SourceText;
  readonly edits: readonly TextEdit[];
}

/** What is said of edits in other files than the one in which they were asked for. */
export interface Reach {
  readonly from: string;
  readonly label: string;
  /** The client shows them, and asks, before they are made; unless told otherwise it does. */
  readonly unasked?: true;
}

/** Edits of several files as one step; for the very versions that they were made for, where the client checks that. */
export function workspaceEditOf(session: Session, files: readonly FileEdits[], reach?: Reach): WorkspaceEdit {
  const { workspace, client } = session;
  const from = reach && canonical(reach.from);
  const changed = files
    .filter(({ edits }) => edits.length > 0)
    .map(({ uri, text, edits }) => ({
      uri: workspace.clientUri(uri),
      version: workspace.document(uri)?.version ?? null,
      isFar: from !== undefined && uri !== from,
      edits: edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.insert })),
    }));
  if (client.documentChanges && client.changeAnnotations && reach && changed.some(({ isFar }) => isFar)) {
    return {
      documentChanges: changed.map(({ uri, version, edits, isFar }) => ({
        textDocument: { uri, version },
        edits: isFar ? edits.map((edit) => ({ ...edit, annotationId: 'far' })) : edits,
      })),
      changeAnnotations: { far: { label: reach.label, needsConfirmation: reach.unasked !== true } },
    };
  }
  if (client.documentChanges)
    return { documentChanges: changed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
  return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
}
