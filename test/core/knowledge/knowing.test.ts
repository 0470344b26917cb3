import { describe, expect, test } from 'vitest';
import { askOf, type Knowing, knowing } from '../../../server/core/knowledge/knowing.ts';
import { placeAt } from '../../../server/core/knowledge/place.ts';
import { presenceIn } from '../../../server/core/knowledge/presence.ts';
import { itemsOf } from '../../../server/core/season/items.ts';
import { season } from '../../fixture.ts';

/** Whether `who` knows the fact `x` at each craft note of a fixture, in the order of the files. */
function known(who: string, source: string, atHand = false): Knowing[] {
  const fixture = season(source);
  return [...fixture.manuscripts].flatMap(([path, manuscript]) => {
    const { season, uri } = fixture.context(path);
    const asked = askOf(season, atHand ? presenceIn(season, uri, manuscript) : undefined);
    return itemsOf(manuscript.facts).flatMap((item, i) =>
      item.type === 'mark' && item.mark.kind === 'craft'
        ? [knowing(asked, season.facts.get('x')!, who, placeAt(season, { uri, item: i }))]
        : [],
    );
  });
}

const at = '[[craft: here]]';
/** An episode whose parts stand in paragraphs of their own. */
const script = (...parts: string[]) => `--- e1.fountain\n${parts.join('\n\n')}\n`;

describe('the audience', () => {
  test('learns in the order of the telling, flashback or not', () => {
    expect(known('audience', script(at, '[[reveal: x to=audience]]', at))).toEqual(['not-yet', 'knows']);
    expect(known('audience', script('[[story: -6y]]', '[[reveal: x]]', '[[story: now]]', at))).toEqual(['knows']);
    expect(known('audience', script(at, '[[story: -6y]]', '[[reveal: x]]', '[[story: now]]'))).toEqual(['not-yet']);
  });

  test('is told by a reveal that names nobody, and not by one that names others', () => {
    expect(known('audience', script('[[reveal: x]]', at))).toEqual(['knows']);
    expect(known('audience', script('[[reveal: x to=anna]]', at))).toEqual(['undecided']);
    expect(known('audience', script('[[learns: x who=anna]]', at))).toEqual(['undecided']);
  });

  test('learns from episode to episode', () => {
    expect(known('audience', `${script(at)}--- e2.fountain\n[[reveal: x]]\n--- e3.fountain\n${at}\n`)).toEqual([
      'not-yet',
      'knows',
    ]);
  });
});

