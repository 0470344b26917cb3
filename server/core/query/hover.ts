import { t } from '@vscode/l10n';
import { within } from '../season/horizon.ts';
import { entriesOf } from '../season/study-entries.ts';
import type { Card } from './answers.ts';
import { card } from './cards/card.ts';
import { chamberLine, chamberTable } from './cards/chamber-table.ts';
import { factCard } from './cards/fact-card.ts';
import { knowsFact, knowsOfPerson, knowsOfThread } from './cards/knows.ts';
import { eventCard, markCard } from './cards/mark-card.ts';
import { actCard, episodeCard, sceneCard } from './cards/part-cards.ts';
import { personCard } from './cards/person-card.ts';
import { synopsesBelow } from './cards/synopses.ts';
import { threadCard } from './cards/thread-card.ts';
import type { QueryContext } from './context.ts';
import { kindName } from './labels.ts';
import { mentionCard } from './mentions/mention-card.ts';
import { isAhead, type Mentioned, mentionedAt } from './mentions/mentioned.ts';
import { type Spot, spotAt } from './spots.ts';

/** The card for what stands at the offset (design, section 7). */
export function hoverCard(context: QueryContext, offset: number): Card | undefined {
  const seen = { ...context, season: within(context.season, context.horizon) };
  const spot = spotAt(seen, offset);
  if (spot) return spotCard(seen, spot);
  const mentioned = mentionedAt(seen, offset);
  const found = mentioned && mentionCard(seen, mentioned);
  const item = seen.manuscript.itemAt(offset);
  if (!found || item < 0 || isAhead(seen, offset)) return found;
  return { ...found, knows: knowsOf(seen, mentioned, item) };
}

/** The card of what stands somewhere, with no more than the horizon lets be seen. The season is the one within it. */
export function spotCard(seen: QueryContext, spot: Spot): Card | undefined {
  return isAhead(seen, spot.span.start) ? cardAhead(seen, spot) : cardHere(seen, spot);
}

/** With what the place adds to it: who knows what by now, how much of a chamber play the episode is. */
function cardHere(context: QueryContext, spot: Spot): Card | undefined {
  const card = cardOf(context, spot);
  if (!card) return undefined;
  const found = { ...card, lines: [...synopsesBelow(context.manuscript, headingOf(spot)), ...card.lines] };
  if (spot.type !== 'episode') return { ...found, knows: 'item' in spot ? knowsOf(context, spot, spot.item) : [] };
  if (spot.episode.form === 'chamber-play') return { ...found, table: chamberTable(context, spot.part) };
  const line = chamberLine(context, spot.part);
  return line === '' ? found : { ...found, lines: [...found.lines, line] };
}

/** Of a part of the text. */
function headingOf(spot: Spot): number | undefined {
  if (spot.type === 'scene') return spot.scene.heading;
  if (spot.type === 'act') return spot.act.heading;
  return spot.type === 'episode' ? spot.part.heading : undefined;
}

function knowsOf(context: QueryContext, about: Spot | Mentioned, item: number): string[] {
  const { season } = context;
  switch (about.type) {
    case 'thread':
      return knowsOfThread(context, season.threads.get(about.id)?.evidenceFor ?? [], item);
    case 'fact': {
      const fact = season.facts.get(about.id);
      return fact ? knowsFact(context, fact, item) : [];
    }
    case 'person': {
      const who = about.name.toLowerCase() === 'audience' ? 'audience' : season.person(about.name);
      return who === undefined ? [] : knowsOfPerson(context, who, item);
    }
    default:
      return [];
  }
}

/** Where the reader has not got to, a card shows what the season has told by now, or else only what kind of thing it is. */
function cardAhead(context: QueryContext, spot: Spot): Card | undefined {
  const { season, horizon } = context;
  if (spot.type === 'person' || spot.type === 'event') return cardOf(context, spot);
  const isKnown =
    (spot.type === 'thread' && season.threads.has(spot.id)) || (spot.type === 'fact' && season.facts.has(spot.id));
  if (isKnown) return cardOf(context, spot);
  return card(spot.span, kindOf(spot), '', {
    lines: [t('This lies beyond the horizon, which is at episode {0}.', horizon!.episode)],
  });
}

function kindOf(spot: Exclude<Spot, { readonly type: 'person' | 'event' }>): string {
  switch (spot.type) {
    case 'scene':
      return t('Scene');
    case 'act':
      return t('Act');
    case 'episode':
      return t('Episode');
    default:
      return kindName(spot.mark.kind);
  }
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
      if (spot.name.toLowerCase() === 'audience') return card(span, t('The audience'), t('Whoever watches'));
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
      return sceneCard(season, uri, spot.episode, spot.act, spot.scene, span, measure);
    case 'act':
      return actCard(season, uri, spot.episode, spot.act, span, measure);
    case 'episode':
      return episodeCard(season, uri, spot.episode, spot.part, span, measure);
  }
}
