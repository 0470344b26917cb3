import { callsOf, nodesWhere, type StoryCall } from '../query/call-hierarchy/call-hierarchy.ts';
import { type Seen, type StoryNode, seenOf } from '../query/call-hierarchy/story-node.ts';
import type { ReferredList } from '../study/references.ts';
import type { StudyQuery } from './context.ts';
import { meantBy } from './meaning.ts';
import { studyText, wordAt } from './words.ts';

/** What an id in a study file names, as a place to ask from what sets it up and what it pays off. */
export function studyCalls({ season: whole, horizon, text, measure }: StudyQuery, offset: number): StoryCall[] {
  const word = wordAt(studyText(text), offset);
  if (!word || !whole) return [];
  const seen = seenOf(whole, horizon);
  const nodes = meantBy(seen.season.study, word).flatMap((list) => nodesOf(seen, list, word.id));
  return callsOf(seen, nodes, measure);
}

function nodesOf(seen: Seen, list: ReferredList, id: string): StoryNode[] {
  switch (list) {
    case 'threads':
      return [{ type: 'thread', id }];
    case 'facts':
      return [{ type: 'fact', id }];
    case 'events':
      return nodesWhere(seen, ({ event }) => event === id);
    case 'reveals':
      return nodesWhere(seen, (stop) => 'fact' in stop && stop.entry?.id === id);
    default:
      return [];
  }
}
