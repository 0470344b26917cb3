import type { Command, Location, Position } from 'vscode-languageserver';
import type { LensSubject } from '../core/query/lenses/lens-text.ts';
import { type ShowPlacesArguments, showPlacesCommand } from '../protocol/client.ts';
import { oneLine } from './escape.ts';
import type { Session } from './feature.ts';

/** What a lens carries until somebody looks at it. */
export interface LensData extends LensSubject {
  readonly uri: string;
  /** Of the document whose items it counts. */
  readonly version?: number;
}

/**
 * What a lens says, and where a click leads: a command of the client, where it has that. Otherwise it is a line to be read,
 * which LSP writes as a command without a name.
 */
export function lensCommand(
  { client }: Session,
  title: string,
  from?: { readonly uri: string; readonly position: Position },
  places: readonly Location[] = [],
): Command {
  if (client.options.lensCommands !== true || !from || places.length === 0) return { title: plain(title), command: '' };
  const args: ShowPlacesArguments = [from.uri, from.position, places];
  return { title: plain(title), command: showPlacesCommand, arguments: [...args] };
}

/** The text of a script draws no icons. */
function plain(title: string): string {
  return oneLine(title).replace(/\$\(/g, '$\u200b(');
}
