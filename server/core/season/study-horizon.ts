import { samePlain } from '../facts/same.ts';
import type { CraftNote, Dispute, Mask, Study } from '../study/study.ts';
import type { Horizon } from './horizon.ts';
import { eventsBehind, withoutSecrets } from './masks.ts';
import type { Season } from './season.ts';

/** What of the season lies within the horizon. */
interface Seen extends Pick<Season, 'threads' | 'facts'> {
  readonly masks: readonly Mask[];
  readonly revealed: (reveal: string) => boolean;
}

/**
 * A study as far as the reader has got. The same object as before, where the same is seen of the same study: what hangs on
 * a study as an object, such as its cues made ready, then holds from one season to the next.
 */
export function studyWithin(study: Study, horizon: Horizon, seen: Seen): Study {
  let byEpisode = kept.get(study);
  if (!byEpisode) {
    byEpisode = new Map();
    kept.set(study, byEpisode);
  }
  const before = byEpisode.get(horizon.episode);
  const now = restricted(study, horizon, seen);
  if (before && saysTheSame(before, now)) return before;
  byEpisode.set(horizon.episode, now);
  return now;
}

const kept = new WeakMap<Study, Map<number, Study>>();
const filteredLists = ['threads', 'facts', 'reveals', 'turns', 'craftNotes', 'disputes'] as const;

/** Of two restrictions of one study to one horizon. */
function saysTheSame(a: Study, b: Study): boolean {
  return (
    filteredLists.every((list) => a[list].length === b[list].length && a[list].every((one, i) => one === b[list][i])) &&
    samePlain(a.masks, b.masks) &&
    samePlain(a.events, b.events) &&
    a.characters.every(({ aliases }, i) => samePlain(aliases, b.characters[i]?.aliases))
  );
}

function restricted(study: Study, horizon: Horizon, { threads, facts, masks, revealed }: Seen): Study {
  const inTime = (entry: { readonly episode?: number }) =>
    entry.episode !== undefined && entry.episode <= horizon.episode;
  const events = study.events.filter((event) => event.told?.episode !== undefined && inTime(event.told));
  const reveals = study.reveals.filter(({ id }) => revealed(id));
  const turns = study.turns.filter((turn) => inTime(turn) || events.some(({ id }) => id === turn.event));
  const ahead = idsAhead(study, { threads, facts }, { events, reveals, turns }, horizon);
  const fromHere = (entry: CraftNote | Dispute) => entry.from === undefined || entry.from <= horizon.episode;
  return {
    ...study,
    episodes: study.episodes.map((episode) =>
      episode.number <= horizon.episode
        ? episode
        : { ...episode, title: undefined, form: undefined, acts: [], note: undefined },
    ),
    characters: study.characters.map((character) => withoutSecrets(character, revealed)),
    masks,
    events: eventsBehind(events, study, masks, revealed),
    threads: study.threads.filter(({ id }) => threads.has(id)),
    facts: study.facts.filter(({ id }) => facts.has(id)),
    reveals,
    turns,
    craftNotes: study.craftNotes.filter((note) => fromHere(note) && !ahead(note.on)),
    disputes: study.disputes.filter((dispute) => fromHere(dispute) && !dispute.on.some(ahead)),
  };
}

/** Says whether what a note or dispute is about lies ahead; a bare id, whether all that has it does. */
function idsAhead(
  study: Study,
  { threads, facts }: Pick<Season, 'threads' | 'facts'>,
  { events, reveals, turns }: Pick<Study, 'events' | 'reveals' | 'turns'>,
  horizon: Horizon,
): (ref: string) => boolean {
  const has = (list: readonly { readonly id: string }[]) => {
    const ids = new Set(list.map(({ id }) => id));
    return (id: string) => ids.has(id);
  };
  const isEpisode = (id: string) => /^\d+$/.test(id);
  const lists: Readonly<Record<string, readonly [declared: (id: string) => boolean, seen: (id: string) => boolean]>> = {
    thread: [has(study.threads), (id) => threads.has(id)],
    fact: [has(study.facts), (id) => facts.has(id)],
    event: [has(study.events), has(events)],
    reveal: [has(study.reveals), has(reveals)],
    turn: [has(study.turns), has(turns)],
    episode: [isEpisode, (id) => Number(id) <= horizon.episode],
    act: [
      has(study.episodes.flatMap(({ acts }) => acts)),
      has(study.episodes.flatMap(({ number, acts }) => (number <= horizon.episode ? acts : []))),
    ],
  };
  return (ref) => {
    const colon = ref.indexOf(':');
    const named = colon < 0 ? Object.values(lists) : [lists[ref.slice(0, colon)]];
    const id = ref.slice(colon + 1);
    const meant = named.flatMap((list) => (list?.[0](id) ? [list[1](id)] : []));
    return meant.length > 0 && !meant.includes(true);
  };
}
