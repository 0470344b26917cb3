import * as vscode from 'vscode';
import { type WritingKeysParams, type WritingKeysResult, writingKeysRequest } from '../../server/protocol/writing.ts';
import { plainPosition } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { beginsElements, followsEnterRules } from './enter-rules.ts';

const KEYS = ['enter', 'tab', 'shiftTab'] as const;

/**
 * Says, by the context keys `chekhov.enter`, `chekhov.tab` and `chekhov.shiftTab`, what these keys are to do at the cursor of a
 * script; package.json binds them to commands of the editor itself. So nobody who presses a key waits for a server. What Enter
 * does in text that is being typed, the rules of the language tell the editor at once; the server tells where they are wrong.
 */
export class WritingKeys implements vscode.Disposable {
  readonly #server: Connection;
  readonly #disposables: vscode.Disposable[];
  readonly #set = new Map<string, string>();
  #line = -1;
  /** A question is on its way; another one follows it, if `#again`. */
  #asking = false;
  #again = false;

  constructor(server: Connection) {
    this.#server = server;
    this.#disposables = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#moved();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('chekhov.typing')) this.#moved();
      }),
      server.onDidChange(() => this.#moved()),
    ];
    this.#moved();
  }

  #moved(): void {
    const place = this.#place();
    // What was to be done on another line is not to be done on this one.
    this.#say(place?.line === this.#line ? harmless(Object.fromEntries(this.#set)) : {});
    this.#line = place?.line ?? -1;
    if (place) void this.#ask();
  }

  /** Where a single cursor stands in a script. */
  #place():
    | { readonly document: vscode.TextDocument; readonly line: number; readonly at: vscode.Position }
    | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'fountain') return undefined;
    const { document, selection, selections } = editor;
    if (selections.length > 1 || !selection.isEmpty) return undefined;
    return { document, line: selection.active.line, at: selection.active };
  }

  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#again = false;
        const place = this.#place();
        if (!place) break;
        const { document, at } = place;
        const params: WritingKeysParams = { uri: document.uri.toString(), position: plainPosition(at) };
        const keys = (await this.#server.request<WritingKeysResult | null>(writingKeysRequest, params)) ?? {};
        const now = this.#place();
        if (now?.line !== place.line) continue;
        const may = allowed(keys, document);
        this.#say(now.at.isEqual(at) ? may : harmless(may));
      } while (this.#again);
    } finally {
      this.#asking = false;
    }
  }

  #say(keys: WritingKeysResult): void {
    for (const key of KEYS) {
      const value = keys[key] ?? '';
      if ((this.#set.get(key) ?? '') === value) continue;
      this.#set.set(key, value);
      void vscode.commands.executeCommand('setContext', `chekhov.${key}`, value);
    }
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

const takesAway: ReadonlySet<unknown> = new Set<WritingKeysResult['enter']>(['clear', 'removeLine', 'breakOff']);

/** Without what takes text away: that is to be done at the very place that was asked about. */
function harmless(keys: WritingKeysResult): WritingKeysResult {
  const isHarmless = ([, value]: [string, unknown]): boolean => !takesAway.has(value);
  return Object.fromEntries(Object.entries(keys).filter(isHarmless));
}

function allowed(
  { enter, byRule, tab, shiftTab }: WritingKeysResult,
  document: vscode.TextDocument,
): WritingKeysResult {
  const settings = vscode.workspace.getConfiguration('chekhov.typing', document);
  const isDone = byRule && followsEnterRules(document);
  return {
    ...(beginsElements(document) && enter && !isDone && { enter }),
    ...(settings.get('tab', true) && { ...(tab && { tab }), ...(shiftTab && { shiftTab }) }),
  };
}
