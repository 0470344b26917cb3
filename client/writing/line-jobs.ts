import * as vscode from 'vscode';

/**
 * How often something is tried, where somebody goes on typing meanwhile or the server is still reading. The editor takes no edit
 * of a text that has become another one since; on a slow machine that is every one, until the typing rests.
 */
const TRIES = 200;
/** So many milliseconds longer is waited each time, up to the most: all tries take more than a minute. */
const PAUSE = 15;
const LONGEST_PAUSE = 400;

/** Tries until something is done. */
export async function persist(isDone: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(i * PAUSE, LONGEST_PAUSE)));
  }
}

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
        try {
          await this.#do(job);
        } catch {
          // Its editor has been closed meanwhile; the next one is not to wait for it.
        }
        this.#jobs.shift();
      }
    } finally {
      this.#working = false;
    }
  }

  async #do(job: Job): Promise<void> {
    await persist(async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document !== job.document || job.line >= job.document.lineCount) return true;
      return job.run(editor, () => job.line);
    });
  }

  dispose(): void {
    this.#jobs.length = 0;
  }
}
