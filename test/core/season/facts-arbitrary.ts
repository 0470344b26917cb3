import fc from 'fast-check';
import type { Mark, MarkKind } from '../../../server/core/annotations/annotation.ts';
import type { FactItem, FactRun, FileFacts } from '../../../server/core/facts/file-facts.ts';

/** Facts of files at random, with few names, so that they meet. */

const thread = fc.constantFrom('gun', 'glass', 'letter');
const fact = fc.constantFrom('murder', 'swap');
const person = fc.constantFrom('anna', 'bo', 'audience');

const threadMark: fc.Arbitrary<Mark> = fc
  .tuple(
    fc.constantFrom<MarkKind>('setup', 'reminder', 'payoff', 'herring'),
    fc.uniqueArray(thread, { minLength: 1, maxLength: 2 }),
    fc.option(fact),
    fc.option(fc.constantFrom('e1', 'e2')),
  )
  .map(([kind, ids, evidence, event]) => ({
    kind,
    ids,
    keys: { ...(evidence ? { for: evidence } : {}), ...(event ? { event } : {}) },
  }));

const factMark: fc.Arbitrary<Mark> = fc
  .tuple(fc.constantFrom<MarkKind>('reveal', 'learns', 'knows', 'uses'), fact, fc.option(person))
  .map(([kind, id, who]) => ({ kind, ids: [id], keys: who ? { [kind === 'reveal' ? 'to' : 'who']: who } : {} }));

const storyMark: fc.Arbitrary<Mark> = fc
  .constantFrom('-6y', 'now', 'day 2')
  .map((value) => ({ kind: 'story', ids: [], value, keys: {} }));

const item: fc.Arbitrary<FactItem> = fc.oneof(
  fc.oneof(threadMark, factMark, storyMark).map((mark) => ({ type: 'mark' as const, mark, flawed: false })),
  fc.constantFrom('ANNA', 'BO').map((name) => ({ type: 'cue' as const, name })),
  fc.constantFrom('INT. HOUSE - DAY', 'EXT. ROAD - NIGHT').map((heading) => ({ type: 'scene' as const, heading })),
  fc
    .constantFrom('Act One', 'Episode 1', 'Episode 2', 'Notes')
    .map((title) => ({ type: 'section' as const, level: 1, title })),
);

export const run: fc.Arbitrary<FactRun> = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => ({ items }));

export const facts: fc.Arbitrary<FileFacts> = fc
  .tuple(
    fc.constantFrom<FileFacts['kind']>('script', 'treatment'),
    fc.array(run, { maxLength: 5 }),
    fc.option(fc.constantFrom('none', 'show')),
    fc.option(fc.constantFrom('1', '3')),
  )
  .map(([kind, runs, study, episode]) => ({
    kind,
    runs,
    head: { ...(study ? { study } : {}), ...(episode ? { episode } : {}) },
  }));

/** What an edit makes of facts: some of the runs in the middle are replaced, the others are the same objects. */
export function editedFacts(before: FileFacts, at: number, removed: number, inserted: readonly FactRun[]): FileFacts {
  const runs = [...before.runs];
  runs.splice(at % (runs.length + 1), removed, ...inserted);
  return { ...before, runs };
}
