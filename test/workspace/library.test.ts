import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { Seasons } from '../../server/core/season/seasons.ts';
import { Library } from '../../server/workspace/library.ts';
import { parse } from '../../server/workspace/open-document.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use once nothing more goes: some of what is forgotten goes only when the task that forgot it is over. */
async function heap(): Promise<number> {
  let used = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 4; times++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    used = Math.min(used, process.memoryUsage().heapUsed);
  }
  return used;
}

/** A part of a string keeps the whole string in memory: one that is forgotten anywhere would keep every file. */
describe('a closed file costs its facts, and not its text', () => {
  const filler = 'They talk, and nothing of it is known to anybody but them.\n\n'.repeat(4000);
  const files = 13;
  const texts = {
    script: `Title: A story that has a long title\nEpisode: 1\n\n# Act One, which has a long name\n\nINT. A HOUSE BY THE SEA - THE LONG NIGHT #12-A#\n\nTHE WOMAN FROM NEXT DOOR (ON THE RADIO)\nIt is late. [[setup: the-long-table | it has an odd leg, and nobody says so]] [[setip: the-long-table]]\n\nACT TWO: ALL OF THE OTHERS\n\n> FADE OUT TO THE SEA:\n\n${filler}`,
    treatment: `---\ntitle: A story that has a long title\n---\n\n# Episode 1: a long name for it\n\n## Act One, which has a long name\n\nIt is late. [[setup: the-long-table | it has an odd leg, and nobody says so]] <!-- payoff: the-long-table -->\n\n${filler}`,
  };

  test.each(['script', 'treatment'] as const)('%s', async (kind) => {
    const library = new Library(new Seasons());
    const read = (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        // A string of its own for each, as the disk gives it.
        const text = Buffer.from(texts[kind]).toString();
        library.setClosed(`file:///w/e${i}.fountain`, parse(kind, text), true);
      }
      return heap();
    };
    // The last one read may be in memory still, for whatever reason.
    const few = await read(0, 3);
    const each = ((await read(3, files)) - few) / (files - 3);
    // Its facts are some lines. A text that is kept weighs all of its length, and half of that is far from both.
    expect(texts[kind].length).toBeGreaterThan(200_000);
    expect(each).toBeLessThan(texts[kind].length / 2);
    expect([...library.uris()]).toHaveLength(files);
  });
});
