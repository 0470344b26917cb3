import { occurrencesOf } from '../query/cards/thread-card.ts';
import { marksWhere } from '../query/locate.ts';
import type { Season, TextTarget } from '../season/season.ts';
import { eventOf, peopleOf } from '../season/words.ts';
import type { ReferredList } from '../study/references.ts';

/** Where the texts of a season annotate an entry of its study, in narrative order. Names in prose are not among them. */
export function placesInTexts(season: Season, list: ReferredList, id: string): TextTarget[] {
  switch (list) {
    case 'threads': {
      const thread = season.threads.get(id);
      return thread ? everyPlace(occurrencesOf(thread)) : [];
    }
    case 'facts':
      return everyPlace(season.facts.get(id)?.points ?? []);
    case 'reveals': {
      const points = [...season.facts.values()].flatMap((fact) => fact.points);
      return everyPlace(points.filter(({ entry }) => entry?.id === id));
    }
    case 'events':
      return marksWhere(season, (mark) => eventOf(mark) === id);
    case 'characters':
      return [
        ...(season.characters.get(id)?.cues ?? []),
        ...marksWhere(season, (mark) => peopleOf(mark).some((word) => season.person(word) === id)),
      ];
    case 'episodes': {
      const told = season.episodes.filter(({ number }) => String(number) === id);
      return told.flatMap(({ told, linked }) =>
        [told, ...linked].flatMap((text) =>
          text ? [{ uri: text.uri, item: text.part.heading ?? text.part.first }] : [],
        ),
      );
    }
    default:
      return [];
  }
}

function everyPlace(
  list: readonly { readonly text?: TextTarget; readonly also: readonly TextTarget[] }[],
): TextTarget[] {
  return list.flatMap(({ text, also }) => [...(text ? [text] : []), ...also]);
}
