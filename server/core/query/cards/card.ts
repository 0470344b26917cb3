import type { Span } from '../../text/span.ts';
import type { Card } from '../answers.ts';

/** A card with nothing on it but what is given. */
export function card(span: Span, title: string, kind: string, rest: Partial<Card> = {}): Card {
  return { span, title, kind, lines: [], places: [], missing: [], knows: [], craft: [], disputes: [], ...rest };
}
