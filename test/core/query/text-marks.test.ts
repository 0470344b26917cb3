import { expect, test } from 'vitest';
import { textMarks } from '../../../server/core/query/text-marks.ts';
import { season } from '../../fixture.ts';

function marks(source: string, horizon?: number): [string, string][] {
  const fixture = season(source);
  const context = { ...fixture.context(), ...(horizon !== undefined && { horizon: { episode: horizon } }) };
  const { text } = context.manuscript;
  return textMarks(context).map(({ kind, inferred, start, end }) => [
    inferred ? `${kind}?` : kind,
    text.slice(start, end),
  ]);
}

test('each annotation has its kind, what is no annotation has none', () => {
  const text = `[[setup: gun]] [[reminder: gun]] [[payoff: gun]]

[[reveal: murder]] [[learns: murder who=anna]] [[knows: murder who=bo]] [[turn: midpoint]] [[craft: fine]]

[[a note]] [[todo: more]] [[storyline A]] [[setpu: gun]]`;
  expect(marks(`--- s.fountain\n${text}`).map(([kind]) => kind)).toEqual([
    ...['setup', 'reminder', 'payoff'],
    ...['reveal', 'reveal', 'note', 'turn', 'note'],
  ]);
});

test('a setup of a thread that misleads is a red herring, wherever that is said', () => {
  const all = marks('--- e1.fountain\n[[setup: colin]] [[setup: gun]]\n--- e2.fountain\n[[herring: colin cleared]]');
  expect(all).toEqual([
    ['herring', '[[setup: colin]]'],
    ['setup', '[[setup: gun]]'],
  ]);
  // The clearing tells it, and lies ahead.
  const seen = marks('--- e1.fountain\n[[setup: colin]]\n--- e2.fountain\n[[herring: colin cleared]]', 1);
  expect(seen).toEqual([['setup', '[[setup: colin]]']]);
});

test('comments in Markdown, and mentions whose role is inferred', () => {
  const study = `--- all.study.yaml
title: Pistols
events: [{ id: hung, text: It is hung up., told: { episode: 1 }, cues: [on the wall] }]
threads: [{ id: pistol, title: The pistol, kind: object, cues: [pistol], setups: [{ text: Hung, event: hung }] }]
`;
  const text = 'A pistol on the wall.\n\nThe pistol. <!-- payoff: pistol -->\n';
  expect(marks(`${study}--- e1.treatment.md\n${text}`)).toEqual([
    ['setup?', 'pistol'],
    ['payoff', '<!-- payoff: pistol -->'],
  ]);
});
