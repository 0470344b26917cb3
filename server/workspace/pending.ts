/**
 * Things to be done soon: each key once, however often it is added before its turn comes, and never twice at a time. A key
 * that is added while it is being worked on is worked on again.
 */
export class Pending {
  private readonly work: (key: string) => Promise<void>;
  private readonly atOnce: number;
  private readonly urgent = new Set<string>();
  private readonly usual = new Set<string>();
  private readonly running = new Set<string>();
  private held = 0;
  private waiting: (() => void)[] = [];

  /** `work` must not reject. */
  constructor(work: (key: string) => Promise<void>, atOnce: number) {
    this.work = work;
    this.atOnce = atOnce;
  }

  /** How many keys are waiting or being worked on. */
  get size(): number {
    return this.urgent.size + this.usual.size + this.running.size;
  }

  add(key: string, urgent = false): void {
    (urgent ? this.urgent : this.usual).add(key);
    this.start();
  }

  /** While the action runs there may be more to come: `idle` waits for it too. */
  async during<T>(action: () => Promise<T>): Promise<T> {
    this.held++;
    try {
      return await action();
    } finally {
      this.held--;
      this.tell();
    }
  }

  /** Resolves when nothing is left to do. */
  idle(): Promise<void> {
    if (this.isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  isIdle(): boolean {
    return this.size === 0 && this.held === 0;
  }

  private start(): void {
    while (this.running.size < this.atOnce) {
      const key = this.next();
      if (key === undefined) return;
      this.running.add(key);
      void this.work(key).finally(() => {
        this.running.delete(key);
        this.start();
        this.tell();
      });
    }
  }

  private next(): string | undefined {
    for (const keys of [this.urgent, this.usual]) {
      for (const key of keys) {
        if (this.running.has(key)) continue;
        this.urgent.delete(key);
        this.usual.delete(key);
        return key;
      }
    }
    return undefined;
  }

  private tell(): void {
    if (!this.isIdle()) return;
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
