import * as vscode from 'vscode';
import { type PlaybackTimeParams, playbackTimeRequest } from '../../server/protocol/annotating.ts';
import type { TextChange } from '../../server/protocol/positions.ts';
import { murmur } from '../murmur.ts';
import { plainPosition } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { applyChanges } from '../writing/apply-changes.ts';
import { insertAnnotation } from '../writing/insert-annotation.ts';
import { formatPlaybackTime, parsePlaybackTime } from './playback-time.ts';
import { remembered, type StopwatchState, setTo, shown, started, stopped, unused } from './stopwatch.ts';

const REMEMBERED = 'chekhov.playback';

/**
 * A stopwatch for those who annotate while they watch: it runs along with the film, in the status bar, and its time is
 * written into annotations. It is seen once it has been started or set, and until it is reset.
 */
export class Playback implements vscode.Disposable {
  readonly #server: Connection;
  readonly #memory: vscode.Memento;
  readonly #item = vscode.window.createStatusBarItem('chekhov.playback', vscode.StatusBarAlignment.Right, 94);
  readonly #disposables: vscode.Disposable[];
  #state: StopwatchState;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(server: Connection, memory: vscode.Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#state = remembered(memory.get(REMEMBERED));
    this.#item.name = vscode.l10n.t('Chekhov: Time of Playback');
    this.#item.command = 'chekhov.playback.toggle';
    const command = (name: string, run: (given: unknown) => void): vscode.Disposable =>
      vscode.commands.registerCommand(name, run);
    const now = (): number => Date.now();
    this.#disposables = [
      this.#item,
      command('chekhov.playback.start', () => this.#become(started(this.#state, now()))),
      command('chekhov.playback.stop', () => this.#become(stopped(this.#state, now()))),
      command('chekhov.playback.toggle', () => {
        const isRunning = this.#state.since !== undefined;
        this.#become(isRunning ? stopped(this.#state, now()) : started(this.#state, now()));
      }),
      command('chekhov.playback.set', (given) => this.#set(given)),
      command('chekhov.playback.reset', () => this.#become(unused)),
      command('chekhov.insertPlaybackTime', () => this.#insert()),
    ];
    this.#show();
  }

  #become(state: StopwatchState): void {
    this.#state = state;
    void this.#memory.update(REMEMBERED, state === unused ? undefined : state);
    this.#show();
  }

  get #time(): string {
    return formatPlaybackTime(shown(this.#state, Date.now()));
  }

  async #set(given: unknown): Promise<void> {
    const wrong = vscode.l10n.t('Write a time as 41:30, 1:02:03 or 90s.');
    const text =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({
            title: vscode.l10n.t('Set Time of Playback'),
            prompt: vscode.l10n.t('Where the film is: 41:30, 1:02:03 or 90s'),
            value: this.#time,
            validateInput: (text) => (parsePlaybackTime(text) === undefined ? wrong : undefined),
          });
    if (text === undefined) return;
    const seconds = parsePlaybackTime(text);
    if (seconds === undefined) return murmur(wrong);
    this.#become(setTo(this.#state, seconds, Date.now()));
  }

  /** Into the annotation at the cursor; in other prose of a story a new annotation; elsewhere, as in a study, the time itself. */
  async #insert(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    // The moment is that of the key, however long it takes to choose what happens at it.
    const time = this.#time;
    if (this.#state.since === undefined && this.#state.seconds === 0) {
      return murmur(vscode.l10n.t('Start the stopwatch first, or set it: Set Time of Playback.'));
    }
    const { document, selection } = editor;
    const { version } = document;
    if (!isText(document)) {
      await editor.edit((edit) => {
        for (const one of editor.selections) edit.replace(one, time);
      });
      return;
    }
    const position = plainPosition(selection.active);
    const params: PlaybackTimeParams = { uri: document.uri.toString(), position, time };
    const edits = await this.#server.request<TextChange[] | null>(playbackTimeRequest, params);
    if (edits) await applyChanges(editor, version, edits);
    else await insertAnnotation(this.#server, `at=${time}`);
  }

  #show(): void {
    const isUsed = this.#state.since !== undefined || this.#state.seconds > 0;
    const isRunning = this.#state.since !== undefined;
    void vscode.commands.executeCommand(
      'setContext',
      'chekhov.playback',
      isRunning ? 'running' : isUsed ? 'stopped' : '',
    );
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!isUsed) {
      this.#item.hide();
      return;
    }
    this.#tick();
    this.#item.show();
    if (isRunning) this.#timer = setInterval(() => this.#tick(), 1000);
  }

  #tick(): void {
    const time = this.#time;
    const isRunning = this.#state.since !== undefined;
    this.#item.text = `${isRunning ? '$(play)' : '$(debug-pause)'} ${time}`;
    this.#item.tooltip = isRunning
      ? vscode.l10n.t('Time of playback. Click to stop.')
      : vscode.l10n.t('Time of playback, stopped. Click to go on.');
    // Without the time: a screen reader is not to read it out each second.
    this.#item.accessibilityInformation = { label: this.#item.tooltip, role: 'button' };
  }

  dispose(): void {
    clearInterval(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

/** Scripts and treatments, and what may be one. */
function isText({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'fountain' || languageId === 'markdown';
}
