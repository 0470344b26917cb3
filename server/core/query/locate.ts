import { digestOf } from '../season/digest.ts';
import { within } from '../season/horizon.ts';
import { byMoment } from '../season/moments.ts';
import type {
  CharacterStory,
  FactStory,
  KnowledgePoint,
  Occurrence,
  Season,
  Target,
  TextTarget,
  ThreadStory,
} from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import { eventOf, peopleOf } from '../season/words.ts';
import type { Span } from '../text/span.ts';
import type { Located } from './answers.ts';
import { type Station, targetOf } from './cards/stations.ts';
import { occurrencesOf } from './cards/thread-card.ts';
import type { QueryContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import { mentionsOfIn, type Referred } from './mentions/mention-list.ts';
import { type Mentioned, mentionedAt } from './mentions/mentioned.ts';
import { type Spot, spotAt } from './spots.ts';

/**
 * Definition, implementation and references (design, section 8): a payoff is to its setups as a call is to a definition.
 * All keep to the horizon.
 */

/** A payoff's setups; a reveal's evidence; what a name, event or fact is. */
export function definition(context: QueryContext, offset: number): Located | undefined {
  return locate(context, offset, (season, spot, seen) => {
    switch (spot.type) {
      case 'thread':
        return ofThread(season, spot.id, (thread) => stations(season, thread.setups) ?? declaredThread(season, thread));
      case 'fact':
        return ofFact(season, spot.id, (fact) =>
          spot.mark.kind === 'reveal'
            ? (evidence(season, fact) ?? declaredFact(season, fact) ?? reveals(season, fact))
            : (reveals(season, fact) ?? declaredFact(season, fact)),
        );
      case 'person':
        return whoIs(seen, spot.name);
      case 'event':
        return study(season, entriesOf(season.study).events.get(spot.id)?.span);
      default:
        return [];
    }
  });
}

/** A setup's payoffs, a red herring's clearing, the reveals of a fact. */
export function implementation(context: QueryContext, offset: number): Located | undefined {
  return locate(context, offset, (season, spot) => {
    switch (spot.type) {
      case 'thread':
        return ofThread(season, spot.id, (thread) => stations(season, [...thread.payoffs, ...thread.cleared]));
      case 'fact':
        return ofFact(season, spot.id, (fact) => reveals(season, fact));
      default:
        return [];
    }
  });
}

/** Every occurrence, in the texts and in the study; with `declaration` also where the study declares it. */
export function references(context: QueryContext, offset: number, declaration: boolean): Located | undefined {
  return locate(context, offset, (season, spot) => {
    switch (spot.type) {
      case 'thread':
        return ofThread(season, spot.id, (thread) => [
          ...(declaration ? (declaredThread(season, thread) ?? []) : []),
          ...everyPlace(season, occurrencesOf(thread)),
        ]);
      case 'fact':
        return ofFact(season, spot.id, (fact) => [
          ...(declaration ? (declaredFact(season, fact) ?? []) : []),
          ...everyPlace(season, fact.points),
          ...(evidence(season, fact) ?? []),
        ]);
      case 'person':
        return placesOfPerson(season, spot.name, declaration);
      case 'event':
        return [
          ...(declaration ? study(season, entriesOf(season.study).events.get(spot.id)?.span) : []),
          ...marksWhere(season, (mark) => eventOf(mark) === spot.id),
        ];
      default:
        return [];
    }
  });
}

/** What stands at the offset, where it is something that prose can mention. */
export function referredAt(context: QueryContext, offset: number): Referred | undefined {
  const season = within(context.season, context.horizon);
  const seen = { ...context, season };
  const spot = spotAt(seen, offset) ?? mentionedAt(seen, offset);
  if (spot?.type === 'thread' || spot?.type === 'event') return { type: spot.type, id: spot.id };
  const id = spot?.type === 'person' ? season.person(spot.name) : undefined;
  return id === undefined ? undefined : { type: 'person', id };
}

function locate(
  context: QueryContext,
  offset: number,
  find: (season: Season, spot: Spot | Mentioned, seen: QueryContext) => readonly Target[],
): Located | undefined {
  const season = within(context.season, context.horizon);
  const seen = { ...context, season };
  const spot = spotAt(seen, offset) ?? mentionedAt(seen, offset);
  const targets = spot ? find(season, spot, seen) : [];
  return spot && targets.length > 0 ? { origin: spot.span, targets } : undefined;
}

function ofThread(
  season: Season,
  id: string,
  find: (thread: ThreadStory) => readonly Target[] | undefined,
): readonly Target[] {
  const thread = season.threads.get(id);
  return (thread && find(thread)) ?? [];
}

function ofFact(
  season: Season,
  id: string,
  find: (fact: FactStory) => readonly Target[] | undefined,
): readonly Target[] {
  const fact = season.facts.get(id);
  return (fact && find(fact)) ?? [];
}

/** Where the stations are: those in a text, or else those in the study. Undefined where there are none. */
function stations(season: Season, list: readonly Station[]): readonly Target[] | undefined {
  const inText = list.filter((station) => station.text);
  const targets = (inText.length > 0 ? inText : list).flatMap((station) => targetOf(season, station) ?? []);
  return targets.length > 0 ? targets : undefined;
}

/** Every place of the stations: in the text that counts, in the other texts, in the study. */
function everyPlace(season: Season, list: readonly (Occurrence | KnowledgePoint)[]): Target[] {
  return list.flatMap(({ text, also, entry }): Target[] => [
    ...(text ? [text] : []),
    ...also,
    ...study(season, entry?.span),
  ]);
}

function declaredThread(season: Season, thread: ThreadStory): readonly Target[] | undefined {
  return thread.declared && study(season, thread.declared.span);
}

function declaredFact(season: Season, fact: FactStory): readonly Target[] | undefined {
  return fact.declared && study(season, fact.declared.span);
}

function reveals(season: Season, fact: FactStory): readonly Target[] | undefined {
  return (
    stations(
      season,
      fact.points.filter(({ role }) => role === 'reveal'),
    ) ??
    stations(
      season,
      fact.points.filter(({ role }) => role === 'learns'),
    )
  );
}

function evidence(season: Season, fact: FactStory): readonly Target[] | undefined {
  return stations(season, evidenceOf(season, fact));
}

function whoIs(context: QueryContext, name: string): readonly Target[] {
  const { season } = context;
  const id = season.person(name);
  const person = id === undefined ? undefined : season.characters.get(id);
  const target = person && placeOfPerson(context, person);
  return target ? [target] : [];
}

/**
 * Where the study has somebody; of whom it has no entry, where they are seen first: a cue, an annotation, else a word of the
 * text at hand. The season of the context is the one within the horizon.
 */
export function placeOfPerson(context: QueryContext, person: CharacterStory): Target | undefined {
  const { season, uri } = context;
  if (person.declared) return study(season, person.declared.span)[0];
  const [mention] = firstSeen(season, person) ? [] : mentionsOfIn(context, { type: 'person', id: person.id });
  return firstSeen(season, person) ?? (mention && { uri, span: mention });
}

/** The first cue of somebody, else the first annotation that names them. */
export function firstSeen(season: Season, { id, cues }: CharacterStory): TextTarget | undefined {
  return cues[0] ?? marksOfPerson(season, id)[0];
}

function marksOfPerson(season: Season, id: string): TextTarget[] {
  return marksWhere(season, (mark) => peopleOf(mark).some((word) => season.person(word) === id));
}

function placesOfPerson(season: Season, name: string, declaration: boolean): readonly Target[] {
  const id = season.person(name);
  const person = id === undefined ? undefined : season.characters.get(id);
  if (!person) return [];
  return [
    ...(declaration ? study(season, person.declared?.span) : []),
    ...person.cues,
    ...marksOfPerson(season, person.id),
  ];
}

type MarkTest = (mark: Parameters<typeof eventOf>[0]) => boolean;

/** The marks of a season that meet a test, in narrative order. */
export function marksWhere(season: Season, test: MarkTest): TextTarget[] {
  const found: (TextTarget & { moment: ReturnType<Season['moment']> })[] = [];
  for (const { uri, facts } of season.files.values()) {
    for (const { item, mark } of digestOf(facts).marks) {
      if (!test(mark)) continue;
      const moment = season.moment({ uri, item });
      // Under a horizon the episodes that lie ahead have no text.
      if (moment && season.episodes[moment.episode]?.told) found.push({ uri, item, moment });
    }
  }
  return found.sort(byMoment).map(({ uri, item }) => ({ uri, item }));
}

function study(season: Season, span: Span | undefined): Target[] {
  return span && season.study ? [{ uri: season.study.uri, span }] : [];
}
