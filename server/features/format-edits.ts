import type { CancellationToken, TextEdit } from 'vscode-languageserver';
import { Script } from '../core/fountain/script.ts';
import type { FormatOptions } from '../core/script-language/format.ts';
import type { TextEdit as CoreEdit } from '../core/text/span.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Session } from './feature.ts';

/** What the formatting of a script asks for, as LSP has it; nothing for any other file. */
export async function formatted(
  session: Session,
  uri: string,
  token: CancellationToken,
  format: (script: Script, options: FormatOptions) => readonly CoreEdit[],
): Promise<TextEdit[]> {
  // The settings come with the season.
  await session.ready(token);
  const key = canonical(uri);
  const script = await session.workspace.manuscript(key);
  if (!(script instanceof Script)) return [];
  return format(script, session.settings(key).format).map((edit) => ({
    range: rangeOf(script.text, edit),
    newText: edit.insert,
  }));
}
