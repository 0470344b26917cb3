import type { Span } from '../../text/span.ts';
import type { Card } from '../answers.ts';

/** A card with nothing on it but what is given. */
export function card(span: Span, title: string, kind: string, rest: Partial<Card> = {}): Card {
  return { span, title, kind, lines: [], places: [], missing: [], knows: [], craft: [], disputes: [], ...rest };
}

/** `Setup · object · 2 of 3`, without what is not known. */
export function kindLine(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
