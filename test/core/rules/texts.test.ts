import { beforeAll, describe, expect, test } from 'vitest';
import type { Limits } from '../../../server/core/rules/limits.ts';
import { rules } from '../../../server/core/rules/table.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';
import { findingsIn, textsOf } from '../../samples/load.ts';
import { scene } from './findings.ts';

beforeAll(speakPseudo);

/** So strict that nearly everything is found. */
const strict: Partial<Limits> = {
  rushedPages: 1000,
  unreinforcedPages: 0,
  unreinforcedEpisodes: 0,
  forgottenEpisodes: 0,
  chamberPlace: 1,
  chamberBreaks: 0,
  chamberCast: 0,
  chamberDialogue: 1,
};

function findings(texts: ReadonlyMap<string, string>, limits?: Partial<Limits>) {
  return findingsIn(texts, { limits }).map(({ finding }) => finding);
}

type Said = ReturnType<typeof findings>[number];

/** Everything that is said but the titles of threads, which the writer gave: such is what is related to `reveal.unsupported`. */
function wordsOf({ code, message, related = [] }: Said): string[] {
  return [message, ...(code === 'reveal.unsupported' ? [] : related.map((one) => one.message))];
}

const folders = ['samples/broken', 'samples/broken/study-file', 'samples/the-long-table', 'samples/all-her-fault'];
const texts = new Map(folders.map((folder) => [folder, textsOf(folder)]));

describe.each([...texts])('%s', (_, sample) => {
  test.each([
    ['usual', undefined],
    ['strict', strict],
  ])('every message and what is related to it is translated, with %s limits', (_, limits) => {
    const said = findings(sample, limits).flatMap(wordsOf);
    expect(said.filter((words) => untranslated(words) !== '')).toEqual([]);
  });
});

test('the samples show every rule, and several relate', () => {
  const said = [...texts.values()].flatMap((sample) => findings(sample, strict));
  expect(new Set(said.map(({ code }) => code))).toEqual(new Set(Object.keys(rules)));
  expect(said.filter(({ related = [] }) => related.length > 0).length).toBeGreaterThan(4);
});

const pages = (count: number) => 'Nothing.\n\n'.repeat(28 * count);
const study = (lists: string) => `title: All\n${lists}`;
const gun = 'threads: [{ id: gun, title: Gun, kind: object }]\n';
const secret = 'facts: [{ id: secret, text: Secret, status: holds }]\n';

