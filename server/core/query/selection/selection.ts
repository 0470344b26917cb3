import type { Annotation } from '../../annotations/annotation.ts';
import { Script } from '../../fountain/script.ts';
import type { Manuscript } from '../../manuscript.ts';
import { sentenceEnds } from '../../pages/sentences.ts';
import type { ItemRange } from '../../structure/file-structure.ts';
import { structureOf } from '../../structure/structure.ts';
import type { Span } from '../../text/span.ts';
import { Treatment } from '../../treatment/treatment.ts';
import { headSpan } from '../head.ts';
import { spanOfRange } from '../places.ts';
import { nested, trimmed } from './nest.ts';
import { type Paragraph, paragraphsOfScript } from './speeches.ts';

/**
 * What is selected, step by step, around a place of a text, from the narrowest to the widest, each strictly within the next:
 * word, sentence, speech with its cue (paragraph), scene, act, episode, all. In an annotation: word or id, value, what stands
 * between its brackets, all of it, and so on.
 */
export function selectionSteps(manuscript: Manuscript, offset: number): Span[] {
  const { text } = manuscript;
  const whole = text.toString();
  const at = Math.min(Math.max(0, offset), whole.length);
  const head = headSpan(manuscript);
  const paragraphs = paragraphsAt(manuscript, at);
  const annotation = annotationAt(manuscript, at);
  const steps = [
    ...wordsAt(whole, lineAt(manuscript, at), at),
    ...(annotation ? stepsOfAnnotation(whole, annotation) : []),
    ...sentencesIn(whole, paragraphs[0]),
    ...paragraphs,
    ...(head ? [head] : []),
    ...partsAt(manuscript, at),
    { start: 0, end: whole.length },
  ];
  const found = nested(
    steps.map((step) => {
      // Blank lines at the ends are selected only by whoever stands in them, or selects everything.
      const tight = trimmed(whole, step);
      return tight.start <= at && at <= tight.end && step.end - step.start < whole.length ? tight : step;
    }),
    at,
  );
  // Of an empty text, nothing is all that there is.
  return found.length > 0 ? found : [{ start: 0, end: whole.length }];
}

function lineAt({ text }: Manuscript, offset: number): Span {
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  return { start, end: start + text.lineText(line).length };
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’_-]*[\p{L}\p{M}\p{N}])?/gu;

/** The word under the offset; of two that meet there, the one that begins. */
function wordsAt(text: string, { start, end }: Span, offset: number): Span[] {
  const words = [...text.slice(start, end).matchAll(WORD)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((word) => word.start <= offset && offset <= word.end);
  return words.slice(-1);
}

/** The paragraph, and in a script the speech, that the offset is in, the narrower first. */
function paragraphsAt(manuscript: Manuscript, offset: number): Paragraph[] {
  if (manuscript instanceof Script) return paragraphsOfScript(manuscript, offset);
  if (!(manuscript instanceof Treatment)) return [];
  const around = manuscript.passages(0, offset + 1).filter(({ end }) => end >= offset);
  return around.map(({ type, start, end }) => ({ start, end, prose: type !== 'heading' }));
}

function sentencesIn(text: string, paragraph: Paragraph | undefined): Span[] {
  if (!paragraph?.prose) return [];
  const ends = [...sentenceEnds(text, paragraph.start, paragraph.end), paragraph.end];
  return ends.map((end, i) => trimmed(text, { start: ends[i - 1] ?? paragraph.start, end }));
}

function annotationAt(manuscript: Manuscript, offset: number): Annotation | undefined {
  const item = manuscript.itemAt(offset);
  const found = item < 0 ? undefined : manuscript.annotation(item);
  return found && offset <= found.end ? found : undefined;
}

function stepsOfAnnotation(text: string, { start, end, form, kind, ids, value, keys, note }: Annotation): Span[] {
  const [open, close] = form === 'note' ? [2, 2] : [4, 3];
  const parts = [kind, ...ids, value, note, ...keys, ...keys.flatMap((key) => [key.key, key.value, ...key.values])];
  return [
    ...parts.flatMap((part) => part ?? []),
    trimmed(text, { start: start + open, end: end - close }),
    { start, end },
  ];
}

/** The scene, act and episode that the offset is in. */
function partsAt(manuscript: Manuscript, offset: number): Span[] {
  const item = Math.max(0, manuscript.itemAt(offset));
  const holds = ({ first, end }: ItemRange) => item >= first && item < end;
  const episode = structureOf(manuscript.facts).episodes.find(holds);
  const act = episode?.acts.find(holds);
  const scene = act?.scenes.find(holds);
  return [scene, act, episode].flatMap((part) => (part ? [spanOfRange(manuscript, part)] : []));
}
