import * as vscode from 'vscode';
import {
  type AnnotationChoicesParams,
  type AnnotationChoicesResult,
  annotationChoicesRequest,
  type InsertAnnotationParams,
  insertAnnotationRequest,
} from '../../server/protocol/annotating.ts';
import type { TextChange } from '../../server/protocol/positions.ts';
import { murmur } from '../murmur.ts';
import { plainPosition } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { applyChanges } from './apply-changes.ts';

/** The longest selection that is taken for the title of something, in UTF-16 units. */
const LONGEST_TITLE = 60;

/**
 * Writes an annotation at each cursor: of which kind, and about what, is chosen from lists.
 *
 * @param keys what else it says, `at=41:30`
 */
export async function insertAnnotation(server: Connection, keys = ''): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const kind = await chooseKind(server, editor);
  if (kind !== undefined) await annotate(server, editor, kind, titleIn(editor), keys);
}

/** Writes behind what is selected that it sets something up, or pays it off; its words may become the thread's title. */
export async function wrapSelection(server: Connection, kind: 'setup' | 'payoff'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) await annotate(server, editor, kind, titleIn(editor), '');
}

async function annotate(
  server: Connection,
  editor: vscode.TextEditor,
  kind: string,
  title: string,
  keys: string,
): Promise<void> {
  const { document, selections } = editor;
  const { version } = document;
  const uri = document.uri.toString();
  const word = await chooseWord(server, uri, kind, title);
  if (word === undefined) return;
  const positions = selections.map(({ end }) => plainPosition(end));
  const body = `${kind}: ${[word, keys].filter((part) => part !== '').join(' ')}`.trim();
  const params: InsertAnnotationParams = { uri, positions, body };
  const edits = await server.request<TextChange[] | null>(insertAnnotationRequest, params);
  if (!edits) return murmur(vscode.l10n.t('No annotation can stand here.'));
  if (!(await applyChanges(editor, version, edits))) return;
  const [edit, ...others] = edits;
  if (!edit || others.length > 0) return;
  // The cursor stands behind what was written: one goes on writing.
  const { line, character } = edit.range.start;
  const behind = new vscode.Position(line, character + edit.newText.trimEnd().length);
  editor.selection = new vscode.Selection(behind, behind);
}

/** What is selected, if it may be a title. */
function titleIn({ document, selection }: vscode.TextEditor): string {
  const text = document.getText(selection).trim();
  return text.length <= LONGEST_TITLE && !/[\r\n]/.test(text) ? text : '';
}

async function chooseKind(server: Connection, editor: vscode.TextEditor): Promise<string | undefined> {
  const params: AnnotationChoicesParams = { uri: editor.document.uri.toString() };
  const found = await server.request<AnnotationChoicesResult | null>(annotationChoicesRequest, params);
  if (!found) {
    murmur(vscode.l10n.t('Open a script or treatment to annotate.'));
    return undefined;
  }
  const items = found.choices.map(({ word, says }) => ({ label: word, ...(says && { detail: says }) }));
  const title = vscode.l10n.t('Insert Annotation');
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.label;
}

/** What the annotation is about: something that is there, or something new by what is typed. Undefined where nothing is chosen. */
async function chooseWord(server: Connection, uri: string, kind: string, title: string): Promise<string | undefined> {
  const ask = (title: string): Promise<AnnotationChoicesResult | null | undefined> => {
    const params: AnnotationChoicesParams = { uri, kind, title };
    return server.request(annotationChoicesRequest, params);
  };
  const found = await ask(title);
  if (!found) {
    murmur(vscode.l10n.t('Open a script or treatment to annotate.'));
    return undefined;
  }
  const { choices, names, fresh } = found;
  const prompt = vscode.l10n.t('Annotate: {0}', kind);
  if (names === 'prose') return vscode.window.showInputBox({ title: prompt });
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice>();
    const there = choices.map(({ word, says }): Choice => ({ label: word, ...(says && { detail: says }), word }));
    // What is selected is most likely set up for the first time; what is typed is most likely there.
    const show = (fresh: string | undefined, isTyped: boolean): void => {
      const added = fresh === undefined ? [] : [newChoice(fresh, names)];
      pick.items = kind === 'setup' && !isTyped ? [...added, ...there] : [...there, ...added];
    };
    let asked = 0;
    show(fresh, false);
    pick.title = prompt;
    pick.matchOnDetail = true;
    pick.placeholder = names === 'nothing' || names === 'rules' ? '' : vscode.l10n.t('Choose one, or type a new title');
    pick.onDidChangeValue(async (value) => {
      const mine = ++asked;
      const isTyped = value.trim() !== '';
      const now = isTyped ? (await ask(value))?.fresh : fresh;
      if (mine === asked) show(now, isTyped);
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      // Where nothing is named, a word of one's own will do.
      resolve(chosen?.word ?? (names === 'nothing' ? pick.value.trim() : undefined));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

interface Choice extends vscode.QuickPickItem {
  readonly word: string;
}

function newChoice(fresh: string, names: AnnotationChoicesResult['names']): Choice {
  const description = names === 'facts' ? vscode.l10n.t('a new fact') : vscode.l10n.t('a new thread');
  return { label: fresh, description, iconPath: new vscode.ThemeIcon('add'), word: fresh, alwaysShow: true };
}
