/** A map whose keys are known and whose values are made when first asked for, each once. */
export class LazyMap<K, V> implements ReadonlyMap<K, V> {
  private readonly made = new Map<K, V>();
  private readonly known: ReadonlySet<K>;
  private readonly make: (key: K) => V;

  constructor(keys: ReadonlySet<K>, make: (key: K) => V) {
    this.known = keys;
    this.make = make;
  }

  get size(): number {
    return this.known.size;
  }

  has(key: K): boolean {
    return this.known.has(key);
  }

  get(key: K): V | undefined {
    let value = this.made.get(key);
    if (value === undefined && this.known.has(key) && !this.made.has(key)) {
      value = this.make(key);
      this.made.set(key, value);
    }
    return value;
  }

  keys(): MapIterator<K> {
    return this.known.values();
  }

  *values(): MapIterator<V> {
    for (const key of this.known) yield this.get(key) as V;
  }

  *entries(): MapIterator<[K, V]> {
    for (const key of this.known) yield [key, this.get(key) as V];
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }
}
