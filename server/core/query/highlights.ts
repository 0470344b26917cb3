import type { Annotation, Mark } from '../annotations/annotation.ts';
import { digestOf } from '../season/digest.ts';
import { within } from '../season/horizon.ts';
import { itemsOf } from '../season/items.ts';
import { idsIn, peopleOf } from '../season/words.ts';
import type { Highlight } from './answers.ts';
import type { QueryContext } from './context.ts';
import { mentionsOfIn, type Referred } from './mentions/mention-list.ts';
import { mentionedAt } from './mentions/mentioned.ts';
import { namesInText } from './mentions/names-in-text.ts';
import { placeHighlights } from './place-highlights.ts';
import { spotAt } from './spots.ts';

/** Where in the same text the thread, fact, person or place under the cursor stands. */
export function highlights(asked: QueryContext, offset: number): Highlight[] {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const spot = spotAt(context, offset) ?? mentionedAt(context, offset);
  const { season, manuscript } = context;
  switch (spot?.type) {
    case 'thread':
    case 'fact': {
      const digest = digestOf(manuscript.facts);
      const marks = (spot.type === 'thread' ? digest.threads : digest.facts).get(spot.id) ?? [];
      const words = marks.flatMap(({ item, mark }) =>
        wordsIn(manuscript.annotation(item), (word) => word === spot.id, mark),
      );
      return spot.type === 'thread' ? inOrder([...words, ...mentioned(asked, spot)]) : words;
    }
    case 'person': {
      const id = season.person(spot.name);
      if (id === undefined) return [];
      const words = [...cues(context, id), ...mentioned(asked, { type: 'person', id }), ...inProse(context, id)];
      return apart([...words, ...named(context, id)]);
    }
    case 'event':
      return mentioned(asked, spot);
    case 'scene':
      return placeHighlights(context, spot.scene, offset);
    default:
      return [];
  }
}

function wordsIn(annotation: Annotation | undefined, is: (word: string) => boolean, mark: Mark): Highlight[] {
  if (!annotation) return [];
  const writes = mark.kind === 'setup' || mark.kind === 'herring' || mark.kind === 'reveal';
  const ids = annotation.ids.filter(({ text }) => is(text));
  const values = annotation.keys.flatMap((key) => key.values).filter(({ text }) => is(text));
  return [
    ...ids.map(({ start, end }): Highlight => ({ start, end, kind: writes && !mark.cleared ? 'write' : 'read' })),
    ...values.map(({ start, end }): Highlight => ({ start, end, kind: 'read' })),
  ];
}

function cues({ season, manuscript }: QueryContext, id: string): Highlight[] {
  return itemsOf(manuscript.facts).flatMap((item, i): Highlight[] =>
    item.type === 'cue' && season.person(item.name) === id ? [{ ...manuscript.place(i), kind: 'text' }] : [],
  );
}

/** Where the prose mentions it. */
function mentioned(context: QueryContext, referred: Referred): Highlight[] {
  return mentionsOfIn(context, referred).map((span): Highlight => ({ ...span, kind: 'text' }));
}

function inOrder(highlights: readonly Highlight[]): Highlight[] {
  return [...highlights].sort((a, b) => a.start - b.start);
}

/** Where annotations name somebody. */
function named({ season, manuscript }: QueryContext, id: string): Highlight[] {
  return digestOf(manuscript.facts).marks.flatMap(({ item, mark }) => {
    if (!peopleOf(mark).some((word) => season.person(word) === id)) return [];
    const words = new Set([...idsIn(mark, 'to'), ...idsIn(mark, 'who')]);
    return wordsIn(manuscript.annotation(item), (word) => words.has(word) && season.person(word) === id, mark).map(
      (word): Highlight => ({ ...word, kind: 'text' }),
    );
  });
}

/** Where action, dialogue, prose and headings say a name. */
function inProse(context: QueryContext, id: string): Highlight[] {
  return namesInText(context, id).map((span): Highlight => ({ ...span, kind: 'text' }));
}

/** In order, and of those that overlap the one that begins first, the longer of two. */
function apart(highlights: readonly Highlight[]): Highlight[] {
  const kept: Highlight[] = [];
  for (const one of [...highlights].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
