import { beforeAll, expect, test } from 'vitest';
import { KEYS, KINDS } from '../../../server/core/annotations/kinds.ts';
import { completeAnnotation } from '../../../server/core/study-language/complete-annotation.ts';
import { annotationChoices } from '../../../server/core/writing/annotation-choices.ts';
import { season } from '../../fixture.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';

beforeAll(speakPseudo);

const at = (line: string) => season(`--- e1.fountain\nEpisode: 1\n\nINT. A - DAY\n\n${line}\n`);
const offered = (line: string) => {
  const fixture = at(line);
  return completeAnnotation(fixture.context(), fixture.offset) ?? [];
};

test('what each kind and each key of annotations is for', () => {
  for (const { says } of [...KINDS, ...KEYS]) expect(says()).toMatch(/^⟦[^⟦⟧]+⟧$/);
});

test('completion says of every kind and key, in the client’s language, what it is for', () => {
  const kinds = offered('[[$0');
  const keys = KINDS.flatMap(({ kind }) => offered(`[[${kind}: x $0`).filter((one) => one.kind === 'key'));
  expect(kinds.map(({ label }) => label)).toEqual([...KINDS.map(({ kind }) => kind), '⟦Flashback⟧']);
  expect(new Set(keys.map(({ label }) => label))).toEqual(new Set(KEYS.map(({ key }) => key)));
  for (const { says = '' } of [...kinds, ...keys]) expect([says !== '', untranslated(says)]).toEqual([true, '']);
});

test('and so do the choices for an annotation, without signs of Markdown', () => {
  const { choices } = annotationChoices(at('$0').context());
  expect(choices).toHaveLength(KINDS.length);
  for (const { says = '' } of choices) expect(says).toMatch(/^⟦[^⟦⟧`]+⟧$/);
});
