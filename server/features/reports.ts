import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { keepingList, samePlain } from '../core/facts/same.ts';
import type { Settings } from '../lsp/settings.ts';
import { canonical } from '../workspace/uris.ts';
import { diagnosticOf } from './diagnostic.ts';
import type { Session } from './feature.ts';
import { findingsIn } from './findings.ts';

/** What is wrong with a file. */
export interface Report {
  /** By this a client says that it has heard so already. Equal reports have equal ids, also those of another server. */
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

interface Kept {
  readonly state: object;
  readonly season: object | undefined;
  readonly settings: Settings;
  /** What it says of other files may be out of date after any change. */
  readonly change: number;
  readonly report: Report;
}

/** The report of a file with nothing wrong in it, or of none. */
export const emptyReport: Report = { id: idOf([]), items: [] };

/** The reports of all files, each made when someone asks and kept while what it is made of stays the same. */
export class Reports {
  private readonly session: () => Session;
  private readonly kept = new Map<string, Kept>();
  private readonly hints = new Map<string, string>();
  private changes = 0;
  private waiting: (() => void)[] = [];
  private disposed = false;

  constructor(session: () => Session) {
    this.session = session;
  }

  async of(uri: string, token: CancellationToken): Promise<Report> {
    const session = this.session();
    const key = canonical(uri);
    await session.ready(token);
    await session.workspace.studyRead(key);
    const state = session.workspace.stateOf(key);
    if (state === undefined || token.isCancellationRequested) {
      this.kept.delete(key);
      return emptyReport;
    }
    const season = session.workspace.seasonState(key);
    this.sayWhichStudy(key);
    const settings = session.settings(key);
    const kept = this.kept.get(key);
    if (kept?.state === state && kept.season === season && kept.settings === settings && this.holds(kept))
      return kept.report;
    const report = this.isQuiet(key) ? emptyReport : await this.make(key, kept?.report, token);
    this.kept.set(key, { state, season, settings, change: this.changes, report });
    return report;
  }

  /** Something changed: whoever waits for that is told. */
  changed(): void {
    this.changes++;
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves at the next change, or never again after `dispose`. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Nobody is to wait any more. */
  dispose(): void {
    this.disposed = true;
    this.changed();
  }

  isDisposed(): boolean {
    return this.disposed;
  }

  /** No rule is broken where several studies might apply; but whoever wonders finds a line about it. */
  private sayWhichStudy(uri: string): void {
    const hint = this.session().workspace.studyHint(uri);
    if (hint === this.hints.get(uri)) return;
    if (hint === undefined) this.hints.delete(uri);
    else {
      this.hints.set(uri, hint);
      this.session().log.info(`${uri}: ${hint}`);
    }
  }

  private holds({ change, report }: Kept): boolean {
    return change === this.changes || report.items.every((item) => item.relatedInformation === undefined);
  }

  /**
   * A file that is not open and has no annotation has nothing wrong in it but what concerns nobody before it is opened; and
   * to read a thousand of them again for that would take long.
   */
  private isQuiet(uri: string): boolean {
    const { workspace } = this.session();
    if (workspace.document(uri)) return false;
    return (
      workspace.facts(uri)?.runs.every(({ items }) => items.every(({ type }) => type !== 'mark' && type !== 'slip')) ===
      true
    );
  }

  /** The report as it is now; that of `before`, where it says the same, as it does after most keys. */
  private async make(uri: string, before: Report | undefined, token: CancellationToken): Promise<Report> {
    const session = this.session();
    const found = await findingsIn(session, uri, token);
    const made = found ? found.findings.map((finding) => diagnosticOf(session, finding, found.text)) : [];
    if (!before) return { id: idOf(made), items: made };
    const items = keepingList(before.items, made, samePlain);
    return items === before.items ? before : { id: idOf(items), items };
  }
}

/** Made of what is said one by one, most of which was said before. */
function idOf(items: readonly Diagnostic[]): string {
  return hashOf(items.map(idOfOne).join(' '));
}

const ids = new WeakMap<Diagnostic, string>();

function idOfOne(item: Diagnostic): string {
  let id = ids.get(item);
  if (id === undefined) {
    id = hashOf(JSON.stringify(item));
    ids.set(item, id);
  }
  return id;
}

/** A hash of a text (cyrb53, 53 bits): two that differ get the same once in nine thousand million million. */
function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
