import type { CancellationToken } from 'vscode-languageserver';
import type { Manuscript } from '../core/manuscript.ts';
import type { TextEdit } from '../core/text/span.ts';
import type { TextChange } from '../protocol/positions.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Session } from './feature.ts';

/** The script or treatment that a command of a writer is about; undefined for any other file. */
export async function manuscriptFor(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Manuscript | undefined> {
  await session.ready(token);
  return session.workspace.manuscript(canonical(uri));
}

/** Edits of the core as LSP has them. */
export function changesOf({ text }: Manuscript, edits: readonly TextEdit[]): TextChange[] {
  return edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.insert }));
}
