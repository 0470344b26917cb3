import { describe, expect, test } from 'vitest';
import {
  intentInStudy,
  intentInText,
  intentPlaces,
  type ThreadIntent,
} from '../../../server/core/study-language/thread-intent.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { season } from '../../fixture.ts';
import { apply } from './edits.ts';

/** A script after one of its threads has been marked; or why it cannot be. */
function inScript(text: string, id: string, intent: ThreadIntent): string {
  const source = season(`--- e1.fountain\n${text}`);
  const places = intentPlaces(source.season(), id, intent);
  if ('refused' in places) return places.refused;
  const manuscript = source.manuscripts.get('e1.fountain')!;
  return apply(
    text,
    places.texts.flatMap(({ item }) => intentInText(manuscript, item, id, intent)),
  );
}

describe('in a script', () => {
  test.each<readonly [before: string, intent: ThreadIntent, after: string]>([
    ['[[setup: key]]', 'open', '[[setup: key intent=open]]'],
    ['[[setup: key for=murder | a note]]', 'motif', '[[setup: key for=murder intent=motif | a note]]'],
    ['[[setup: key intent=open for=murder]]', 'motif', '[[setup: key intent=motif for=murder]]'],
    ['[[setup: key intent="open" | x]]', 'motif', '[[setup: key intent="motif" | x]]'],
    ['[[setup: key intent=open for=murder]]', 'owed', '[[setup: key for=murder]]'],
    ['[[setup: key for=murder intent=open]]', 'owed', '[[setup: key for=murder]]'],
    ['[[herring: key | x]]', 'open', '[[setup: key intent=open | x]]'],
    ['[[herring: key]]', 'owed', '[[setup: key]]'],
    ['[[setup: key intent=open]]', 'open', '[[setup: key intent=open]]'],
    ['[[setup: key]] [[setup: key intent=open]]', 'motif', '[[setup: key]] [[setup: key intent=motif]]'],
    ['[[payoff: key]] [[setup: key]]', 'motif', '[[payoff: key]] [[setup: key intent=motif]]'],
  ])('%s as %s', (before, intent, after) => {
    expect(inScript(before, 'key', intent)).toBe(after);
  });

  test('behind a title', () => {
    expect(inScript('[[setup: The key]]', 'the-key', 'herring')).toBe('[[setup: The key intent=herring]]');
  });

  test.each([
    ['[[setup: key, lock]]', 'key', '[[setup: lock]] [[setup: key intent=open]]'],
    ['[[setup: key, lock, door | n]]', 'lock', '[[setup: key, door | n]] [[setup: lock intent=open | n]]'],
    ['[[setup: key, lock for=x]]', 'lock', '[[setup: key for=x]] [[setup: lock for=x intent=open]]'],
    ['[[setup: key, lock intent=motif]]', 'lock', '[[setup: key intent=motif]] [[setup: lock intent=open]]'],
  ] as const)('%s: the other threads keep what is said of them', (before, id, after) => {
    expect(inScript(before, id, 'open')).toBe(after);
  });

  test.each([
    ['[[payoff: key]]', 'open', 'No text has a setup of “key” that could say so.'],
    ['[[herring: key]] [[herring: key cleared]]', 'open', '“key” is cleared, as only a red herring is.'],
    ['[[setup: lock]]', 'open', 'There is no thread “key”.'],
  ] as const)('%s cannot be marked as %s', (text, intent, why) => {
    expect(inScript(text, 'key', intent)).toBe(why);
  });

  test('an annotation of another program is not rewritten', () => {
    expect(inScript('[[storyline key]]', 'key', 'open')).toContain('No text has a setup');
  });
});

describe('in a study', () => {
  const change = (text: string, intent: ThreadIntent): string => {
    const edit = intentInStudy(SourceText.of(text), 'key', intent);
    return edit ? apply(text, [edit]) : 'nothing';
  };
  const block = (lines: string) =>
    `title: A\nthreads:\n  - id: lock\n    title: L\n${lines}  - id: door\n    title: D\n`;

  test.each([
    ['  - id: key\n    title: K\n', 'open', '  - id: key\n    title: K\n    intent: open\n'],
    [
      '  - id: key\n    intent: open # why\n    title: K\n',
      'motif',
      '  - id: key\n    intent: motif # why\n    title: K\n',
    ],
    ['  - id: key\n    intent: open\n    title: K\n', 'owed', '  - id: key\n    title: K\n'],
    ['  - intent: open\n    id: key\n', 'owed', '  - id: key\n'],
    ['  - id: key\n    title: K\n    intent: open # why\n', 'owed', '  - id: key\n    title: K\n'],
    ['  - { id: key, title: K }\n', 'open', '  - { id: key, title: K, intent: open }\n'],
    ['  - { id: key, intent: open, title: K }\n', 'herring', '  - { id: key, intent: herring, title: K }\n'],
    ['  - { id: key, intent: open, title: K }\n', 'owed', '  - { id: key, title: K }\n'],
    ['  - { id: key, title: K, intent: open }\n', 'owed', '  - { id: key, title: K }\n'],
    ['  - id: key\n    intent:\n    title: K\n', 'open', '  - id: key\n    intent: open\n    title: K\n'],
  ] as const)('%j as %s', (before, intent, after) => {
    expect(change(block(before), intent)).toBe(block(after));
    expect(change(block(before).replaceAll('\n', '\r\n'), intent)).toBe(block(after).replaceAll('\n', '\r\n'));
  });

  test('what it says already is left', () => {
    expect(change(block('  - id: key\n    intent: open\n'), 'open')).toBe('nothing');
    expect(change(block('  - id: key\n'), 'owed')).toBe('nothing');
  });

  test('a declared thread is marked in the study, and an annotation that says otherwise with it', () => {
    const source = season(
      '--- a.study.yaml\ntitle: A\nthreads: [{ id: key, title: K, kind: object }]\n--- e1.fountain\n[[setup: key intent=open]]',
    );
    const places = intentPlaces(source.season('e1.fountain'), 'key', 'motif');
    expect(places).toMatchObject({ study: true, texts: [{ uri: source.uri('e1.fountain') }] });
  });

  test('a motif by its kind cannot owe a payoff', () => {
    const source = season(
      '--- a.study.yaml\ntitle: A\nthreads: [{ id: key, title: K, kind: motif }]\n--- e1.fountain\n[[setup: key]]',
    );
    expect(intentPlaces(source.season('e1.fountain'), 'key', 'owed')).toEqual({
      refused: '“K” is of the kind “motif”, and owes no payoff.',
    });
  });
});