describe('a character', () => {
  test('learns in narrative order where nothing lies in a flashback', () => {
    expect(known('anna', script(at, '[[learns: x who=anna]]', at))).toEqual(['not-yet', 'knows']);
    expect(known('anna', script(at, '[[reveal: x to=anna]]', at))).toEqual(['not-yet', 'knows']);
  });

  test('who learned it in a flashback: nothing is concluded without story times', () => {
    const told = ['INT. HOUSE - NIGHT (FLASHBACK)', '[[learns: x who=anna]]', 'INT. HOUSE - DAY', at];
    expect(known('anna', script(at, ...told))).toEqual(['undecided', 'undecided']);
    expect(known('anna', script('[[story: -6y]]', '[[learns: x who=anna]]', '[[story: now]]', at))).toEqual(['knows']);
  });

  test('learns in story order where both moments have a story time', () => {
    const days = script('[[story: day 2]]', at, '[[story: day 1]]', '[[learns: x who=anna]]', '[[story: day 3]]', at);
    expect(known('anna', days)).toEqual(['knows', 'knows']);
    const back = script('[[story: day 2]]', '[[learns: x who=anna]]', '[[story: day 1]]', at);
    expect(known('anna', back)).toEqual(['not-yet']);
    expect(known('anna', script('[[story: now]]', '[[learns: x who=anna]]', '[[story: -6y]]', at))).toEqual([
      'not-yet',
    ]);
  });

  test('times on different axes, or that overlap, tell nothing', () => {
    expect(known('anna', script('[[story: day 1]]', '[[learns: x who=anna]]', '[[story: 2019]]', at))).toEqual([
      'undecided',
    ]);
    expect(known('anna', script('[[story: day 1]]', '[[learns: x who=anna]]', '[[story: day 1 14:00]]', at))).toEqual([
      'undecided',
    ]);
  });

  test('an event of the study has a story time', () => {
    const study =
      '--- all.study.yaml\ntitle: All\nevents: [{ id: crash, text: A crash, story: -6y, told: { flashback: true } }]\n';
    expect(
      known('anna', `${study}${script('[[story: now]]', at)}--- e2.fountain\n[[learns: x who=anna event=crash]]\n`),
    ).toEqual(['knows']);
  });

  test('two hours back are counted from where they are told: the present moves on', () => {
    const back = ['[[story: -2h]]', '[[learns: x who=anna]]', '[[story: now]]'];
    expect(known('anna', script('[[story: now]]', at, ...back, at))).toEqual(['undecided', 'knows']);
    const heard = ['[[story: now]]', '[[learns: x who=anna]]', 'Weeks pass.', '[[story: -2h]]', at];
    expect(known('anna', script(...heard))).toEqual(['undecided']);
  });

  test('who knew all along knows it anywhere, but for the past, of which nobody has said', () => {
    const story = script(at, '[[knows: x who=anna]]', '[[story: -6y]]', at, '[[story: now]]');
    expect(known('anna', story)).toEqual(['knows', 'undecided']);
    const study = '--- all.study.yaml\ntitle: All\nfacts: [{ id: x, text: X, status: holds, known_by: [anna] }]\n';
    expect(known('anna', study + script(at, '[[reveal: x to=bo]]', at))).toEqual(['undecided', 'knows']);
  });

  test('who never learns it: nobody has said that they do not know it', () => {
    expect(known('bo', script('[[reveal: x to=anna]]', at))).toEqual(['undecided']);
  });

  test('who acts on it before may know it', () => {
    expect(known('anna', script('[[uses: x who=anna]]', at, '[[learns: x who=anna]]'))).toEqual(['undecided']);
    expect(known('anna', script(at, '[[uses: x who=anna]]', '[[learns: x who=anna]]'))).toEqual(['not-yet']);
  });

  test('an entry that only the study has proves no order', () => {
    const study =
      '--- all.study.yaml\ntitle: All\nfacts: [{ id: x, text: X, status: holds }]\nreveals: [{ id: r, fact: x, to: [anna], episode: 1 }]\n';
    expect(known('anna', `${study}${script(at)}--- e2.fountain\n${at}\n`)).toEqual(['undecided', 'undecided']);
  });

  test('where an episode without a number belongs nobody has said', () => {
    const study = '--- all.study.yaml\ntitle: All\n';
    expect(known('anna', `${study}${script('[[learns: x who=anna]]')}--- other.fountain\n${at}\n`)).toEqual([
      'undecided',
    ]);
  });
});

describe('those who are present', () => {
  const scene = (action: string, more = 'ANNA\nHello.') =>
    script('INT. HOUSE - NIGHT', action, more, '[[reveal: x]]', 'EXT. ROAD - DAY', 'BO\nBye.', at);

  test('who speaks in the scene is told, who is only heard is not', () => {
    expect(known('anna', scene('Rain.'))).toEqual(['knows']);
    expect(known('anna', scene('Rain.', 'ANNA (V.O.)\nHello.'), true)).toEqual(['undecided']);
  });

  test.each([
    ['Bo listens.', 'knows'],
    ['BO listens.', 'knows'],
    ["Bo's coat hangs there.", 'undecided'],
    ['Bob listens.', 'undecided'],
    ['They all listen.', 'undecided'],
    ['Rain.', 'undecided'],
  ])('who is named in its action is told: %s', (action, expected) => {
    expect(known('bo', scene(action), true)).toEqual([expected]);
    expect(known('bo', scene(action))).toEqual(['undecided']);
  });

  test('who is not there learns it later', () => {
    const later = (action: string) => `${scene(action)}\n[[learns: x who=bo]]\n`;
    expect(known('bo', later('Rain.'), true)).toEqual(['not-yet']);
    expect(known('bo', later('They listen.'), true)).toEqual(['undecided']);
    expect(known('bo', later('Rain.'))).toEqual(['undecided']);
  });

  test('a name in a treatment proves nothing', () => {
    const text = `--- e1.treatment.md\n# One\n\nAnna sits with Bo. [[reveal: x]]\n\n# Two\n\n${at}\n\n[[learns: x who=bo]]\n`;
    expect(known('bo', text, true)).toEqual(['undecided']);
    expect(known('audience', text, true)).toEqual(['knows']);
  });
});
