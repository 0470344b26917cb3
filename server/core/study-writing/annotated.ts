import type { Mark } from '../annotations/annotation.ts';
import { isId } from '../annotations/slug.ts';
import { digestOf } from '../season/digest.ts';
import type { Moment, Season } from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import { eventOf, peopleOf } from '../season/words.ts';
import { nameOfCue, wordsOfId } from './names.ts';

/** What the annotations and cues of a season say, as the entries of a study file. What has no valid id is left out. */
export interface Annotated {
  readonly episodes: readonly object[];
  readonly characters: readonly { readonly id: string }[];
  readonly events: readonly { readonly id: string }[];
  readonly facts: readonly { readonly id: string }[];
  readonly threads: readonly { readonly id: string }[];
  readonly reveals: readonly { readonly id: string }[];
  readonly turns: readonly { readonly id: string }[];
}

export function annotatedIn(season: Season): Annotated {
  const marks = marksIn(season);
  const characters = charactersOf(season, marks);
  const events = eventsOf(season, marks);
  const people = idsOf(characters).add('audience');
  const facts = factsOf(season, marks, people);
  const known: Known = { people, events: idsOf(events), facts: idsOf(facts) };
  return {
    episodes: episodesOf(season),
    characters,
    events,
    facts,
    threads: threadsOf(season, known),
    reveals: revealsOf(season, known),
    turns: turnsOf(season, marks, known),
  };
}

/** What the entries may refer to. */
interface Known {
  readonly people: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

function idsOf(entries: readonly { readonly id: string }[]): Set<string> {
  return new Set(entries.map(({ id }) => id));
}

export interface MarkAt {
  readonly mark: Mark;
  readonly scene: string;
  readonly moment: Moment;
}

/** The marks of the texts that have been told, episode by episode. */
export function marksIn(season: Season): MarkAt[] {
  const all: MarkAt[] = [];
  for (const { uri, facts } of season.files.values()) {
    for (const { item, mark, scene } of digestOf(facts).marks) {
      const moment = season.moment({ uri, item });
      if (moment && season.episodes[moment.episode]?.told) all.push({ mark, scene: scene.title, moment });
    }
  }
  const order = ({ moment }: MarkAt) => moment.episode;
  return all.sort((a, b) => order(a) - order(b));
}

function numberOf(season: Season, moment: Moment | undefined): number | undefined {
  const number = moment && season.episodes[moment.episode]?.number;
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

const forms = new Set(['standard', 'chamber-play', 'backstory', 'finale']);

function episodesOf(season: Season): object[] {
  const byNumber = new Map<number, object>();
  for (const [episode, { title, form }] of season.episodes.entries()) {
    const number = numberOf(season, { episode });
    if (number === undefined || byNumber.has(number)) continue;
    const known = form !== undefined && forms.has(form) ? form : undefined;
    byNumber.set(number, { number, title: title?.trim() || undefined, form: known });
  }
  return [...byNumber.values()];
}

/** Those who speak, and those whom annotations name. */
function charactersOf(season: Season, marks: readonly MarkAt[]) {
  const named = marks.flatMap(({ mark }) => peopleOf(mark)).map((word) => season.person(word) ?? word);
  const speaking = [...season.characters.values()].filter(({ cues }) => cues.length > 0).map(({ id }) => id);
  return [...new Set([...speaking, ...named])]
    .filter((id) => id !== 'audience' && isId(id))
    .map((id) => {
      const person = season.characters.get(id);
      const name = person?.declared?.name ?? (person ? nameOfCue(person.name) : wordsOfId(id));
      const aliases = person?.declared ? person.spokenAs.map(nameOfCue).filter((alias) => alias !== name) : [];
      return { id, name, aliases: [...new Set(aliases)] };
    });
}

function eventsOf(season: Season, marks: readonly MarkAt[]) {
  const events = new Map<string, { id: string; text: string; told?: object }>();
  for (const { mark, moment } of marks) {
    const id = eventOf(mark);
    if (id === undefined || !isId(id) || events.has(id)) continue;
    const text = entriesOf(season.study).events.get(id)?.text ?? wordsOfId(id);
    const episode = numberOf(season, moment);
    events.set(id, { id, text, ...(episode !== undefined && { told: { episode } }) });
  }
  return [...events.values()];
}

function factsOf(season: Season, marks: readonly MarkAt[], people: ReadonlySet<string>) {
  const disputed = new Set(marks.filter(({ mark }) => mark.keys.as === 'disputed').flatMap(({ mark }) => mark.ids));
  return [...season.facts.values()]
    .filter(({ points, evidence }) => points.some(({ text }) => text) || evidence.length > 0)
    .map(({ id, title, points }) => ({
      id,
      text: title === id ? wordsOfId(id) : title,
      status: disputed.has(id) ? 'disputed' : 'holds',
      known_by: [
        ...new Set(points.filter(({ role, text }) => role === 'knows' && text).flatMap(({ who }) => who)),
      ].filter((id) => id !== 'audience' && people.has(id)),
    }));
}

function threadsOf(season: Season, { facts }: Known) {
  return [...season.threads.values()]
    .filter(({ setups, reminders, payoffs, cleared }) => {
      return [...setups, ...reminders, ...payoffs, ...cleared].some(({ text }) => text);
    })
    .map(({ id, title, kind, intent, evidenceFor }) => {
      const evidence = evidenceFor.filter((fact) => facts.has(fact));
      return {
        id,
        title: title === id ? wordsOfId(id) : title,
        kind: kind ?? (intent === 'motif' ? 'motif' : evidence.length > 0 ? 'clue' : 'object'),
        intent,
        evidence_for: evidence,
      };
    });
}

/** Each annotated reveal. What one person `learns` stays in the text: in a study it would be a second telling. */
function revealsOf(season: Season, { facts, people, events }: Known) {
  const names = new Names();
  return [...season.facts.values()]
    .filter(({ id }) => facts.has(id))
    .flatMap(({ id, points }) =>
      points.flatMap(({ role, text, who, via, event, at, moment }) => {
        if (role !== 'reveal' || !text) return [];
        const to = [...new Set(who)].filter((person) => people.has(person));
        return [
          {
            ...{ id: names.unique(id), fact: id, to: to.length > 0 ? to : ['audience'], via: via?.trim() || undefined },
            ...{ event: event !== undefined && events.has(event) ? event : undefined, at },
            episode: numberOf(season, moment),
          },
        ];
      }),
    );
}

function turnsOf(season: Season, marks: readonly MarkAt[], { events }: Known) {
  const names = new Names();
  return marks.flatMap(({ mark, scene, moment }) => {
    if (mark.kind !== 'turn') return [];
    const kind = mark.value?.trim() || 'turn';
    const episode = numberOf(season, moment);
    const id = `${episode === undefined ? '' : `e${episode}-`}${isId(kind) ? kind : 'turn'}`;
    const event = eventOf(mark);
    return [
      {
        ...{ id: names.unique(id), kind, text: mark.note?.trim() || scene.trim() || wordsOfId(kind) },
        ...{ event: event !== undefined && events.has(event) ? event : undefined, episode, at: mark.keys.at },
      },
    ];
  });
}

/** Makes ids unique: the second of a name gets `-2`. */
class Names {
  private readonly used = new Set<string>();

  unique(id: string): string {
    let name = id;
    for (let i = 2; this.used.has(name); i++) name = `${id}-${i}`;
    this.used.add(name);
    return name;
  }
}
