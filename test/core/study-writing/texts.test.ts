import { config } from '@vscode/l10n';
import { beforeAll, expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { newStudy } from '../../../server/core/study-writing/new-study.ts';
import { studyFromAnnotations } from '../../../server/core/study-writing/study-from-annotations.ts';
import { season } from '../../fixture.ts';

/** A language whose texts break into lines, and hold what means something in YAML. */
beforeAll(() => {
  config({ contents: new Proxy({}, { get: (_, text) => `⟦: "x\n- ${String(text)}\r\n]#⟧` }) });
});

test('whatever a translation has in it, a new study has nothing wrong in it', () => {
  const text = newStudy('', 2);
  const { study, problems } = loadStudy('file:///x', text);
  expect(problems).toEqual([]);
  expect(study!.title).toMatch(/^⟦.*Untitled.*⟧$/);
  expect(study!.threads).toEqual([]);
  expect(text).toContain('## ]#⟧\n# threads:\n');
});

test('nor have its examples when they are uncommented, and what they say is translated', () => {
  const text = newStudy('A', 1).replace(/^# (?=[\w ]*(- )?[\w{]+[:,]| {2})/gm, '');
  const { study, problems } = loadStudy('file:///x', text);
  expect(problems).toEqual([]);
  const { characters, events, facts, threads, reveals, turns, craftNotes } = study!;
  const said = [
    ...characters.flatMap(({ aliases, note }) => [aliases.at(-1)?.name, note]),
    ...events.flatMap(({ text, cues }) => [text, ...cues]),
    ...facts.flatMap(({ text, believedBefore }) => [text, believedBefore]),
    ...threads.flatMap(({ title, cues, setups }) => [title, ...cues, setups[0]?.text]),
    ...reveals.map(({ via }) => via),
    ...turns.map(({ text }) => text),
    ...craftNotes.map(({ text }) => text),
  ];
  expect(said).toHaveLength(12);
  for (const words of said) expect(words).toMatch(/^⟦: "x - .* \]#⟧$/);
});

test('nor has one that is made from annotations', () => {
  const fixture = season(`--- e1.fountain
Episode: 1

INT. A - DAY

[[setup: gun for=x]] [[reveal: x to=joe event=y]] [[turn: midpoint]]

JOE
Z.
`);
  const text = studyFromAnnotations(fixture.season(), { episode: 1 })!;
  const { study, problems } = loadStudy('file:///x', text);
  expect(problems).toEqual([]);
  expect(study!.threads.map(({ id }) => id)).toEqual(['gun']);
  // Each section has its comment, and every comment is a text of ours: from one bracket to the other.
  const comments = text.split('\n').filter((line) => line.startsWith('#'));
  expect(comments.filter((line) => line.includes('⟦')).length).toBeGreaterThanOrEqual(8);
  const said = comments.map((line) => line.slice(2)).filter((line) => !/^(episodes:| {2})/.test(line));
  expect(
    said
      .join('\n')
      .replace(/⟦[^⟦⟧]*⟧/g, '')
      .trim(),
  ).toBe('');
});
