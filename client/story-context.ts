import * as vscode from 'vscode';
import { type FileKindParams, type FileKindResult, fileKindRequest } from '../server/protocol/files.ts';
import type { Connection } from './server/connection.ts';
import type { Stories } from './stories.ts';

const SURE_TREATMENT = /\.treatment(\.md)?$/i;
const STUDY = /\.study\.yaml$/i;

/**
 * Sets the context keys by which package.json shows commands only where they can run: `chekhov.inStory` while the active
 * editor shows a script or treatment, `chekhov.inStudy` while it shows a study file.
 */
export class StoryContext implements vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #disposables: vscode.Disposable[];
  readonly #set = new Map<string, boolean>();
  /** Counts the questions, so that an answer that has been overtaken is dropped. */
  #asked = 0;

  constructor(server: Connection, stories: Stories) {
    this.#server = server;
    this.#stories = stories;
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      // The language of a document is changed by closing and opening it.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) void this.#update();
      }),
      stories.onDidChangeStudies(() => this.#update()),
      server.onDidChange(() => this.#update()),
    ];
    void this.#update();
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const document = vscode.window.activeTextEditor?.document;
    const isStory = document !== undefined && this.#stories.isStory(document.uri, document.languageId);
    this.#say('chekhov.inStudy', isStory && STUDY.test(document.uri.path));
    const inStory = isStory && (await this.#isText(document));
    if (asked === this.#asked) this.#say('chekhov.inStory', inStory);
  }

  /** Names decide, but for Markdown beside a study: whether that is a treatment, the study says. */
  async #isText({ uri, languageId }: vscode.TextDocument): Promise<boolean> {
    if (STUDY.test(uri.path)) return false;
    if (languageId === 'fountain' || SURE_TREATMENT.test(uri.path)) return true;
    const params: FileKindParams = { uri: uri.toString() };
    const kind = await this.#server.request<FileKindResult>(fileKindRequest, params);
    return kind === 'script' || kind === 'treatment';
  }

  #say(key: string, value: boolean): void {
    if (this.#set.get(key) === value) return;
    this.#set.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}
