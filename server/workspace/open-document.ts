import { Script } from '../core/fountain/script.ts';
import type { Manuscript } from '../core/manuscript.ts';
import { SourceText } from '../core/text/source-text.ts';
import type { TextEdit } from '../core/text/span.ts';
import { Treatment } from '../core/treatment/treatment.ts';
import { type FileKind, kindOfDocument } from './kinds.ts';
import { describe, type Log } from './log.ts';
import { canonical } from './uris.ts';

/** A text as a manuscript of its kind. */
export function parse(kind: Manuscript['kind'], text: SourceText | string): Manuscript {
  return kind === 'script' ? Script.parse(text) : Treatment.parse(text);
}

/**
 * A document that is open in the editor. It changes in place with each edit; what it gives out (`text`, `manuscript`) are
 * values that never change, so that whoever took them works on one state of the document.
 */
export class OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  /** As the workspace spells it. */
  readonly key: string;
  readonly kind: FileKind | undefined;
  private readonly log: Log;
  private currentVersion: number;
  private currentText: SourceText;
  private currentManuscript: Manuscript | undefined;

  constructor(uri: string, languageId: string, version: number, text: string, log: Log) {
    this.uri = uri;
    this.key = canonical(uri);
    this.kind = kindOfDocument(uri, languageId, text);
    this.log = log;
    this.currentVersion = version;
    this.currentText = SourceText.of(text);
    if (this.kind === 'script' || this.kind === 'treatment') this.read(this.kind);
  }

  get version(): number {
    return this.currentVersion;
  }

  get text(): SourceText {
    return this.currentText;
  }

  /** Undefined for a study, and for Markdown that is no treatment. */
  get manuscript(): Manuscript | undefined {
    return this.currentManuscript;
  }

  /** Markdown becomes a treatment when a study names it, and is one no longer when none does. */
  countAsTreatment(yes: boolean): void {
    if (this.kind !== 'markdown' || yes === (this.currentManuscript !== undefined)) return;
    if (yes) this.read('treatment');
    else this.currentManuscript = undefined;
  }

  /** Applies edits one after the other, each in the coordinates left by the one before. */
  edit(version: number, edits: readonly TextEdit[]): void {
    this.currentVersion = version;
    const before = this.currentManuscript;
    if (before === undefined) {
      for (const edit of edits) this.currentText = this.currentText.replace(edit);
      return;
    }
    try {
      this.currentManuscript = before.edit(edits);
      this.currentText = this.currentManuscript.text;
    } catch (error) {
      // The editor's text is the truth; a parser that fails must not let the two drift apart.
      this.log.error(`${this.uri} is read anew after an edit: ${describe(error)}`);
      for (const edit of edits) this.currentText = this.currentText.replace(edit);
      this.read(before.kind);
    }
  }

  private read(kind: Manuscript['kind']): void {
    try {
      this.currentManuscript = parse(kind, this.currentText);
    } catch (error) {
      this.currentManuscript = undefined;
      this.log.error(`${this.uri} cannot be parsed: ${describe(error)}`);
    }
  }
}
