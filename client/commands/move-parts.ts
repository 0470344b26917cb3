import * as vscode from 'vscode';
import {
  type MoveEdits,
  type MovePartsParams,
  type MovePartsResult,
  type MovePlace,
  type MovingRow,
  movePartsRequest,
  type ShiftPartParams,
  shiftPartRequest,
} from '../../server/protocol/moving-parts.ts';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import type { OutlineLocation } from '../../server/protocol/positions.ts';
import { murmur } from '../murmur.ts';
import { rangeOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { focusedRow } from '../views/focused-row.ts';
import type { TwistOutline } from '../views/twist-outline.ts';
import { whyNotMoved } from './move-refusals.ts';

type Way = ShiftPartParams['by'];

/** How many milliseconds the outline has to show what was moved, before it is let be. */
const PATIENCE = 3000;

/** Moves scenes, acts and marks in their texts: dropped in the outline, or up and down from the keyboard. One at a time. */
export class PartMover implements vscode.Disposable {
  readonly #server: Connection;
  readonly #outline: TwistOutline;
  readonly #disposables: vscode.Disposable[];
  #moving = false;

  constructor(server: Connection, outline: TwistOutline) {
    this.#server = server;
    this.#outline = outline;
    const command = (name: string, run: (given: unknown) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(name, (given: unknown) => this.#alone(() => run(given)));
    this.#disposables = [
      outline.onDidDrop(({ rows, target }) => this.#alone(() => this.#drop(rows, target))),
      command('chekhov.moveSceneUp', () => this.#shiftAtCursor('up')),
      command('chekhov.moveSceneDown', () => this.#shiftAtCursor('down')),
      command('chekhov.outline.moveUp', (given) => this.#shiftRow(given, 'up')),
      command('chekhov.outline.moveDown', (given) => this.#shiftRow(given, 'down')),
    ];
  }

  /** What comes while something moves is dropped: the rows and positions that it was meant for are no more. */
  async #alone(move: () => Promise<void>): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    try {
      await move();
    } finally {
      this.#moving = false;
    }
  }

  async #drop(rows: readonly OutlineRow[], target: OutlineRow): Promise<void> {
    if (this.#outline.params.by !== 'structure') {
      return say(vscode.l10n.t('Arrange the outline by structure to move scenes, acts and marks.'));
    }
    const moving = rows.map(placed);
    const onto = placed(target);
    if (!onto) return say(whyNotMoved({ why: 'noPlace' }));
    if (moving.some((row) => row === undefined)) return say(whyNotMoved({ why: 'cannotMove' }));
    const params: MovePartsParams = { rows: moving.filter((row) => row !== undefined), target: onto };
    const uris = [...params.rows, onto].map(({ location }) => location.uri);
    await this.#show(rows[0]!, await this.#move(movePartsRequest, params, uris, say));
  }

  async #shiftRow(given: unknown, by: Way): Promise<void> {
    const row = (given as OutlineRow | undefined) ?? (await focusedRow(this.#outline.view));
    if (!row?.location || (row.kind !== 'scene' && row.kind !== 'act')) return;
    const { uri, range } = row.location;
    const params: ShiftPartParams = { kind: row.kind, uri, position: range.start, by };
    await this.#show(row, await this.#move(shiftPartRequest, params, [uri], murmur));
  }

  /** The cursor stays where it is in the scene. */
  async #shiftAtCursor(by: Way): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const { line, character } = selection.active;
    const uri = document.uri.toString();
    const params: ShiftPartParams = { kind: 'scene', uri, position: { line, character }, by };
    const moved = await this.#move(shiftPartRequest, params, [uri], murmur);
    if (!moved?.from || !moved.to) return;
    const lines = moved.to.position.line - moved.from.position.line;
    const along = (position: vscode.Position) =>
      document.validatePosition(new vscode.Position(Math.max(0, position.line + lines), position.character));
    editor.selection = new vscode.Selection(along(selection.anchor), along(selection.active));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Undefined where nothing was moved, which has been said. */
  async #move(
    request: string,
    params: MovePartsParams | ShiftPartParams,
    uris: readonly string[],
    refuse: (message: string) => void,
  ): Promise<MovePartsResult | undefined> {
    // Opened first, so that the server answers for a version of each.
    const documents = await Promise.all([...new Set(uris)].map((uri) => open(uri)));
    if (documents.includes(undefined)) {
      say(vscode.l10n.t('The file cannot be opened. Nothing was moved.'));
      return undefined;
    }
    const result = await this.#server.request<MovePartsResult | null>(request, params);
    if (!result || result.refused) {
      const why = result?.refused;
      if (why?.why !== 'already') refuse(why ? whyNotMoved(why) : noAnswer());
      return undefined;
    }
    const readOnly = await firstReadOnly(result.edits);
    if (readOnly) say(vscode.l10n.t('“{0}” cannot be written. Nothing was moved.', nameOf(readOnly)));
    else if (!(await isCurrent(result.edits))) say(whyNotMoved({ why: 'stale' }));
    else if (await vscode.workspace.applyEdit(editOf(result.edits))) return result;
    else say(vscode.l10n.t('Nothing was moved.'));
    return undefined;
  }

  /** Selects the row of what was moved, as soon as the outline has it where it is now. */
  async #show(moved: OutlineRow, result: MovePartsResult | undefined): Promise<void> {
    const { view } = this.#outline;
    if (!result?.to || !view.visible) return;
    const row = await this.#rowAt(moved, result.to);
    // Where other rows have come meanwhile, nothing is selected.
    if (row) await view.reveal(row, { select: true, focus: true, expand: false }).then(undefined, () => undefined);
  }

  #rowAt(moved: OutlineRow, place: MovePlace): Promise<OutlineRow | undefined> {
    const look = () => this.#outline.tree.find((row) => isMoved(row, moved, place));
    return new Promise((resolve) => {
      const done = (row: OutlineRow | undefined): void => {
        clearTimeout(timer);
        shown.dispose();
        // The view hears of its new rows after everybody else.
        setTimeout(() => resolve(row));
      };
      const shown = this.#outline.onDidShow(() => {
        const row = look();
        if (row) done(row);
      });
      const timer = setTimeout(() => done(look()), PATIENCE);
    });
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

function placed({ kind, location }: OutlineRow): MovingRow | undefined {
  return location && { kind, location };
}

/** Whether a row is called as the moved one was, and stands where that is now. */
function isMoved({ kind, label, location }: OutlineRow, moved: OutlineRow, place: MovePlace): boolean {
  return kind === moved.kind && label === moved.label && location !== undefined && isAt(location, place);
}

function isAt({ uri, range: { start } }: OutlineLocation, place: MovePlace): boolean {
  const { line, character } = place.position;
  return start.line === line && start.character === character && spelled(uri) === spelled(place.uri);
}

/** A URI as VS Code spells it. */
function spelled(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

async function open(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  } catch {
    return undefined;
  }
}

/** Whether the texts are those that the edits were made for. */
async function isCurrent(files: readonly MoveEdits[]): Promise<boolean> {
  for (const { uri, version } of files) {
    const document = await open(uri);
    if (!document || (version === null ? document.isDirty : document.version !== version)) return false;
  }
  return true;
}

async function firstReadOnly(files: readonly MoveEdits[]): Promise<vscode.Uri | undefined> {
  for (const file of files) {
    const uri = vscode.Uri.parse(file.uri);
    if (await isReadOnly(uri)) return uri;
  }
  return undefined;
}

/** As far as an extension can know: the file system, the file, or the user's settings say so. */
async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || (await isFixedBySettings(uri))) return true;
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
  return stat?.permissions === vscode.FilePermission.Readonly;
}

async function isFixedBySettings(uri: vscode.Uri): Promise<boolean> {
  const document = await open(uri.toString());
  const settings = vscode.workspace.getConfiguration('files', uri);
  const isIn = (name: string) =>
    Object.entries(settings.get<Record<string, boolean>>(name, {})).some(
      ([pattern, yes]) => yes && document !== undefined && vscode.languages.match({ pattern }, document) > 0,
    );
  return isIn('readonlyInclude') && !isIn('readonlyExclude');
}

/** All files as one edit: one undo takes it back. */
function editOf(files: readonly MoveEdits[]): vscode.WorkspaceEdit {
  const all = new vscode.WorkspaceEdit();
  for (const { uri, edits } of files) {
    for (const { range, newText } of edits) all.replace(vscode.Uri.parse(uri), rangeOf(range), newText);
  }
  return all;
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function noAnswer(): string {
  return vscode.l10n.t('The language server does not answer. The output channel “Chekhov” says more.');
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
