import { within } from '../season/horizon.ts';
import { entriesOf } from '../season/study-entries.ts';
import type { Card } from './answers.ts';
import { card } from './cards/card.ts';
import { factCard } from './cards/fact-card.ts';
import { eventCard, markCard } from './cards/mark-card.ts';
import { actCard, episodeCard, sceneCard } from './cards/part-cards.ts';
import { personCard } from './cards/person-card.ts';
import { threadCard } from './cards/thread-card.ts';
import type { QueryContext } from './context.ts';
import { type Spot, spotAt } from './spots.ts';

/** The card for what stands at the offset (design, section 7). */
export function hoverCard(context: QueryContext, offset: number): Card | undefined {
  const seen = { ...context, season: within(context.season, context.horizon) };
  const spot = spotAt(seen, offset);
  return spot && cardOf(seen, spot);
}

function cardOf({ season, uri, measure }: QueryContext, spot: Spot): Card | undefined {
  const { span } = spot;
  switch (spot.type) {
    case 'thread': {
      const thread = season.threads.get(spot.id);
      return thread
        ? threadCard(season, thread, span, { uri, item: spot.item }, measure)
        : markCard(season, spot.mark, span);
    }
    case 'fact': {
      const fact = season.facts.get(spot.id);
      return fact ? factCard(season, fact, span, { uri, item: spot.item }, measure) : markCard(season, spot.mark, span);
    }
    case 'person': {
      if (spot.name.toLowerCase() === 'audience') return card(span, 'The audience', 'Whoever watches');
      const id = season.person(spot.name);
      const person = id === undefined ? undefined : season.characters.get(id);
      return person && personCard(season, person, span, measure);
    }
    case 'event': {
      const event = entriesOf(season.study).events.get(spot.id);
      return event && eventCard(season, event, span);
    }
    case 'mark':
      return markCard(season, spot.mark, span);
    case 'scene':
      return sceneCard(season, spot.episode, spot.act, spot.scene, span);
    case 'act':
      return actCard(season, uri, spot.episode, spot.act, span);
    case 'episode':
      return episodeCard(season, uri, spot.episode, spot.part, span);
  }
}
