import * as vscode from 'vscode';
import {
  type ChangeElementParams,
  type ChangeElementResult,
  changeElementRequest,
} from '../../server/protocol/writing.ts';
import { murmur } from '../murmur.ts';
import { plainRange } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { applyChanges } from './apply-changes.ts';

type Kind = ChangeElementParams['kind'];

/** Makes the lines of the selections another element: the one that is given, as from a keybinding, or the one that is chosen. */
export async function changeElement(server: Connection, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const kinds = elementNames();
  const chosen = isKind(given, kinds) ? given : await choose(kinds);
  if (!chosen) return;
  const { document } = editor;
  const { version } = document;
  const params: ChangeElementParams = {
    uri: document.uri.toString(),
    ranges: editor.selections.map(linesOf),
    kind: chosen,
  };
  const result = await server.request<ChangeElementResult | null>(changeElementRequest, params);
  if (!result) return murmur(vscode.l10n.t('Open a Fountain script to change what its lines are.'));
  if (result.refused) return murmur(whyNot(result.refused));
  await applyChanges(editor, version, result.edits);
}

/** A selection that ends at the beginning of a line has nothing of that line. */
function linesOf(selection: vscode.Selection): ChangeElementParams['ranges'][number] {
  const { start, end } = selection;
  if (end.character > 0 || end.line === start.line) return plainRange(selection);
  return plainRange(new vscode.Range(start, new vscode.Position(end.line - 1, 0)));
}

async function choose(kinds: ReadonlyMap<Kind, string>): Promise<Kind | undefined> {
  const items = [...kinds].map(([kind, label]) => ({ label, description: marks[kind], element: kind }));
  const title = vscode.l10n.t('Change Element To');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.element;
}

/** How Fountain writes each, where it has a mark. */
const marks: Readonly<Record<Kind, string>> = {
  scene_heading: '.',
  action: '!',
  character: '@',
  parenthetical: '( )',
  dialogue: '',
  transition: '>',
  centered: '> <',
  lyric: '~',
  section: '#',
  synopsis: '=',
};

function elementNames(): ReadonlyMap<Kind, string> {
  return new Map<Kind, string>([
    ['scene_heading', vscode.l10n.t('Scene Heading')],
    ['action', vscode.l10n.t('Action')],
    ['character', vscode.l10n.t('Character')],
    ['parenthetical', vscode.l10n.t('Parenthetical')],
    ['dialogue', vscode.l10n.t('Dialogue')],
    ['transition', vscode.l10n.t('Transition')],
    ['centered', vscode.l10n.t('Centred')],
    ['lyric', vscode.l10n.t('Lyric')],
    ['section', vscode.l10n.t('Section')],
    ['synopsis', vscode.l10n.t('Synopsis')],
  ]);
}

function isKind(given: unknown, kinds: ReadonlyMap<Kind, string>): given is Kind {
  return typeof given === 'string' && kinds.has(given as Kind);
}

function whyNot(refused: NonNullable<ChangeElementResult['refused']>): string {
  const why: Readonly<Record<typeof refused, string>> = {
    nothingThere: vscode.l10n.t('Nothing is written on this line but notes, if anything.'),
    titlePage: vscode.l10n.t('This is the title page. Its lines are no elements of the script.'),
    noSpeech: vscode.l10n.t('That stands in a speech, below a name.'),
    cannot: vscode.l10n.t('Fountain has no way to make that of these words here.'),
  };
  return why[refused];
}
