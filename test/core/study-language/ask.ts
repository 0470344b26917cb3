import type { Horizon } from '../../../server/core/season/horizon.ts';
import type { StudyQuery } from '../../../server/core/study-language/context.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { type Fixture, folder, season } from '../../fixture.ts';

export interface Asked {
  readonly query: StudyQuery;
  readonly offset: number;
  readonly fixture: Fixture;
  /** What stands at a span of the study. */
  at(span: { readonly start: number; readonly end: number }): string;
}

/** A question at `$0` in the study of a fixture; what has no `--- path` is the study, of no texts. */
export function ask(source: string, horizon?: Horizon): Asked {
  const fixture = season(source.startsWith('---') ? source : `--- a.study.yaml\n${source}`);
  const path = fixture.path || 'a.study.yaml';
  const uri = `${folder}/${path}`;
  const text = fixture.textOf({ uri, span: { start: 0, end: Number.MAX_SAFE_INTEGER } })!;
  return {
    query: { season: fixture.season(path), uri, text: SourceText.of(text), ...(horizon && { horizon }) },
    offset: fixture.offset,
    fixture,
    at: ({ start, end }) => text.slice(start, end),
  };
}

/** The study that most of the tests ask about; `$0` may be put into it by replacing something. */
export const cake = `study: 1
title: The Cake
sources:
  - { id: time, title: "The Ending, Explained", publisher: TIME, url: https://example.org/a }
  - id: parade
    title: What Happened
episodes:
  - number: 1
    acts: [{ id: act-one, title: Act One }]
    sources: [time]
  - { number: 2, form: chamber-play, sources: [time] }
characters:
  - id: peter
    name: Peter Irvine
    aliases: [Pete, { name: The stranger, until: who-he-is }]
    sources: [time]
  - { id: marissa, name: Marissa Irvine, sources: [parade] }
places:
  - { id: flat, name: The flat, sources: [time] }
events:
  - id: party
    text: Peter waves the cake away.
    told: { episode: 1, act: act-one }
    who: [peter, marissa]
    where: flat
    sources: [time]
facts:
  - id: baby-swap
    text: The babies were swapped.
    known_by: [peter]
    sources: [time]
threads:
  - id: soy-allergy
    title: Peter's soy allergy
    kind: trait
    setups:
      - text: He waves the cake away.
        event: party
        sources: [time]
    evidence_for: [baby-swap]
    sources: [time]
reveals:
  - { id: who-he-is, fact: baby-swap, to: [audience, marissa], evidence: [soy-allergy], event: party, sources: [time] }
craft_notes:
  - on: thread:soy-allergy
    text: Planted in plain sight.
    sources: [time]
  - { on: soy-allergy, text: And again., sources: [time] }
  - { on: party, text: A party., from: 2, sources: [time] }
`;

/** `cake` with the cursor within the n-th place where a text stands. */
export function cakeAt(text: string, nth = 1): string {
  let at = -1;
  for (let i = 0; i < nth; i++) at = cake.indexOf(text, at + 1);
  if (at < 0) throw new Error(`"${text}" is not in the study ${nth} times.`);
  return `${cake.slice(0, at + 1)}$0${cake.slice(at + 1)}`;
}

export const texts = `
--- e1.fountain
Episode: 1

INT. FLAT - DAY

Peter waves it away. [[setup: soy-allergy event=party]]

PETER
No, thanks.
--- e2.treatment.md
# Episode 2

## Act One

He eats. [[payoff: soy-allergy]] [[reveal: baby-swap to=marissa]] [[knows: baby-swap who=peter]]
`;
