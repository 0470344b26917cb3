// Assertions that work in both extension hosts, where `node:assert` does not.

const show = (value: unknown) =>
  typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value, null, 1) ?? String(value));

/** Fails unless `value` is truthy; says what was expected. */
export function ok(value: unknown, expected: string): asserts value {
  if (!value) throw new Error(`expected ${expected}, got ${show(value)}`);
}

/** Fails unless the two are the same, compared as JSON. */
export function equal<T>(actual: T, expected: T, what = 'value'): void {
  if (show(actual) !== show(expected)) throw new Error(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}

/** Fails unless `text` contains `part`. */
export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`expected ${show(part)} in ${show(text)}`);
}
