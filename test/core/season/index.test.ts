import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileFacts } from '../../../server/core/facts/file-facts.ts';
import { SeasonIndex } from '../../../server/core/season/index.ts';
import { editedFacts, facts, run } from './facts-arbitrary.ts';

const step = fc.oneof(
  fc.record({ type: fc.constant('set' as const), file: fc.nat(3), facts }),
  fc.record({
    type: fc.constant('edit' as const),
    file: fc.nat(3),
    at: fc.nat(6),
    removed: fc.nat(2),
    inserted: fc.array(run, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('remove' as const), file: fc.nat(3) }),
);

test('an index updated by differences equals the index built from scratch', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const index = new SeasonIndex();
      const files = new Map<string, FileFacts>();
      for (const one of steps) {
        const uri = `f${one.file}`;
        const before = files.get(uri);
        const after =
          one.type === 'set'
            ? one.facts
            : one.type === 'edit' && before
              ? editedFacts(before, one.at, one.removed, one.inserted)
              : undefined;
        index.update(uri, before, after);
        if (after) files.set(uri, after);
        else files.delete(uri);
      }
      const scratch = new SeasonIndex();
      for (const [uri, one] of files) scratch.update(uri, undefined, one);
      expect(index.dump()).toEqual(scratch.dump());
    }),
  );
});

test('an update costs what has changed, however much there is', () => {
  const cue = (name: string) => ({ items: [{ type: 'cue' as const, name }] });
  const runs = Array.from({ length: 1000 }, (_, i) => cue(`P${i}`));
  const before: FileFacts = { kind: 'script', head: {}, runs };
  const index = new SeasonIndex();
  index.update('a', undefined, before);
  expect(index.work).toBe(1000);
  const after = { ...before, runs: [...runs.slice(0, 500), cue('NEW'), ...runs.slice(501)] };
  index.update('a', before, after);
  expect(index.work).toBe(1002);
  index.update('a', after, { ...after, runs: [...after.runs] });
  expect(index.work).toBe(1002);
  expect(index.has('speaker', 'P500')).toBe(false);
  expect([...index.files('speaker', 'NEW')]).toEqual(['a']);
});

test('nothing is left of a file that is gone', () => {
  fc.assert(
    fc.property(facts, (one) => {
      const index = new SeasonIndex();
      index.update('a', undefined, one);
      index.update('a', one, undefined);
      expect(index.dump()).toEqual(new SeasonIndex().dump());
    }),
  );
});
