import type { CueItem, FileFacts } from '../facts/file-facts.ts';
import type { StudyCharacter } from '../study/study.ts';
import { itemsOf } from './items.ts';
import { byMoment } from './moments.ts';
import type { CharacterStory, TextTarget } from './season.ts';
import type { Sources } from './sources.ts';

/** Everybody whom the study declares or who speaks, by id, with the names under which each speaks. */
export function castOf(sources: Sources): Map<string, CharacterStory> {
  const cast = new Map<string, SpokenCharacter>();
  for (const declared of sources.entries.characters.values()) {
    cast.set(declared.id, new SpokenCharacter(sources, declared.id, declared.name, declared));
  }
  for (const name of [...sources.index.words('speaker')].sort()) {
    const id = sources.people.ofCue(name);
    const known = cast.get(id) ?? new SpokenCharacter(sources, id, name, undefined);
    cast.set(id, known);
    known.spokenAs.push(name);
  }
  return cast;
}

/** Where somebody speaks is looked for when it is asked, for a season has more cues than anything else. */
class SpokenCharacter implements CharacterStory {
  readonly spokenAs: string[] = [];
  readonly id: string;
  readonly name: string;
  readonly declared?: StudyCharacter;
  private readonly sources: Sources;
  private found: TextTarget[] | undefined;

  constructor(sources: Sources, id: string, name: string, declared: StudyCharacter | undefined) {
    this.sources = sources;
    this.id = id;
    this.name = name;
    this.declared = declared;
  }

  get cues(): readonly TextTarget[] {
    this.found ??= findCues(this.sources, this.spokenAs);
    return this.found;
  }
}

function findCues(sources: Sources, names: readonly string[]): TextTarget[] {
  const uris = new Set(names.flatMap((name) => [...sources.index.files('speaker', name)]));
  const cues: (TextTarget & { moment: ReturnType<Sources['episodes']['moment']> })[] = [];
  for (const uri of uris) {
    const facts = sources.files.get(uri);
    if (!facts) continue;
    const places = cuesIn(facts);
    for (const item of names.flatMap((name) => places.get(name) ?? [])) {
      cues.push({ uri, item, moment: sources.episodes.moment(uri, item) });
    }
  }
  return cues.sort((a, b) => byMoment(a, b) || a.item - b.item).map(({ uri, item }) => ({ uri, item }));
}

const cuesOfFile = new WeakMap<FileFacts, Map<string, number[]>>();

/** The items that are cues of a file, by name as written. */
export function cuesIn(facts: FileFacts): ReadonlyMap<string, readonly number[]> {
  let cues = cuesOfFile.get(facts);
  if (!cues) {
    cues = new Map();
    for (const [i, item] of itemsOf(facts).entries()) if (item.type === 'cue') addTo(cues, item, i);
    cuesOfFile.set(facts, cues);
  }
  return cues;
}

function addTo(cues: Map<string, number[]>, cue: CueItem, item: number): void {
  const list = cues.get(cue.name);
  if (list) list.push(item);
  else cues.set(cue.name, [item]);
}
