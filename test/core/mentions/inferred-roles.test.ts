import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { inferredRoles } from '../../../server/core/mentions/inferred-roles.ts';
import { loadStudy } from '../../../server/core/study/load.ts';
import type { Study } from '../../../server/core/study/study.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { parsers, pistols } from './small-study.ts';

function roles(manuscript: Manuscript, study: Study = pistols, episode?: number): string[] {
  return inferredRoles(manuscript, study, episode).map(
    ({ role, thread, event, mention }) =>
      `${role} ${thread} at ${event}: ${manuscript.text.slice(mention.start, mention.end)}`,
  );
}

describe.each(parsers)('in a %s', (kind, parse) => {
  const scene = kind === 'script' ? 'INT. HALL - DAY\n\n' : '## Hall\n\n';

  test('a mention takes the role that its thread has in an event of the paragraph', () => {
    expect(roles(parse('A pistol hangs there.\n\nNow it fires, the gun.'))).toEqual([
      'setup pistol at hung: pistol',
      'payoff pistol at fired: the gun',
    ]);
  });

  test('the event must be in the same paragraph', () => {
    expect(roles(parse('A pistol.\n\nIt hangs.'))).toEqual([]);
  });

  test('each mention in the paragraph takes it', () => {
    expect(roles(parse('A pistol hangs, the gun.'))).toEqual([
      'setup pistol at hung: pistol',
      'setup pistol at hung: the gun',
    ]);
  });

  test('none, where the paragraph has events that would give it different ones', () => {
    expect(roles(parse('A pistol hangs, the maid dusts it.'))).toEqual([]);
  });

  test('none, where the study places different ones in one event', () => {
    expect(roles(parse('A nail on the wall.'))).toEqual([]);
  });

  test('none, where the same scene has it annotated', () => {
    const story = (mark: string) =>
      parse(`# Act One\n\n${scene}A pistol hangs.\n\n[[${mark}]]\n\n${scene}A pistol hangs.`);
    const setup = 'setup pistol at hung: pistol';
    expect(roles(story('setup: pistol'))).toEqual([setup]);
    expect(roles(story('herring: pistol'))).toEqual([setup]);
    for (const other of ['reminder: pistol', 'setup: nail', 'payoff: pistol', 'herring: pistol cleared', 'turn: x']) {
      expect(roles(story(other))).toEqual([setup, setup]);
    }
  });

  test('none, where the event is told in another episode', () => {
    const fired = 'payoff pistol at fired: pistol';
    expect(roles(parse('# Episode 2\n\nThe pistol fires.\n\n# Episode 3\n\nThe pistol fires.'))).toEqual([fired]);
    expect(roles(parse('The pistol fires.'), pistols, 2)).toEqual([]);
    expect(roles(parse('The pistol fires.'), pistols, 3)).toEqual([fired]);
    expect(roles(parse('The pistol fires.'))).toEqual([fired]);
  });

  test('headings have none', () => {
    expect(roles(parse('# The pistol hangs\n\nProse.'))).toEqual([]);
  });
});

test('a speech is one paragraph', () => {
  expect(roles(Script.parse('BOB\nThe pistol!\n(he fires)\nMissed.'))).toEqual(['payoff pistol at fired: pistol']);
});

describe('All Her Fault', () => {
  const read = (file: string) =>
    readFileSync(new URL(`../../../samples/all-her-fault/${file}`, import.meta.url), 'utf8');
  const study = loadStudy('file:///s.study.yaml', read('all-her-fault.study.yaml')).study!;
  const annotated = Treatment.parse(read('episode-8.treatment.md'));
  const bare = Treatment.parse(
    annotated.text
      .toString()
      .replace(/^(?:\[\[.*\]\]|<!--.*-->)\n/gm, '')
      .replace(/ ?\[\[.*?\]\]/g, ''),
  );

  test('where its finale is annotated, nothing is inferred', () => {
    expect(roles(annotated, study)).toEqual([]);
  });

  test('with the annotations taken out, some of them are inferred, and nothing else', () => {
    const marks = factItems(annotated.facts).flatMap((item) =>
      item.type === 'mark' ? item.mark.ids.map((id) => `${item.mark.kind} ${id}`) : [],
    );
    const inferred = inferredRoles(bare, study).map(({ role, thread }) => `${role} ${thread}`);
    expect(inferred.length).toBeGreaterThan(15);
    expect(marks).toEqual(expect.arrayContaining(inferred));
  });
});
