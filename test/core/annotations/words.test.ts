import { describe, expect, it } from 'vitest';
import { COMMON_KEYS, KEYS, KINDS, keyInfo, kindInfo, SPELLINGS } from '../../../server/core/annotations/kinds.ts';
import { isOrdinary, nearestKind, oneSlipApart } from '../../../server/core/annotations/nearest.ts';
import { isId, slugOf } from '../../../server/core/annotations/slug.ts';
import { compareStoryTimes, parseStoryTime } from '../../../server/core/annotations/story-time.ts';

describe('the table of kinds', () => {
  it('spells no two kinds alike', () => expect(new Set(SPELLINGS).size).toBe(SPELLINGS.length));

  it('knows every key that it allows', () => {
    for (const key of [...COMMON_KEYS, ...KINDS.flatMap((kind) => kind.keys)]) expect(keyInfo(key)?.key).toBe(key);
    expect(new Set(KEYS.map((it) => it.key)).size).toBe(KEYS.length);
  });

  it('finds a kind by each spelling', () => {
    for (const info of KINDS) for (const word of [info.kind, ...info.also]) expect(kindInfo(word)).toBe(info);
    expect(kindInfo('constructor')).toBeUndefined();
    expect(keyInfo('constructor')).toBeUndefined();
  });
});

describe('a slip', () => {
  it.each([
    ['setup', 'setpu'],
    ['setup', 'stup'],
    ['setup', 'setupp'],
    ['setup', 'xsetup'],
    ['setup', 'zetup'],
    ['ab', 'ba'],
  ])('is between %s and %s', (a, b) => {
    expect(oneSlipApart(a, b)).toBe(true);
    expect(oneSlipApart(b, a)).toBe(true);
  });
  it.each([
    ['setup', 'setup'],
    ['setup', 'tesup'],
    ['setup', 'stpeu'],
    ['setup', 'set'],
    ['pay', 'apx'],
  ])('is not between %s and %s', (a, b) => {
    expect(oneSlipApart(a, b)).toBe(false);
    expect(oneSlipApart(b, a)).toBe(false);
  });
  it.each([
    ['setpu', 'setup'],
    ['REVEEL', 'reveal'],
    ['reinforec', 'reinforce'],
    ['pya', 'pay'],
    ['setup', undefined],
    ['draft', 'craft'],
    ['p', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('of %j is nearest to %s', (word, kind) => expect(nearestKind(word)).toBe(kind));
  it.each([
    ['Draft', true],
    ['seeds', true],
    ['setpu', false],
  ])('%s is an ordinary word: %s', (word, is) => expect(isOrdinary(word)).toBe(is));
});

describe('a slug', () => {
  it.each([
    ["Peter's soy allergy", 'peters-soy-allergy'],
    ['  Two -- dashes ', 'two-dashes'],
    ['ŒUVRE Nº 5', 'œuvre-nº-5'],
    ['Привет, мир!', 'привет-мир'],
    ['snake_case', 'snake_case'],
    ['--', ''],
    ['🔫', ''],
    ['', ''],
  ])('of %j is %j', (title, slug) => expect(slugOf(title)).toBe(slug));

  it('of a slug is itself', () => {
    for (const title of ["It's 5 o'clock", 'a_b-c', 'Ünïcode, too', 'İstanbul']) {
      expect(slugOf(slugOf(title))).toBe(slugOf(title));
      expect(isId(slugOf(title))).toBe(true);
    }
  });
});

describe('a story time', () => {
  it.each([
    ...['-6y', '-3h', '+2d', '−6y', '-1.5h', '- 6 years', '-3m', '2019-03-02', '2019-03', '2019', '2019-03-02 14:30'],
    ...['day 3', 'Day 12', 'day3', 'day 3 14:00', 'now', 'NOW'],
  ])('is %s', (value) => expect(parseStoryTime(value)).toBeDefined());

  it.each([
    '',
    '6y',
    '-y',
    '-6',
    '-6q',
    'yesterday',
    '2019-13-01',
    '2019-02-30',
    'day',
    'day three',
    'now or never',
    '3',
    'day 3 25:00',
  ])('is not %j', (value) => expect(parseStoryTime(value)).toBeUndefined());

  it.each<[string, string, number | undefined]>([
    ['-6y', 'now', -1],
    ['-6y', '-5y', -1],
    ['-6y', '-3h', -1],
    ['-6y', '-6y', 0],
    ['now', 'now', 0],
    ['now', '-0h', 0],
    ['+2d', 'now', 1],
    ['-1y', '-360d', undefined],
    ['-6y', '-6.2y', undefined],
    ['-3m', 'now', -1],
    ['-3m', '-1h', undefined],
    ['2019', '2020-01-01', -1],
    ['2019', '2019-03', undefined],
    ['2019-03-02', '2019-03-03', -1],
    ['2019-03-02 09:00', '2019-03-02 10:00', -1],
    ['2019-03-02', '2019-03-02 10:00', undefined],
    ['2019-03-02', '2019-03-02 00:00', undefined],
    ['day 3', 'day 12', -1],
    ['day 3', 'day 3', 0],
    ['day 3', 'now', undefined],
    ['2019-03-02', '-6y', undefined],
  ])('%s against %s: %s', (a, b, expected) => {
    const compare = (x: string, y: string) => compareStoryTimes(parseStoryTime(x)!, parseStoryTime(y)!);
    expect(compare(a, b)).toBe(expected);
    expect(compare(b, a)).toBe(expected === undefined || expected === 0 ? expected : -expected);
  });
});
