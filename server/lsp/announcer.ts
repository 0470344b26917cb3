import type { Change } from '../workspace/workspace.ts';

export interface Announcements {
  /** What views show may be out of date. */
  views(): void;
  /** What was answered about files may be out of date, though their text is the same. */
  answers(): void;
  /** Something is different, be it only a text. */
  anything(): void;
}

/** Views follow while someone types; answers about other files when the typing pauses. */
const viewsEvery = 150;
const answersAfter = 300;

/**
 * Tells the client of changes: once for many, and never in the middle of the first indexing, when each file that is read
 * is a change.
 */
export class Announcer {
  private readonly tell: Announcements;
  private readonly settled: () => Promise<void>;
  private viewsTimer: ReturnType<typeof setTimeout> | undefined;
  private answersTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: Announcements, settled: () => Promise<void>) {
    this.tell = tell;
    this.settled = settled;
  }

  note(change: Change): void {
    this.tell.anything();
    if (change === 'text') return;
    this.viewsTimer ??= setTimeout(() => {
      void this.settled().then(() => {
        this.viewsTimer = undefined;
        this.tell.views();
      });
    }, viewsEvery);
    if (change !== 'season') return;
    clearTimeout(this.answersTimer);
    this.answersTimer = setTimeout(() => void this.settled().then(() => this.tell.answers()), answersAfter);
  }

  dispose(): void {
    clearTimeout(this.viewsTimer);
    clearTimeout(this.answersTimer);
  }
}
