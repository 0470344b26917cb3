import type { FileFacts } from '../facts/file-facts.ts';
import type { Study } from '../study/study.ts';
import { castOf } from './characters.ts';
import { digestOf } from './digest.ts';
import { type Episodes, episodesOf } from './episodes.ts';
import type { SeasonIndex } from './index.ts';
import { factStory } from './knowledge-points.ts';
import { LazyMap } from './lazy-map.ts';
import { nameOf } from './paths.ts';
import { peopleOf } from './people.ts';
import type { Season, SeasonFile } from './season.ts';
import type { Sources } from './sources.ts';
import { StoryCache } from './story-cache.ts';
import { entriesOf } from './study-entries.ts';
import { threadStory } from './threads.ts';

/**
 * The season that files and a study make. Costs about the structure of the files whose facts are new; the stories of
 * threads and facts are told when they are asked for.
 */
export function deriveSeason(
  key: string,
  study: Study | undefined,
  facts: ReadonlyMap<string, FileFacts>,
  index: SeasonIndex,
  cache = new StoryCache(),
): Season {
  const files = new Map<string, SeasonFile>();
  // In an order that does not hang on which file was read first.
  for (const uri of [...facts.keys()].sort()) {
    const one = facts.get(uri)!;
    files.set(uri, { uri, facts: one, structure: digestOf(one, cache.earlier(uri)).structure });
  }
  const episodes = episodesOf(files.values(), study);
  const entries = entriesOf(study);
  const people = peopleOf(study);
  const sources: Sources = { study, entries, files: new Map(facts), index, episodes, people };
  cache.enter(sources);
  const characters = castOf(sources);
  const threads = new Set([...entries.threads.keys(), ...index.words('thread')]);
  const known = new Set([...entries.facts.keys(), ...entries.revealsOf.keys(), ...index.words('fact')]);
  return {
    key,
    title: study?.title ?? titleOf(key, files),
    study,
    episodes: episodes.list,
    files,
    threads: new LazyMap(threads, (id) => cache.thread(sources, id, threadStory)),
    facts: new LazyMap(known, (id) => cache.fact(sources, id, factStory)),
    characters,
    over: isOver(study, episodes, files.size),
    moment: ({ uri, item }) => episodes.moment(uri, item),
    person(name) {
      const id = people.ofCue(name);
      return characters.has(id) ? id : undefined;
    },
  };
}

function titleOf(key: string, files: ReadonlyMap<string, SeasonFile>): string {
  for (const { facts } of files.values()) {
    const title = facts.head.title?.trim();
    if (title) return title.replace(/\s*\n\s*/g, ' ');
  }
  const name = nameOf(key.replace(/\/$/, ''));
  return name.replace(/(\.treatment)?\.[^.]+$/, '') || name;
}

/** What the text decides of whether anything can still come. */
function isOver(study: Study | undefined, episodes: Episodes, files: number): boolean {
  if (study && study.episodes.length > 0) {
    const last = Math.max(...study.episodes.map((episode) => episode.number));
    return episodes.list[episodes.numbered(last) ?? -1]?.told !== undefined;
  }
  const [only, ...others] = episodes.list;
  // A script with an episode number is one of several, wherever the others are.
  const lone = files === 1 && others.length === 0 && only?.number === undefined;
  return lone && only?.told?.kind === 'script' && only.told.part.ends;
}
