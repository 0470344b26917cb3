import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import type { TextEdit } from '../../../server/core/text/span.ts';
import { seed } from '../../seed.ts';
import { change, fitted, scriptText } from './arbitrary.ts';
import { dumpScript } from './dump.ts';

const sequences = Number(process.env.CHEKHOV_SEQUENCES ?? 10_000);
console.log(`fountain, incremental: seed ${seed}, ${sequences} sequences (CHEKHOV_SEED, CHEKHOV_SEQUENCES)`);

function applied(text: string, { start, end, insert }: TextEdit): string {
  return text.slice(0, start) + insert + text.slice(end);
}

it('reads after any edits what it would read at once', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(scriptText, fc.array(change, { minLength: 1, maxLength: 6 }), (first, changes) => {
      let text = first;
      let script = Script.parse(text);
      for (const next of changes) {
        const edit = fitted(next, text.length);
        const before = script;
        text = applied(text, edit);
        script = script.edit([edit]);
        const whole = Script.parse(text);
        const [incremental, full] = [dumpScript(script), dumpScript(whole)];
        if (JSON.stringify(incremental) !== JSON.stringify(full)) expect(incremental).toEqual(full);
        expectFactsKept(before, script);
      }
    }),
    { numRuns: sequences },
  );
});

/** Facts that say the same are the same object. */
function expectFactsKept(before: Script, after: Script): void {
  if (before.facts === after.facts) return;
  const told = (script: Script) => JSON.stringify([script.facts.head, factItems(script.facts)]);
  if (told(before) === told(after)) expect(after.facts).toBe(before.facts);
}
