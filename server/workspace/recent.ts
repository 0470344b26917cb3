/**
 * Values that are worth keeping for a while: the least recently used go first, once all together weigh more than allowed.
 */
export class Recent<T> {
  private readonly entries = new Map<string, { readonly value: T; readonly weight: number }>();
  private readonly most: number;
  private readonly dropped: (key: string) => void;
  private weight = 0;

  /** @param dropped is told what goes because there is too much */
  constructor(most: number, dropped: (key: string) => void = () => {}) {
    this.most = most;
    this.dropped = dropped;
  }

  get(key: string): T | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    // A map keeps the order of insertion: what is used goes to its end.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: T, weight: number): void {
    this.delete(key);
    this.entries.set(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.most) return;
      this.delete(oldest);
      this.dropped(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.weight -= entry.weight;
  }
}
