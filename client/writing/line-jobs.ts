import * as vscode from 'vscode';

/** How often a job is tried, where somebody goes on typing meanwhile or the server is still reading. */
const TRIES = 30;
/** So many milliseconds longer is waited each time. */
const PAUSE = 15;

/** Says whether it is done; if not, the text has become another one meanwhile. `line` is where the line is by now. */
type Run = (editor: vscode.TextEditor, line: () => number) => Promise<boolean>;

interface Job {
  readonly document: vscode.TextDocument;
  readonly run: Run;
  line: number;
}

/** What is to be done to lines of the active text, one after the other, while somebody goes on typing elsewhere in it. */
export class LineJobs implements vscode.Disposable {
  readonly #jobs: Job[] = [];
  #working = false;

  add(document: vscode.TextDocument, line: number, run: Run): void {
    this.#jobs.push({ document, line, run });
    void this.#work();
  }

  /** A text has changed: its lines are elsewhere. */
  follow(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const job of this.#jobs) {
      if (job.document !== document) continue;
      for (const { range, text } of changes) {
        const isBefore = range.start.line < job.line || (range.start.character === 0 && range.isEmpty);
        if (isBefore && range.end.line <= job.line)
          job.line += text.split('\n').length - 1 - (range.end.line - range.start.line);
      }
    }
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let job = this.#jobs[0]; job; job = this.#jobs[0]) {
        await this.#do(job);
        this.#jobs.shift();
      }
    } finally {
      this.#working = false;
    }
  }

  async #do(job: Job): Promise<void> {
    for (let i = 0; i < TRIES; i++) {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document !== job.document || job.line >= job.document.lineCount) return;
      if (await job.run(editor, () => job.line)) return;
      await new Promise((resolve) => setTimeout(resolve, i * PAUSE));
    }
  }

  dispose(): void {
    this.#jobs.length = 0;
  }
}
