import { nested, trimmed } from '../query/selection/nest.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { pieceAt, scalarAt, studyText } from './words.ts';

/** What is selected, step by step, around a place of a study file: word, key or value, entry, list, all. */
export function studySelectionSteps(source: SourceText, offset: number): Span[] {
  const study = studyText(source);
  const { text, sections } = study;
  const scalar = scalarAt(study, offset);
  const word = scalar && wordIn(text, scalar.span, offset);
  const list = sections.findLast(({ start }) => start <= offset);
  const steps = [word, scalar?.span, pieceAt(study, offset), list].flatMap((step) =>
    step ? [trimmed(text, step)] : [],
  );
  const found = nested([...steps, { start: 0, end: text.length }], offset);
  return found.length > 0 ? found : [{ start: 0, end: text.length }];
}

function wordIn(text: string, { start, end }: Span, offset: number): Span | undefined {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}_'’-]+/gu)];
  const found = words.findLast(({ index }) => start + index <= offset);
  return found && { start: start + found.index, end: start + found.index + found[0].length };
}