/** What a number or a choice changes, each as a translator gets it, with what the story says filled in. */
describe('each of several ways to say it is a whole text', () => {
  const says = (code: string, files: Readonly<Record<string, string>>, limits?: Partial<Limits>) =>
    findings(new Map(Object.entries(files)), limits)
      .filter((one) => one.code === code)
      .map(({ message }) => message);

  test.each<[message: string, code: string, files: Readonly<Record<string, string>>, limits?: Partial<Limits>]>([
    [
      '⟦“gun” is paid off in the scene that sets it up.⟧',
      'payoff.rushed',
      { 'e1.fountain': scene('[[setup: gun]]\n\n[[payoff: gun]]') },
    ],
    [
      '⟦“gun” is paid off on the page that sets it up.⟧',
      'payoff.rushed',
      { 'e1.fountain': scene('[[setup: gun]]') + scene('[[payoff: gun]]') },
    ],
    [
      '⟦“gun” is paid off 1 page after its setup.⟧',
      'payoff.rushed',
      { 'e1.fountain': scene(`[[setup: gun]]\n\n${pages(1)}`) + scene('[[payoff: gun]]') },
    ],
    [
      '⟦“gun” is paid off 2 pages after its setup.⟧',
      'payoff.rushed',
      { 'e1.fountain': scene(`[[setup: gun]]\n\n${pages(2)}`) + scene('[[payoff: gun]]') },
    ],
    [
      '⟦“gun” is paid off 1 page later, and nothing reminds of it before.⟧',
      'setup.unreinforced',
      { 'e1.fountain': scene(`[[setup: gun]]\n\n${pages(1)}`) + scene('[[payoff: gun]]') },
      strict,
    ],
    [
      '⟦“gun” is paid off 2 pages later, and nothing reminds of it before.⟧',
      'setup.unreinforced',
      { 'e1.fountain': scene(`[[setup: gun]]\n\n${pages(2)}`) + scene('[[payoff: gun]]') },
      strict,
    ],
    [
      '⟦“gun” is paid off 1 episode later, and nothing reminds of it before.⟧',
      'setup.unreinforced',
      { 'e1.fountain': '[[setup: gun]]\n', 'e2.fountain': '[[payoff: gun]]\n' },
      strict,
    ],
    [
      '⟦“gun” is paid off 3 episodes later, and nothing reminds of it before.⟧',
      'setup.unreinforced',
      { 'e1.fountain': '[[setup: gun]]\n', 'e4.fountain': '[[payoff: gun]]\n' },
    ],
    [
      '⟦“gun” is not mentioned for 1 episode after this, and then paid off.⟧',
      'setup.forgotten',
      { 'e1.fountain': '[[setup: gun]]\n', 'e2.fountain': 'X.\n', 'e3.fountain': '[[payoff: gun]]\n' },
      strict,
    ],
    [
      '⟦“Gun” is set up and not paid off yet.⟧',
      'setup.unpaid',
      { 'a.study.yaml': study(`episodes: [{ number: 1 }, { number: 2 }]\n${gun}`), 'e1.fountain': '[[setup: gun]]\n' },
    ],
    [
      '⟦“gun” is set up and never paid off.⟧',
      'setup.unpaid',
      { 'one.fountain': `${scene('[[setup: gun]]')}THE END\n` },
    ],
    [
      '⟦anna acts on “murder” here, and learns it only later.⟧',
      'knowledge.unlearned',
      { 'e1.fountain': '[[uses: murder who=anna]]\n\n[[learns: murder who=anna]]\n' },
    ],
    [
      '⟦anna acts on “murder” here, and it is revealed to others but never to them.⟧',
      'knowledge.unlearned',
      { 'e1.fountain': '[[reveal: murder to=bo]]\n\n[[uses: murder who=anna]]\n' },
    ],
    [
      '⟦“secret” is revealed, and nothing is evidence for it.⟧',
      'reveal.unsupported',
      { 'e1.fountain': '[[setup: gun for=other]]\n\n[[reveal: secret]]\n' },
    ],
    [
      '⟦“secret” is revealed, and all evidence for it comes later.⟧',
      'reveal.unsupported',
      { 'e1.fountain': '[[reveal: secret]]\n\n[[setup: gun for=secret]]\n' },
    ],
    [
      '⟦The study has no thread “glass”.⟧',
      'thread.unknown',
      { 'a.study.yaml': study(gun), 'e1.fountain': '[[setup: glass]]\n' },
    ],
    [
      '⟦The study has no thread “gum”. Did you mean “gun”?⟧',
      'thread.unknown',
      { 'a.study.yaml': study(gun), 'e1.fountain': '[[setup: gum]]\n' },
    ],
    [
      '⟦The study has no fact “glass”.⟧',
      'fact.unknown',
      { 'a.study.yaml': study(secret), 'e1.fountain': '[[reveal: glass]]\n' },
    ],
    [
      '⟦The study has no fact “secrets”. Did you mean “secret”?⟧',
      'fact.unknown',
      { 'a.study.yaml': study(secret), 'e1.fountain': '[[reveal: secrets]]\n' },
    ],
    [
      '⟦The study has no character “ann”.⟧',
      'character.unknown',
      { 'a.study.yaml': study('characters: [{ id: cora, name: Cora }]\n'), 'e1.fountain': '[[reveal: x to=ann]]\n' },
    ],
    [
      '⟦The study has no character “corra”. Did you mean “cora”?⟧',
      'character.unknown',
      { 'a.study.yaml': study('characters: [{ id: cora, name: Cora }]\n'), 'e1.fountain': '[[reveal: x to=corra]]\n' },
    ],
    [
      '⟦A chamber play runs on almost without a break. Here time breaks once.⟧',
      'chamber.time',
      { 'e1.fountain': '[[form: chamber-play]]\n\nINT. A - DAY\n\nX.\n\nINT. A - LATER\n\nX.\n' },
    ],
    [
      '⟦A chamber play runs on almost without a break. Here time breaks 2 times.⟧',
      'chamber.time',
      {
        'e1.fountain': '[[form: chamber-play]]\n\nINT. A - DAY\n\nX.\n\nINT. A - LATER\n\nX.\n\nINT. A - LATER\n\nX.\n',
      },
    ],
    [
      '⟦A chamber play has a small cast. Here it takes 1 speaker for nine tenths of the dialogue; it should take no more than 0.⟧',
      'chamber.cast',
      { 'e1.fountain': '[[form: chamber-play]]\n\nINT. A - DAY\n\nANN\nYes.\n' },
      strict,
    ],
    ['⟦No fact is named: write its id after “reveal:”.⟧', 'annotation.malformed', { 'e1.fountain': '[[reveal:]]\n' }],
    ['⟦No thread is named: write its id after “setup:”.⟧', 'annotation.malformed', { 'e1.fountain': '[[setup:]]\n' }],
    [
      '⟦No rule is named: write its code after “ignore:”, as in “ignore: setup.unpaid”.⟧',
      'annotation.malformed',
      { 'e1.fountain': '[[ignore:]]\n' },
    ],
    [
      '⟦The quote after “via=” is not closed.⟧',
      'annotation.malformed',
      { 'e1.fountain': '[[reveal: x via="letter]]\n' },
    ],
    ['⟦The key “via” has no value.⟧', 'annotation.malformed', { 'e1.fountain': '[[reveal: x via=]]\n' }],
  ])('%s', (message, code, files, limits) => {
    expect(says(code, files, limits)).toEqual([message]);
  });
});
