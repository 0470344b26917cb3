import * as vscode from 'vscode';
import type { ShowPlacesArguments } from '../../server/protocol/client.ts';
import type { OutlineLocation } from '../../server/protocol/positions.ts';

/**
 * Shows places in other files from a place in this one, as references are shown: where a click on a code lens leads. It may
 * be called by anyone, so nothing is taken on trust.
 */
export async function showPlaces(...given: readonly unknown[]): Promise<void> {
  const [uri, position, locations] = given as Partial<ShowPlacesArguments>;
  if (typeof uri !== 'string' || !isPosition(position) || !Array.isArray(locations)) return;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    positionOf(position),
    locations.filter(isLocation).map(({ uri, range: { start, end } }) => {
      return new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(positionOf(start), positionOf(end)));
    }),
  );
}

type Position = OutlineLocation['range']['start'];

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(Math.max(0, line), Math.max(0, character));
}

function isPosition(value: unknown): value is Position {
  const { line, character } = (value ?? {}) as Partial<Position>;
  return Number.isInteger(line) && Number.isInteger(character);
}

function isLocation(value: unknown): value is OutlineLocation {
  const { uri, range } = (value ?? {}) as Partial<OutlineLocation>;
  return typeof uri === 'string' && isPosition(range?.start) && isPosition(range?.end);
}
