import type { Span } from '../../text/span.ts';

/**
 * The spans around an offset, from the narrowest to the widest, each strictly within the next. Of two that cross, or are the
 * same, one is left out; so is what does not hold the offset.
 */
export function nested(spans: readonly Span[], offset: number): Span[] {
  const around = spans
    .filter(({ start, end }) => start <= offset && offset <= end && start < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const { start, end } of around) {
    const inner = chain.at(-1);
    const isWider = !inner || (start <= inner.start && end >= inner.end && end - start > inner.end - inner.start);
    if (isWider) chain.push({ start, end });
  }
  return chain;
}

/** A stretch of a text without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const said = text.slice(start, end);
  const from = start + (said.length - said.trimStart().length);
  return { start: from, end: Math.max(from, start + said.trimEnd().length) };
}
