import type { TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
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
  /** Edits that are made only if the user says so, one by one; never, where the client cannot ask. */
  readonly asked?: readonly TextEdit[];
}

/** What is said of edits in other files than the one in which they were asked for. */
export interface Reach {
  readonly from: string;
  readonly label: string;
  /** What is said of the edits that wait to be asked for. */
  readonly asks?: string;
  /** The client shows them, and asks, before they are made; unless told otherwise it does. */
  readonly unasked?: true;
}

/** Edits of several files as one step; for the very versions that they were made for, where the client checks that. */
export function workspaceEditOf(session: Session, files: readonly FileEdits[], reach?: Reach): WorkspaceEdit {
  const { workspace, client } = session;
  const from = reach && canonical(reach.from);
  const asks = client.documentChanges && client.changeAnnotations && reach !== undefined;
  const changed = files
    .map(({ uri, text, edits, asked = [] }) => {
      const written = (edit: TextEdit) => ({ range: rangeOf(text, edit), newText: edit.insert });
      return {
        uri: workspace.clientUri(uri),
        version: workspace.document(uri)?.version ?? null,
        isFar: from !== undefined && uri !== from,
        edits: edits.map(written),
        asked: asks ? asked.map(written) : [],
      };
    })
    .filter(({ edits, asked }) => edits.length > 0 || asked.length > 0);
  if (asks && changed.some(({ isFar, asked }) => isFar || asked.length > 0)) {
    const annotated = (edits: readonly LspTextEdit[], annotationId: string) =>
      edits.map((edit) => ({ ...edit, annotationId }));
    return {
      documentChanges: changed.map(({ uri, version, edits, asked, isFar }) => ({
        textDocument: { uri, version },
        edits: [...(isFar ? annotated(edits, 'far') : edits), ...annotated(asked, 'asked')],
      })),
      changeAnnotations: {
        ...(changed.some(({ isFar }) => isFar) && {
          far: { label: reach.label, needsConfirmation: reach.unasked !== true },
        }),
        ...(changed.some(({ asked }) => asked.length > 0) && {
          asked: { label: reach.asks ?? reach.label, needsConfirmation: true },
        }),
      },
    };
  }
  if (client.documentChanges)
    return { documentChanges: changed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
  return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
}
