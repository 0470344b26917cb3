import type { FileFacts } from '../facts/file-facts.ts';
import type { Study } from '../study/study.ts';
import { digestOf, type MarkInFile } from './digest.ts';
import type { Episodes } from './episodes.ts';
import type { SeasonIndex } from './index.ts';
import type { Listed, Said } from './join.ts';
import { byMoment } from './moments.ts';
import type { People } from './people.ts';
import type { Moment } from './season.ts';
import type { StudyEntries } from './study-entries.ts';
import { eventOf } from './words.ts';

/** All that the stories of threads, facts and people are made from. */
export interface Sources {
  readonly study?: Study;
  readonly entries: StudyEntries;
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly index: SeasonIndex;
  readonly episodes: Episodes;
  readonly people: People;
}

/** The marks that name a thread or fact, in narrative order, with their place in the season. */
export function saidOf(sources: Sources, list: 'thread' | 'fact', id: string): Said[] {
  const said: Said[] = [];
  for (const uri of sources.index.files(list, id)) {
    const facts = sources.files.get(uri);
    if (!facts) continue;
    const digest = digestOf(facts);
    const marks = (list === 'thread' ? digest.threads : digest.facts).get(id) ?? [];
    for (const mark of marks) said.push(saidAt(sources, uri, mark));
  }
  return said.sort((a, b) => byMoment(a, b) || byText(a, b));
}

function saidAt(sources: Sources, uri: string, place: MarkInFile): Said {
  const event = eventOf(place.mark);
  const told = event === undefined ? undefined : sources.entries.events.get(event)?.told;
  return {
    text: { uri, item: place.item },
    mark: place.mark,
    scene: place.scene,
    flashback: place.flashback || told?.flashback === true,
    moment: sources.episodes.moment(uri, place.item),
  };
}

/** A study's entry with its place: its own episode, else that of its event; in a season of one episode there is but one. */
export function listedAt<E extends { readonly event?: string; readonly episode?: number }>(
  sources: Sources,
  entry: E,
): Listed<E> {
  const number = entry.episode ?? (entry.event && sources.entries.events.get(entry.event)?.told?.episode) ?? undefined;
  const lone = sources.episodes.list.length === 1 ? 0 : undefined;
  const episode = typeof number === 'number' ? sources.episodes.numbered(number) : undefined;
  return { entry, event: entry.event, episode, within: typeof number === 'number' ? episode : lone };
}

/** What an occurrence says of its place, from the text where there is one, else from the study. */
export function placeOf<E extends { readonly event?: string; readonly at?: string }>(
  sources: Sources,
  said: Said | undefined,
  listed: Listed<E> | undefined,
) {
  const event = (said && eventOf(said.mark)) ?? listed?.event;
  const told = event === undefined ? undefined : sources.entries.events.get(event)?.told;
  const moment: Moment | undefined = said
    ? said.moment
    : listed?.episode === undefined
      ? undefined
      : { episode: listed.episode };
  return {
    text: said?.text,
    mark: said?.mark,
    scene: said?.scene,
    flashback: said?.flashback ?? told?.flashback ?? false,
    moment,
    at: said?.mark.keys.at ?? listed?.entry.at ?? told?.at,
    event,
  };
}

function byText(a: Said, b: Said): number {
  if (a.text.uri !== b.text.uri) return a.text.uri < b.text.uri ? -1 : 1;
  return a.text.item - b.text.item;
}
