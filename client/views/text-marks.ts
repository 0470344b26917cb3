import * as vscode from 'vscode';
import { type MarkRange, type MarksParams, marksRequest } from '../../server/protocol/marks.ts';
import type { TextRange } from '../../server/protocol/positions.ts';
import { rangeOf, startOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';
import { Dimming } from './dimming.ts';
import { follow } from './follow.ts';
import { editorsOf, VisibleTexts } from './visible-texts.ts';

type Sign = Exclude<MarkRange['kind'], 'note'>;

/** Of several marks on a line the margin has room for one: the first of these. */
const SIGNS: readonly Sign[] = ['payoff', 'reveal', 'turn', 'setup', 'herring', 'reminder'];

const SETTINGS = ['chekhov.marks.gutter', 'chekhov.marks.overviewRuler', 'chekhov.annotations.dim'];

/**
 * Shows what is marked in the text: a sign in the margin, a line in the overview ruler, and the annotations themselves dimmed
 * while nobody is at them. Where the marks are, the server says; between its answers they follow the edits.
 */
export class TextMarks implements vscode.Disposable {
  readonly #server: Connection;
  readonly #margin: ReadonlyMap<Sign, vscode.TextEditorDecorationType>;
  readonly #ruler: ReadonlyMap<Sign, vscode.TextEditorDecorationType>;
  readonly #dimming = new Dimming();
  readonly #marks = new WeakMap<vscode.TextDocument, readonly MarkRange[]>();
  readonly #disposables: vscode.Disposable[];

  constructor(server: Connection, stories: Stories, media: vscode.Uri) {
    this.#server = server;
    const perSign = (make: (sign: Sign) => vscode.DecorationRenderOptions) =>
      new Map(SIGNS.map((sign) => [sign, vscode.window.createTextEditorDecorationType(make(sign))]));
    this.#margin = perSign((sign) => ({
      light: { gutterIconPath: vscode.Uri.joinPath(media, `${sign}-light.svg`) },
      dark: { gutterIconPath: vscode.Uri.joinPath(media, `${sign}-dark.svg`) },
      gutterIconSize: '65%',
    }));
    this.#ruler = perSign((sign) => ({
      overviewRulerColor: new vscode.ThemeColor(`chekhov.${sign}Foreground`),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    }));
    this.#disposables = [
      ...this.#margin.values(),
      ...this.#ruler.values(),
      this.#dimming,
      vscode.workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      new VisibleTexts(server, stories, SETTINGS, (document) => this.#draw(document)),
    ];
  }

  async #draw(document: vscode.TextDocument): Promise<boolean> {
    const { version } = document;
    const params: MarksParams = { uri: document.uri.toString() };
    const marks = await this.#server.request<MarkRange[]>(marksRequest, params);
    if (document.isClosed || marks === undefined) return true;
    if (document.version !== version) return false;
    this.#marks.set(document, marks);
    const settings = vscode.workspace.getConfiguration('chekhov', document.uri);
    const margin = settings.get<boolean>('marks.gutter', true) ? inMargin(marks) : [];
    const ruler = settings.get<boolean>('marks.overviewRuler', true) ? marks : [];
    for (const editor of editorsOf(document)) {
      for (const sign of SIGNS) {
        editor.setDecorations(this.#margin.get(sign)!, signsAt(margin, sign));
        editor.setDecorations(this.#ruler.get(sign)!, signsAt(ruler, sign));
      }
    }
    this.#dimming.set(document, annotationsAmong(marks));
    return true;
  }

  /** What is drawn, VS Code moves by itself; what is kept for dimming is moved here. */
  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const marks = this.#marks.get(document);
    if (!marks || contentChanges.length === 0) return;
    const moved = marks.map((mark) => ({ ...mark, range: contentChanges.reduce<TextRange>(follow, mark.range) }));
    this.#marks.set(document, moved);
    this.#dimming.follow(document, annotationsAmong(moved));
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

/** A mention is prose, and is never dimmed. */
function annotationsAmong(marks: readonly MarkRange[]): vscode.Range[] {
  return marks.filter(({ inferred }) => !inferred).map(({ range }) => rangeOf(range));
}

/** One mark a line. */
function inMargin(marks: readonly MarkRange[]): MarkRange[] {
  const lines = new Map<number, MarkRange>();
  const rank = ({ kind }: MarkRange) => (kind === 'note' ? SIGNS.length : SIGNS.indexOf(kind));
  for (const mark of marks) {
    const { line } = mark.range.start;
    const there = lines.get(line);
    if (!there || rank(mark) < rank(there)) lines.set(line, mark);
  }
  return [...lines.values()];
}

/** Where the marks of a sign begin: a line that is wrapped has one sign, not one for each of its rows. */
function signsAt(marks: readonly MarkRange[], sign: Sign): vscode.Range[] {
  return marks.filter(({ kind }) => kind === sign).map(({ range }) => startOf(range));
}
