import { describe, expect, test } from 'vitest';
import { annotationChoices } from '../../../server/core/writing/annotation-choices.ts';
import { season } from '../../fixture.ts';

const { context } = season(`--- e1.fountain
Episode: 1

INT. FLAT

A gun. [[setup: gun]] A rope. [[setup: rope]] [[payoff: gun]] [[reveal: who-shot to=audience]]
--- e2.fountain
Episode: 2

INT. FLAT

Later. [[setup: knife]]$0
`);
const choices = (kind?: string, title?: string) => annotationChoices(context(), kind, title);
const words = (kind?: string) => choices(kind).choices.map(({ word }) => word);

describe('an annotation can say', () => {
  test('kinds, with what each is for', () => {
    expect(choices().choices[0]).toEqual({ word: 'setup', says: expect.stringContaining('Plants') });
    expect(words()).toContain('turn');
    const herring = choices().choices.find(({ word }) => word === 'herring');
    expect(herring?.says).toContain('the word “cleared”');
    for (const { says } of choices().choices) expect(says).not.toContain('`');
  });

  test('of a payoff the threads, unpaid ones first', () => {
    expect(words('payoff').at(-1)).toBe('gun');
    expect(words('payoff').sort()).toEqual(['gun', 'knife', 'rope']);
  });

  test('of a reveal facts, of a turn words, of a craft note anything', () => {
    expect(choices('reveal')).toMatchObject({ names: 'facts', choices: [{ word: 'who-shot' }] });
    expect(choices('turn')).toMatchObject({ names: 'nothing', choices: [{ word: 'inciting' }, {}, {}, {}, {}, {}] });
    expect(choices('craft')).toEqual({ names: 'prose', choices: [] });
  });

  test('nothing that lies beyond the horizon', () => {
    const hidden = annotationChoices({ ...context(), horizon: { episode: 1 } }, 'payoff');
    expect(hidden.choices.map(({ word }) => word)).not.toContain('knife');
  });

  test.each([
    ['a title', ' the brass  key ', 'the brass key'],
    ["a title with what is part of one, as in Peter's", "Peter's soy allergy", "Peter's soy allergy"],
    ['the id of a title that would be read as several', 'key, lock', 'key-lock'],
    ['the id of a title that would be read as a note', 'key | lock', 'key-lock'],
    ['the id of a title that would end the annotation', 'key]] lock', 'key-lock'],
    ['no title that says nothing', ' … ', undefined],
    ['no title of a thread that is there', 'Gun', undefined],
  ])('%s of something new', (_name, title, fresh) => {
    expect(choices('setup', title).fresh).toBe(fresh);
  });

  test('no title where nothing is named', () => {
    expect(choices('turn', 'The kiss').fresh).toBeUndefined();
  });
});
