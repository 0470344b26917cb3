import { type LoadedStudy, loadStudy } from '../core/study/load.ts';
import type { Study } from '../core/study/study.ts';
import { SourceText } from '../core/text/source-text.ts';
import type { Span, TextEdit } from '../core/text/span.ts';
import { carry, difference } from './drift.ts';
import { describe, type Log } from './log.ts';

/** A study file as it was last read, and the study that is in force, which may be from before. */
export interface StudyFile {
  readonly uri: string;
  /** The text that `loaded` was read from: spans of its problems and references stand in it. */
  readonly text: SourceText;
  readonly loaded: LoadedStudy;
  readonly study?: Study;
}

/** What the study files tell. */
export interface StudyEvents {
  /** The study in force is another, or there is none any more. */
  onStudy(uri: string, study: Study | undefined): void;
  /** The file was read: its problems may be others. */
  onRead(uri: string): void;
}

interface State {
  text: SourceText;
  loaded: LoadedStudy;
  study: Study | undefined;
  /** From the text in which the spans of `study` stand to the newest. */
  drift: TextEdit[];
  /** The newest text that has not been read yet. */
  waiting?: { text: SourceText; timer: ReturnType<typeof setTimeout> };
  /** Called when nothing waits any more. */
  whenRead: (() => void)[];
}

/** Reading a study takes a hundred milliseconds and more: it waits until the writer rests for this long. */
const rest = 150;

/**
 * The study files of the workspace. A file that is broken leaves the last good study in force, and everything that is
 * known to stand somewhere in it moves along with the edits.
 */
export class StudyFiles {
  private readonly files = new Map<string, State>();
  private readonly events: StudyEvents;
  private readonly log: Log;

  constructor(events: StudyEvents, log: Log) {
    this.events = events;
    this.log = log;
  }

  get(uri: string): StudyFile | undefined {
    const state = this.files.get(uri);
    if (state === undefined) return undefined;
    const { text, loaded, study } = state;
    return { uri, text, loaded, ...(study && { study }) };
  }

  has(uri: string): boolean {
    return this.files.has(uri);
  }

  keys(): IterableIterator<string> {
    return this.files.keys();
  }

  /** Where a span of the study in force stands in the newest text of its file. */
  place(uri: string, span: Span): { text: SourceText; span: Span } | undefined {
    const state = this.files.get(uri);
    if (state === undefined) return undefined;
    return { text: state.waiting?.text ?? state.text, span: carry(span, state.drift) };
  }

  /** The file has this text, and is read at once. */
  set(uri: string, text: string): void {
    const state = this.files.get(uri);
    const edit = state && difference(state.waiting?.text ?? state.text, text);
    if (edit !== undefined) state?.drift.push(edit);
    if (state === undefined || state.waiting || edit !== undefined) this.read(uri, SourceText.of(text));
  }

  /** The file was edited to this text, and is read when the writer rests. */
  edit(uri: string, text: SourceText, edits: readonly TextEdit[]): void {
    const state = this.files.get(uri);
    if (state === undefined) {
      this.read(uri, text);
      return;
    }
    state.drift.push(...edits);
    clearTimeout(state.waiting?.timer);
    state.waiting = { text, timer: setTimeout(() => this.read(uri, text), rest) };
  }

  delete(uri: string): void {
    const state = this.files.get(uri);
    if (state === undefined) return;
    clearTimeout(state.waiting?.timer);
    this.files.delete(uri);
    for (const done of state.whenRead) done();
    if (state.study) this.events.onStudy(uri, undefined);
  }

  /** Resolves when the newest text of the file has been read. */
  async settled(uri: string): Promise<void> {
    const state = this.files.get(uri);
    if (state?.waiting === undefined) return;
    await new Promise<void>((resolve) => state.whenRead.push(resolve));
  }

  dispose(): void {
    for (const state of this.files.values()) clearTimeout(state.waiting?.timer);
  }

  private read(uri: string, text: SourceText): void {
    const before = this.files.get(uri);
    clearTimeout(before?.waiting?.timer);
    const loaded = this.load(uri, text);
    const study = loaded.study ?? before?.study;
    const drift = loaded.study || before === undefined ? [] : before.drift;
    this.files.set(uri, { text, loaded, study, drift, whenRead: [] });
    if (loaded.study === undefined && study !== undefined)
      this.log.warn(`${uri} cannot be read as a study: the last good one stays in force.`);
    if (study !== before?.study) this.events.onStudy(uri, study);
    this.events.onRead(uri);
    for (const done of before?.whenRead ?? []) done();
  }

  private load(uri: string, text: SourceText): LoadedStudy {
    try {
      return loadStudy(uri, text.slice(0, text.length));
    } catch (error) {
      this.log.error(`${uri} cannot be read: ${describe(error)}`);
      return { problems: [], references: [] };
    }
  }
}
