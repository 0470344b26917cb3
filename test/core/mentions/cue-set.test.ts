import { describe, expect, test } from 'vitest';
import { CueSet } from '../../../server/core/mentions/cue-set.ts';
import type { Cue, Referent } from '../../../server/core/mentions/referent.ts';

const thread = (text: string, id = text): Cue => ({ text, referent: { kind: 'thread', id } });
const event = (text: string, id = text): Cue => ({ text, referent: { kind: 'event', id } });
const person = (text: string, id = text, until?: string): Cue => ({
  text,
  referent: { kind: 'character', id, ...(until && { until }) },
});

/** What is found, as it stands in the text. */
function found(text: string, ...cues: string[]): string[] {
  return CueSet.of(cues.map((cue) => thread(cue)))
    .find(text)
    .map(({ start, end }) => text.slice(start, end));
}

/** What is found, and what it means. */
function meant(text: string, cues: readonly Cue[]): Record<string, string[]> {
  const name = ({ kind, id }: Referent) => `${kind} ${id}`;
  return Object.fromEntries(
    CueSet.of(cues)
      .find(text)
      .map(({ start, end, referents }) => [text.slice(start, end), referents.map(name)]),
  );
}

describe('whole words', () => {
  test.each<[text: string, cue: string, finds: string[]]>([
    ['soy', 'soy', ['soy']],
    ['(soy), "soy"!', 'soy', ['soy', 'soy']],
    ['soya, unsoy, soy2, soy_milk', 'soy', []],
    ['soy-free', 'soy', ['soy']],
    ['half-moon, half moon', 'half-moon', ['half-moon']],
    ['half‑moon', 'half-moon', ['half‑moon']],
    ['The *soy* and _soy_ and **so**y', 'soy', ['soy', 'soy', 'so**y']],
    ['the *brass* key', 'brass key', ['brass* key']],
    ['brass * key', 'brass key', ['brass * key']],
    ['soy[[setup: x]]', 'soy', ['soy']],
    ['«soy»…soy—soy', 'soy', ['soy', 'soy', 'soy']],
    ['C++ and C', 'C++', ['C++']],
    ['Mr. Sealy, Mr Sealy', 'Mr. Sealy', ['Mr. Sealy']],
    ['a 🔪, 🔪🔪', '🔪', ['🔪', '🔪', '🔪']],
    ['soft\u00adhyphen', 'softhyphen', ['soft\u00adhyphen']],
    ['\u2068soy\u2069', 'soy', ['soy']],
    ['\ufeffsoy\ufeff', 'soy', ['soy']],
  ])('%j: %s', (text, cue, finds) => expect(found(text, cue)).toEqual(finds));

  test.each<[text: string, cue: string, finds: string[]]>([
    ['яблоко, яблоком', 'яблоко', ['яблоко']],
    ['Пистолет на стене', 'пистолет', ['Пистолет']],
    ['ΣΊΣΥΦΟΣ, Σίσυφος', 'σίσυφος', ['ΣΊΣΥΦΟΣ', 'Σίσυφος']],
    ['אקדח האקדח', 'אקדח', ['אקדח']],
    ['قلم، قلمي', 'قلم', ['قلم']],
    ['बंदूक बंदूकें', 'बंदूक', ['बंदूक']],
    ['می\u200cخواهم', 'می', []],
    ['알레르기 알레르기가', '알레르기', ['알레르기']],
    // No spaces, no boundaries.
    ['他把手枪挂在墙上。', '手枪', ['手枪']],
    ['ピストルと銃声', '銃', ['銃']],
    ['大豆アレルギーだ', '大豆アレルギー', ['大豆アレルギー']],
    ['EpiPenを持つ60秒', 'epipen', ['EpiPen']],
    ['EpiPenケース', 'epipen', ['EpiPen']],
    ['ジャパンのパン', 'パン', ['パン']],
    ['เขาแขวนปืนไว้', 'ปืน', ['ปืน']],
    // A consonant is not found without the vowel that stands upon it.
    ['ปืน', 'ป', []],
    ['ວາງປືນລົງ', 'ປືນ', ['ປືນ']],
  ])('%j: %s', (text, cue, finds) => expect(found(text, cue)).toEqual(finds));

  test.each<[text: string, cue: string, finds: string[]]>([
    ["Peter's gun, Peter’s gun, the Peters' gun", 'Peter', ['Peter', 'Peter']],
    ["Peter'll come", 'Peter', ['Peter']],
    ["Rob’s phone and Rob's\nphone", "Rob's phone", ['Rob’s phone', "Rob's\nphone"]],
    ["the Irvines' home", 'Irvines', ['Irvines']],
    ["'soy' ‘soy’", 'soy', ['soy', 'soy']],
    ["at ten o'clock", 'clock', []],
    ["O'Brien", 'Brien', []],
    ["don't", 'don', []],
    ["l'EpiPen, d’Alcaras", 'epipen', ['EpiPen']],
    ["l'EpiPen, d’Alcaras", 'alcaras', ['Alcaras']],
    ["l'arme", "l'arme", ["l'arme"]],
    ["dell'arma", 'arma', ['arma']],
    ['O‘Neill', 'O’Neill', ['O‘Neill']],
  ])('with apostrophes: %j: %s', (text, cue, finds) => expect(found(text, cue)).toEqual(finds));
});

