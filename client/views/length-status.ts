import * as vscode from 'vscode';
import {
  type LengthsParams,
  type LengthsResult,
  lengthsRequest,
  type PartLength,
} from '../../server/protocol/scene.ts';
import { plainPosition, plainRange } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';

/** How many milliseconds after the last key or move the numbers are asked for. */
const PAUSE = 250;

/** Says in the status bar how long the script or treatment is, what is selected of it, and the scene at the cursor. */
export class LengthStatus implements vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #whole = vscode.window.createStatusBarItem('chekhov.length', vscode.StatusBarAlignment.Right, 92);
  readonly #scene = vscode.window.createStatusBarItem('chekhov.sceneLength', vscode.StatusBarAlignment.Right, 93);
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the questions, so that an answer that has been overtaken is dropped. */
  #asked = 0;

  constructor(server: Connection, stories: Stories) {
    this.#server = server;
    this.#stories = stories;
    this.#whole.name = vscode.l10n.t('Chekhov: Words and Pages');
    this.#whole.command = 'chekhov.outline.reveal';
    this.#scene.name = vscode.l10n.t('Chekhov: Length of the Scene');
    this.#scene.command = 'chekhov.threadsAtCursor.focus';
    this.#disposables = [
      this.#whole,
      this.#scene,
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon(0)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#soon(PAUSE);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#soon(PAUSE);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('chekhov.statusBar')) this.#soon(0);
      }),
      stories.onDidFind(() => this.#soon(0)),
      server.onDidChange(() => this.#soon(PAUSE)),
    ];
    this.#soon(0);
  }

  #soon(pause: number): void {
    // A text that is no story any more shows no numbers, and neither does the next one those of the last.
    if (pause === 0) this.#hide();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const editor = vscode.window.activeTextEditor;
    const settings = vscode.workspace.getConfiguration('chekhov.statusBar', editor?.document);
    const isShown = settings.get('length', true);
    if (!editor || !isShown || !this.#stories.any || !this.#isText(editor.document)) return this.#hide();
    const { document, selection, selections } = editor;
    const params: LengthsParams = {
      uri: document.uri.toString(),
      position: plainPosition(selection.active),
      selections: selections.filter(({ isEmpty }) => !isEmpty).map(plainRange),
    };
    const lengths = await this.#server.request<LengthsResult | null>(lengthsRequest, params);
    if (asked !== this.#asked) return;
    if (lengths) this.#show(lengths);
    else this.#hide();
  }

  #isText({ uri, languageId }: vscode.TextDocument): boolean {
    const mayBe = languageId === 'fountain' || languageId === 'markdown';
    return mayBe && this.#stories.isStory(uri, languageId);
  }

  #show({ whole, selected, scene }: LengthsResult): void {
    // Of a selection, pages that are begun count too.
    const pages = pagesOf(selected ? Math.ceil(selected.eighths / 8) : whole.pageCount);
    const words = wordsOf(selected ?? whole);
    this.#whole.text = selected ? vscode.l10n.t('{0} selected', words) : `${pages}, ${words}`;
    this.#whole.tooltip = table([
      [vscode.l10n.t('Whole text'), whole],
      [vscode.l10n.t('Selection'), selected],
      [vscode.l10n.t('This scene'), scene],
    ]);
    this.#whole.accessibilityInformation = { label: `${pages}, ${words}`, role: 'button' };
    this.#whole.show();
    this.#showScene(scene);
  }

  #showScene(scene: LengthsResult['scene']): void {
    if (!scene) {
      this.#scene.hide();
      return;
    }
    const minutes = minutesOf(scene);
    this.#scene.text = [vscode.l10n.t('Scene {0} pp', scene.pages), minutes].filter((part) => part !== '').join(' · ');
    this.#scene.tooltip = sceneCard(scene);
    const says = [scene.title, vscode.l10n.t('{0} pages', scene.pages), minutes].filter((part) => part !== '');
    this.#scene.accessibilityInformation = { label: says.join(', '), role: 'button' };
    this.#scene.show();
  }

  #hide(): void {
    this.#whole.hide();
    this.#scene.hide();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

function pagesOf(pages: number): string {
  return pages === 1 ? vscode.l10n.t('1 page') : vscode.l10n.t('{0} pages', grouped(pages));
}

function wordsOf({ words }: PartLength): string {
  return words === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', grouped(words));
}

/** A page is no stopwatch: to the nearest minute. */
function minutesOf({ minutes }: PartLength): string {
  if (minutes === undefined) return '';
  return minutes < 1 ? vscode.l10n.t('under 1 min') : vscode.l10n.t('~{0} min', grouped(Math.round(minutes)));
}

function wholeMinutes({ minutes = 0 }: PartLength): string {
  return minutes < 1 ? '< 1' : grouped(Math.round(minutes));
}

function grouped(number: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(number);
}

function sceneCard(scene: PartLength & { readonly title: string }): vscode.MarkdownString {
  const card = new vscode.MarkdownString();
  // A heading is somebody else's text.
  card.appendText(scene.title);
  card.appendMarkdown('\n\n');
  return card.appendMarkdown(table([[vscode.l10n.t('This scene'), scene]]).value);
}

function table(rows: readonly (readonly [string, PartLength | undefined])[]): vscode.MarkdownString {
  const there = rows.flatMap(([name, length]) => (length ? [{ name, length }] : []));
  const hasMinutes = there.some(({ length }) => length.minutes !== undefined);
  const heads = ['', vscode.l10n.t('Words'), vscode.l10n.t('Pages'), ...(hasMinutes ? [vscode.l10n.t('Minutes')] : [])];
  const lines = there.map(({ name, length }) => [
    name,
    grouped(length.words),
    length.pages,
    ...(hasMinutes ? [wholeMinutes(length)] : []),
  ]);
  const rule = heads.map((_, i) => (i === 0 ? ':--' : '--:'));
  return new vscode.MarkdownString([heads, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
}
