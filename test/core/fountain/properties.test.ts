import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import { change, fitted, scriptText } from './arbitrary.ts';
import { dumpScript } from './dump.ts';

/** Scripts of many blocks, so that chunks are divided and joined. */
const longText = fc.array(scriptText, { minLength: 30, maxLength: 120 }).map((parts) => parts.join('\n\n'));

describe('any script', () => {
  it('has elements that ascend and lie in the text, each note and boneyard whole', () => {
    fc.assert(
      fc.property(scriptText, (text) => {
        const script = Script.parse(text);
        let start = 0;
        let nodeEnd = 0;
        let cutEnd = 0;
        for (const element of script.elements()) {
          const isCut = element.type === 'note' || element.type === 'boneyard';
          const raw = text.slice(element.start, element.end);
          if (element.start < start || element.end < element.start || element.end > text.length) throw new Error(raw);
          start = element.start;
          if (!isCut) {
            // Elements do not overlap, and are whole lines.
            if (element.start < nodeEnd) throw new Error(`overlap: ${raw}`);
            nodeEnd = element.end;
            if (!/^$|[\r\n]|\ufeff/.test(text.slice(0, element.start).slice(-1))) throw new Error(`start: ${raw}`);
            if (!/^$|[\r\n]/.test(text.charAt(element.end))) throw new Error(`end: ${raw}`);
          } else {
            // Of two cuts, the second lies in the first or behind it.
            if (element.start < cutEnd && element.end > cutEnd) throw new Error(`across: ${raw}`);
            cutEnd = Math.max(cutEnd, element.end);
            const [open, close] = element.type === 'note' ? ['[[', ']]'] : ['/*', '*/'];
            if (!raw.startsWith(open!) || !raw.endsWith(close!) || raw.length < 4) throw new Error(`cut: ${raw}`);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('says of headings, cues and sections the same in its elements and in its facts', () => {
    fc.assert(
      fc.property(scriptText, (text) => {
        const script = Script.parse(text);
        const ofElements: unknown[] = [];
        for (const { type, text, number, name, extension, depth } of script.elements()) {
          if (type === 'scene_heading') ofElements.push({ type: 'scene', heading: text, number });
          if (type === 'character') ofElements.push({ type: 'cue', name, extension });
          if (type === 'section') ofElements.push({ type, level: depth, title: text });
        }
        const ofFacts = factItems(script.facts).filter(({ type }) => ['scene', 'cue', 'section'].includes(type));
        expect(ofElements).toEqual(ofFacts);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives of each stretch the elements that touch it', () => {
    fc.assert(
      fc.property(scriptText, fc.nat(200), fc.nat(40), (text, from, length) => {
        const script = Script.parse(text);
        const all = dumpScript(script).elements as { start: number; end: number }[];
        const to = from + length;
        const part = dumpScript(script, from, to).elements;
        expect(part).toEqual(all.filter(({ start, end }) => start <= to && end >= from));
      }),
      { numRuns: 1000 },
    );
  });

  it('of many blocks goes on from edits as if read at once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(longText, fc.array(change, { minLength: 1, maxLength: 8 }), (first, changes) => {
        let text = first;
        let script = Script.parse(text);
        for (const next of changes) {
          const edit = fitted(next, text.length);
          text = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
          script = script.edit([edit]);
        }
        const [incremental, full] = [dumpScript(script), dumpScript(Script.parse(text))];
        if (JSON.stringify(incremental) !== JSON.stringify(full)) expect(incremental).toEqual(full);
        const lengths = Array.from(script.blocks(), ({ block }) => block.length);
        expect(lengths).toEqual(Array.from(Script.parse(text).blocks(), ({ block }) => block.length));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps all blocks but a few when a letter is typed in prose', () => {
    fc.assert(
      fc.property(longText, fc.nat(1 << 16), (text, at) => {
        const script = Script.parse(text.replace(/[[\]/*]/g, ''));
        const before = new Set(Array.from(script.blocks(), ({ block }) => block));
        const start = at % (script.text.length + 1);
        const edited = script.edit([{ start, end: start, insert: 'e' }]);
        const fresh = Array.from(edited.blocks(), ({ block }) => block).filter((block) => !before.has(block));
        expect(fresh.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 150 },
    );
  });
});