describe('white space', () => {
  test('of any length, line breaks included', () => {
    expect(found('emergency \t\r\n   kit', 'emergency kit')).toEqual(['emergency \t\r\n   kit']);
    expect(found('emergency\u00a0kit emergency\u3000kit', ' emergency   kit ')).toHaveLength(2);
  });

  test('with the marks of a quoted line', () => {
    expect(found('> emergency\n> > kit', 'emergency kit')).toEqual(['emergency\n> > kit']);
    expect(found('emergency > kit', 'emergency kit')).toEqual([]);
  });

  test('must be where the cue has it, and only there', () => {
    expect(found('emergencykit', 'emergency kit')).toEqual([]);
    expect(found('U. S. army', 'U.S.')).toEqual([]);
  });
});

describe('case', () => {
  test.each<[text: string, cue: string, finds: string[]]>([
    ['EPIPEN epipen', 'EpiPen', ['EPIPEN', 'epipen']],
    ['Die Straße, die STRASSE, die STRAẞE, die strasse', 'straße', ['Straße', 'STRASSE', 'STRAẞE', 'strasse']],
    [
      'İSTANBUL, İstanbul, istanbul, ISTANBUL, ıstanbul',
      'İstanbul',
      ['İSTANBUL', 'İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
    ],
    ['İİİ soy İİİ soy', 'soy', ['soy', 'soy']],
    ['ßßß SOY ßßß ﬀ soy', 'soy', ['SOY', 'soy']],
    ['CAFE\u0301 café', 'café', ['CAFE\u0301', 'café']],
    ['ﬁnal FINAL', 'final', ['ﬁnal', 'FINAL']],
    ['ſoy', 'soy', ['ſoy']],
    ['K (Kelvin)', 'k', ['K']],
    ['𐐔𐐇𐐝𐐀𐐡𐐇𐐓', '𐐼𐐯𐑅𐐨𐑉𐐯𐐻', ['𐐔𐐇𐐝𐐀𐐡𐐇𐐓']],
    ['ŉ', 'n', []],
  ])('%j: %s', (text, cue, finds) => expect(found(text, cue)).toEqual(finds));
});

test('offsets count UTF-16 units, astral characters two', () => {
  const text = '𝒜 🎭🎭 İß 🔪 the soy';
  expect(CueSet.of([thread('soy')]).find(text)).toEqual([
    { start: text.indexOf('soy'), end: text.length, referents: [{ kind: 'thread', id: 'soy' }] },
  ]);
});

test('text that is no Unicode does no harm', () => {
  expect(found('\ud800soy\udc00 \ud800', 'soy')).toEqual(['soy']);
});

describe('which counts', () => {
  test('the longest', () => {
    expect(found("Rob's phone rings; the phone", 'phone', "Rob's phone")).toEqual(["Rob's phone", 'phone']);
    expect(found('a b c d', 'b', 'a b', 'a b c')).toEqual(['a b c']);
  });

  test('the leftmost, though a longer one begins within it', () => {
    expect(found('a b c d', 'a b', 'b c d')).toEqual(['a b']);
  });

  test('a shorter one, where the longer does not come to its end', () => {
    expect(found('a b c e', 'a b c d', 'b c', 'c e')).toEqual(['b c']);
    expect(found('the emergency kits', 'emergency kit', 'emergency')).toEqual(['emergency']);
  });

  test('each that one stretch means', () => {
    const cues = [event('Tylenol', 'e'), person('Tylenol', 'p'), thread('tylenol', 't'), thread('TYLENOL', 'u')];
    expect(meant('Tylenol', cues)).toEqual({ Tylenol: ['thread t', 'thread u', 'character p', 'event e'] });
    expect(meant('Tylenol', [...cues, ...cues])).toEqual(meant('Tylenol', cues));
  });

  test('names hide threads within them, events hide neither', () => {
    expect(
      meant('He asks Kit Carson for the kit', [thread('kit'), person('Kit Carson'), event('asks kit carson for')]),
    ).toEqual({
      'asks Kit Carson for': ['event asks kit carson for'],
      'Kit Carson': ['character Kit Carson'],
      kit: ['thread kit'],
    });
  });

  test('of a name that is given away later, the one that is not', () => {
    const referents = (cues: Cue[]) => CueSet.of(cues).find('Carrie')[0]?.referents;
    expect(referents([person('Carrie', 'j', 'r')])).toEqual([{ kind: 'character', id: 'j', until: 'r' }]);
    expect(referents([person('Carrie', 'j', 'r'), person('carrie', 'j')])).toEqual([{ kind: 'character', id: 'j' }]);
    expect(referents([person('carrie', 'j'), person('Carrie', 'j', 'r')])).toEqual([{ kind: 'character', id: 'j' }]);
  });
});

test('a cue without letter, digit or picture is none', () => {
  expect(CueSet.of(['', ' ', '...', '"', '*', '$', '--'].map((cue) => thread(cue))).size).toBe(0);
  expect(found('... "" * --', '...', '"', '*', '--')).toEqual([]);
});

test('cues of any words, such as those of objects', () => {
  expect(found('constructor __proto__', '__proto__', 'constructor')).toEqual(['constructor', 'proto']);
});
