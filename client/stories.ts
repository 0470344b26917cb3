import * as vscode from 'vscode';

/** Files that are part of a story by their names alone. `activationEvents` in package.json has the same pattern. */
const STORY_FILES = '**/*.{fountain,spmd,treatment,treatment.md,study.yaml}';
const STUDY_FILES = '**/*.study.yaml';
const STUDY = /\.study\.yaml$/i;
const TREATMENT = /\.treatment(\.md)?$/i;

/**
 * Knows, by names alone, which documents may be part of a story. It errs on the side of yes: what a file is, the server
 * says. Whatever is no part of any story costs nothing: while there is none, the server is not even started.
 */
export class Stories implements vscode.Disposable {
  readonly #found = new vscode.EventEmitter<void>();
  readonly #lookedInVain = new vscode.EventEmitter<void>();
  readonly #studiesChanged = new vscode.EventEmitter<void>();
  readonly #studies = new Map<string, vscode.Uri>();
  readonly #disposables: vscode.Disposable[] = [this.#found, this.#lookedInVain, this.#studiesChanged];
  readonly #log: vscode.LogOutputChannel;
  #any = false;

  /** There is a story to read. Fires once. */
  readonly onDidFind = this.#found.event;
  /** Everything was looked through, and there is no story. */
  readonly onDidLookInVain = this.#lookedInVain.event;
  /** A study has come or gone: other Markdown files may be treatments now. */
  readonly onDidChangeStudies = this.#studiesChanged.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(STORY_FILES, false, true, false);
    this.#disposables.push(
      watcher,
      watcher.onDidCreate((uri) => this.#appeared(uri)),
      watcher.onDidDelete((uri) => this.#vanished(uri)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.look()),
    );
  }

  get any(): boolean {
    return this.#any;
  }

  /** Whether the server is to be told of this document. */
  isStory(uri: vscode.Uri, languageId: string): boolean {
    if (!isLiving(uri)) return false;
    if (languageId === 'fountain' || STUDY.test(uri.path)) return true;
    if (languageId !== 'markdown') return false;
    return uri.scheme === 'untitled' || TREATMENT.test(uri.path) || this.#hasStudyAbove(uri);
  }

  /** Looks through the open documents and the workspace. */
  async look(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
    try {
      const [some, studies] = await Promise.all([
        vscode.workspace.findFiles(STORY_FILES, undefined, 1),
        vscode.workspace.findFiles(STUDY_FILES),
      ]);
      for (const study of studies) this.#appeared(study);
      if (some.length > 0) this.#find();
    } catch (error) {
      // A file system without search: what is opened counts all the same.
      this.#log.warn('The workspace cannot be searched for stories.', error);
    }
    if (!this.#any) this.#lookedInVain.fire();
  }

  #find(): void {
    if (this.#any) return;
    this.#any = true;
    this.#found.fire();
  }

  #opened(document: vscode.TextDocument): void {
    if (isLiving(document.uri) && STUDY.test(document.uri.path)) this.#appeared(document.uri);
    else if (this.isStory(document.uri, document.languageId)) this.#find();
  }

  #appeared(uri: vscode.Uri): void {
    if (STUDY.test(uri.path) && !this.#studies.has(uri.toString())) {
      this.#studies.set(uri.toString(), uri);
      this.#studiesChanged.fire();
    }
    this.#find();
  }

  #vanished(uri: vscode.Uri): void {
    if (this.#studies.delete(uri.toString())) this.#studiesChanged.fire();
  }

  #hasStudyAbove(uri: vscode.Uri): boolean {
    for (const study of this.#studies.values()) {
      const folder = study.path.slice(0, study.path.lastIndexOf('/') + 1);
      if (study.scheme === uri.scheme && study.authority === uri.authority && uri.path.startsWith(folder)) return true;
    }
    return false;
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

/** Not the past of a file, as in the left half of a diff: the server would take that for a second episode. */
function isLiving(uri: vscode.Uri): boolean {
  return (
    uri.scheme === 'file' ||
    uri.scheme === 'untitled' ||
    vscode.workspace.getWorkspaceFolder(uri) !== undefined ||
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true
  );
}
