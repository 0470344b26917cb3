import type { Study } from '../study/study.ts';
import { CueSet } from './cue-set.ts';
import type { Cue } from './referent.ts';

const made = new WeakMap<Study, CueSet>();

/** The cues of a study's threads and events, and the names of its characters. The same object for the same study. */
export function cueSetOf(study: Study): CueSet {
  let set = made.get(study);
  if (!set) {
    set = CueSet.of(cuesOf(study));
    made.set(study, set);
  }
  return set;
}

export function cuesOf(study: Study): Cue[] {
  return [
    ...study.threads.flatMap(({ id, cues }) => cues.map((text): Cue => ({ text, referent: { kind: 'thread', id } }))),
    ...study.characters.flatMap(({ id, name, aliases }): Cue[] => [
      { text: name, referent: { kind: 'character', id } },
      ...aliases.map(
        (alias): Cue => ({
          text: alias.name,
          referent: { kind: 'character', id, ...(alias.until !== undefined && { until: alias.until }) },
        }),
      ),
    ]),
    ...(study.masks ?? []).map(({ id, name }): Cue => ({ text: name, referent: { kind: 'character', id } })),
    ...study.events.flatMap(({ id, cues }) => cues.map((text): Cue => ({ text, referent: { kind: 'event', id } }))),
  ];
}
