import * as vscode from 'vscode';
import {
  type EntryEdit,
  type RenameEntryParams,
  renameEntryRequest,
  type ThreadIntentParams,
  threadIntentRequest,
} from '../../server/protocol/entries.ts';
import { type ThreadWay, type ThreadWayParams, threadWayRequest } from '../../server/protocol/moving-about.ts';
import { type OutlineRow, type OutlineTextParams, outlineTextRequest } from '../../server/protocol/outline.ts';
import type { OutlineLocation } from '../../server/protocol/positions.ts';
import { startOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { focusedRow } from '../views/focused-row.ts';
import { chooseFilter } from '../views/outline-filter.ts';
import { prefixOf } from '../views/outline-item.ts';
import type { TwistOutline } from '../views/twist-outline.ts';

type Intent = ThreadIntentParams['intent'];
type Action = (row: OutlineRow) => Promise<void>;

/** What can be done with the outline and its rows: from a row's menu, or from the keyboard with the row that has the focus. */
export function outlineCommands(server: Connection, outline: TwistOutline): vscode.Disposable[] {
  const command = (name: string, run: (...given: unknown[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, run);
  /** The row of a menu; a key gives none. What is given and is no row is passed over. */
  const rowFor = async (given: unknown): Promise<OutlineRow | undefined> =>
    given === undefined ? await focusedRow(outline.view) : isRow(given) ? given : undefined;
  const onRow = (action: Action) => async (given?: unknown) => {
    const row = await rowFor(given);
    if (row) await action(row);
  };
  /** What is done with a row that is selected is done with all that are selected with it. */
  const onRows = (action: (rows: readonly OutlineRow[]) => Promise<void>) => async (given?: unknown) => {
    const row = await rowFor(given);
    const { selection } = outline.view;
    if (row) await action(selection.some(({ id }) => id === row.id) ? outline.tree.outermost(selection) : [row]);
  };
  const mark = (intent: Intent) => onRows((rows) => markThreads(server, rows, intent));
  const copy = (list: readonly OutlineTextParams[]): Promise<void> => copyText(server, list);
  return [
    command('chekhov.outline.filter', () => chooseFilter(server, outline.filter)),
    command('chekhov.outline.changeFilter', () => chooseFilter(server, outline.filter)),
    command('chekhov.outline.clearFilter', () => outline.filter.set(undefined)),
    command('chekhov.outline.find', () => find()),
    command(
      'chekhov.outline.goToSetup',
      onRow((row) => goAlong(server, row, 'setup')),
    ),
    command(
      'chekhov.outline.goToPayoff',
      onRow((row) => goAlong(server, row, 'payoff')),
    ),
    command('chekhov.outline.markOpen', mark('open')),
    command('chekhov.outline.markMotif', mark('motif')),
    command('chekhov.outline.markHerring', mark('herring')),
    command('chekhov.outline.markOwed', mark('owed')),
    command(
      'chekhov.outline.rename',
      onRow((row) => rename(server, row)),
    ),
    command(
      'chekhov.outline.copy',
      onRows((rows) => copy(rows.map(({ id }) => ({ ...outline.params, id })))),
    ),
    command('chekhov.outline.copyAll', () => copy([outline.params])),
    command(
      'chekhov.outline.copyId',
      onRow(async ({ ref }) => {
        if (ref !== undefined) await vscode.env.clipboard.writeText(idOf(ref));
      }),
    ),
  ];
}

async function find(): Promise<void> {
  await vscode.commands.executeCommand('chekhov.twistOutline.focus');
  await vscode.commands.executeCommand('list.find');
}

async function goAlong(server: Connection, { location, ref, kind }: OutlineRow, to: keyof ThreadWay): Promise<void> {
  if (!location || ref === undefined || prefixOf(ref) !== 'thread') return;
  const { uri, range } = location;
  // A thread's own row stands at its first place, and is none of them.
  const params: ThreadWayParams = { uri, thread: idOf(ref), ...(kind !== 'thread' && { position: range.start }) };
  const way = await server.request<ThreadWay | null>(threadWayRequest, params);
  const found = way?.[to];
  if (found) return show(found);
  say(
    to === 'setup'
      ? vscode.l10n.t('Nothing plants “{0}”.', idOf(ref))
      : vscode.l10n.t('Nothing pays off “{0}” so far.', idOf(ref)),
  );
}

async function show({ uri, range }: OutlineLocation): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), { selection: startOf(range) });
}

/** One after the other: each is an edit of the text that the last one left. */
async function markThreads(server: Connection, rows: readonly OutlineRow[], intent: Intent): Promise<void> {
  const threads = new Map(rows.map((row) => [row.ref, row]));
  for (const row of threads.values()) await markThread(server, row, intent);
}

async function markThread(server: Connection, { location, ref }: OutlineRow, intent: Intent): Promise<void> {
  if (!location || ref === undefined || prefixOf(ref) !== 'thread') return;
  const params: ThreadIntentParams = { uri: location.uri, thread: idOf(ref), intent };
  const answer = await server.request<EntryEdit | null>(threadIntentRequest, params);
  if (answer && !answer.edit && !answer.refused) return say(vscode.l10n.t('“{0}” is marked so already.', idOf(ref)));
  await apply(server, answer);
}

async function rename(server: Connection, { location, ref }: OutlineRow): Promise<void> {
  if (!location || ref === undefined || !['thread', 'fact', 'character'].includes(prefixOf(ref))) return;
  const before = idOf(ref);
  const ask = (newName: string, check: boolean): Promise<EntryEdit | null | undefined> => {
    const params: RenameEntryParams = { uri: location.uri, ref, newName, check };
    return server.request<EntryEdit | null>(renameEntryRequest, params);
  };
  const newName = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename “{0}”', before),
    prompt: vscode.l10n.t('The new id, in the study and in every text of the season'),
    value: before,
    validateInput: async (typed) => (typed.trim() === before ? undefined : (await ask(typed, true))?.refused),
  });
  if (newName === undefined || newName.trim() === before) return;
  await apply(server, await ask(newName, false));
}

/** One step that one undo takes back, in every file that it concerns. */
async function apply(server: Connection, answer: EntryEdit | null | undefined): Promise<void> {
  if (answer?.refused) say(answer.refused);
  else if (!answer?.edit || !(await server.applyEdit(answer.edit)))
    say(vscode.l10n.t('Nothing was changed. The output channel “Chekhov” may say why.'));
}

async function copyText(server: Connection, list: readonly OutlineTextParams[]): Promise<void> {
  const texts = await Promise.all(list.map((params) => server.request<string | null>(outlineTextRequest, params)));
  const text = texts.join('');
  if (text) await vscode.env.clipboard.writeText(text);
  else say(vscode.l10n.t('There is nothing to copy.'));
}

function idOf(ref: string): string {
  return ref.slice(ref.indexOf(':') + 1);
}

/** Commands may be called by anything, with anything. */
function isRow(given: unknown): given is OutlineRow {
  return typeof given === 'object' && given !== null && 'id' in given && 'label' in given && 'kind' in given;
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
