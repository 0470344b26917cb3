import * as vscode from 'vscode';
import {
  type CounterpartsParams,
  type CounterpartsResult,
  counterpartsRequest,
  type MoveParams,
  type MoveResult,
  moveRequest,
} from '../../server/protocol/moving-about.ts';
import type { OutlineLocation } from '../../server/protocol/positions.ts';
import { murmur } from '../murmur.ts';
import { plainPosition, positionOf, rangeOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { reveal } from './reveal.ts';

type Stride = MoveParams['stride'];

const MOVES: Readonly<Record<string, Pick<MoveParams, 'stride' | 'direction'>>> = {
  'chekhov.nextMark': { stride: 'mark', direction: 'next' },
  'chekhov.previousMark': { stride: 'mark', direction: 'previous' },
  'chekhov.nextUnpaid': { stride: 'unpaid', direction: 'next' },
  'chekhov.previousUnpaid': { stride: 'unpaid', direction: 'previous' },
  'chekhov.nextScene': { stride: 'scene', direction: 'next' },
  'chekhov.previousScene': { stride: 'scene', direction: 'previous' },
  'chekhov.nextAct': { stride: 'act', direction: 'next' },
  'chekhov.previousAct': { stride: 'act', direction: 'previous' },
};

/** The commands by which one moves about in a story. */
export function registerMoves(server: Connection): vscode.Disposable[] {
  return [
    ...Object.entries(MOVES).map(([command, how]) => vscode.commands.registerCommand(command, () => move(server, how))),
    vscode.commands.registerCommand('chekhov.goToCounterpart', () => goToCounterpart(server)),
    vscode.commands.registerCommand('chekhov.peekThread', () => peekThread(server)),
  ];
}

async function move(server: Connection, how: Pick<MoveParams, 'stride' | 'direction'>): Promise<void> {
  const here = cursor();
  if (!here) return;
  const found = await server.request<MoveResult | null>(moveRequest, { ...here, ...how } satisfies MoveParams);
  if (!found) return murmur(nowhere(how.stride));
  await reveal(found.location);
  if (found.wrapped)
    murmur(how.direction === 'next' ? vscode.l10n.t('From the beginning again') : vscode.l10n.t('From the end again'));
}

/** From a setup to its payoff, and back. Where there are several, they are looked at side by side. */
async function goToCounterpart(server: Connection): Promise<void> {
  const here = cursor();
  if (!here) return;
  const found = await server.request<CounterpartsResult | null>(counterpartsRequest, here);
  if (!found) return murmur(noThread());
  const [first, ...others] = found.locations;
  if (!first) {
    murmur(found.side === 'payoffs' ? vscode.l10n.t('Not paid off yet.') : vscode.l10n.t('Nothing sets this up.'));
  } else if (others.length === 0) await reveal(first);
  else await peek(here, found.locations);
}

async function peekThread(server: Connection): Promise<void> {
  const here = cursor();
  if (!here) return;
  const found = await server.request<CounterpartsResult | null>(counterpartsRequest, here);
  if (found?.everywhere.length) await peek(here, found.everywhere);
  else murmur(noThread());
}

async function peek({ uri, position }: CounterpartsParams, places: readonly OutlineLocation[]): Promise<void> {
  const locations = places.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), rangeOf(range)));
  const from = vscode.Uri.parse(uri);
  await vscode.commands.executeCommand('editor.action.peekLocations', from, positionOf(position), locations, 'peek');
}

function cursor(): CounterpartsParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  return { uri: editor.document.uri.toString(), position: plainPosition(editor.selection.active) };
}

function nowhere(stride: Stride): string {
  const words: Readonly<Record<Stride, string>> = {
    mark: vscode.l10n.t('No marks in this file.'),
    unpaid: vscode.l10n.t('No unpaid setups.'),
    scene: vscode.l10n.t('No more scenes.'),
    act: vscode.l10n.t('No more acts.'),
  };
  return words[stride];
}

function noThread(): string {
  return vscode.l10n.t('No setup, payoff or reveal on this line.');
}
