import { type GoToArguments, goToCommand } from '../protocol/client.ts';
import type { Place } from '../workspace/workspace.ts';
import type { Session } from './feature.ts';

/**
 * The address that leads to a place from a hover: the extension's own command where the client has it, else the file with
 * its line. Nothing of it comes from a text, but for the file's name, and that is escaped.
 */
export function hrefOf(session: Session, place: Place): string {
  const uri = session.workspace.clientUri(place.uri);
  const { line, character } = place.range.start;
  if (session.client.options.commandLinks !== true) return `${closed(encodeUnsafe(uri))}#L${line + 1},${character + 1}`;
  const args: GoToArguments = [uri, line, character];
  return `command:${goToCommand}?${closed(encodeURIComponent(JSON.stringify(args)))}`;
}

/** The page of a rule, where there is one to open. It is a file, since VS Code lets the code of a problem call no command. */
export function rulePageOf({ client, rulePages }: Session, code: string): string | undefined {
  const folder = client.options.rulePages ?? rulePages;
  return folder && `${folder}${code}.md`;
}

/** Without what would end the address of a Markdown link. */
function closed(address: string): string {
  return address.replace(/[()'!*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An editor may have left in its URI what a URI must not have. */
function encodeUnsafe(uri: string): string {
  return uri.replace(/[\s<>"\\`{}|^]/g, encodeURIComponent);
}
