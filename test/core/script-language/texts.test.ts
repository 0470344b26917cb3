import { beforeAll, expect, test } from 'vitest';
import { speakPseudo, untranslated } from '../../pseudo.ts';
import { complete } from './complete.ts';

beforeAll(speakPseudo);

test.each<readonly [what: string, source: string, atLeast: number]>([
  ['keys of a title page', 'Title: X\n$0', 13],
  ['ways to begin a heading', 'INT. A - DAY\n\nX.\n\nI$0', 3],
  ['what stands behind a name', 'INT. A - DAY\n\nJOE ($0', 4],
])('%s say what they are for', (_, source, atLeast) => {
  const says = complete(source).offered.flatMap(({ says, detail }) =>
    [says, detail].filter((text) => text !== undefined),
  );
  expect(says.length).toBeGreaterThanOrEqual(atLeast);
  expect(says.filter((text) => untranslated(text) !== '')).toEqual([]);
});
