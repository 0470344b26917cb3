import type { ActKind } from './file-structure.ts';
import { numberOf } from './numbers.ts';

/**
 * What the headings of episodes and acts, and the lines of a script that name acts, are made of in a language other than
 * English. All but kinds are pattern sources.
 */
interface Words {
  readonly episode: string;
  readonly act: string;
  readonly season: string;
  /** One to ten. */
  readonly cardinals: readonly string[];
  /** First to tenth. */
  readonly ordinals: readonly string[];
  /** An ordinal in digits. */
  readonly digits: string;
  /** Before an act that ends; what is called so in English, `teaser`, may follow too, with this behind it. */
  readonly endOf: string;
  readonly genitive: string;
  readonly named: readonly (readonly [string, ActKind])[];
}

// Capitals are often written without their accents.
const german: Words = {
  episode: 'folge|episode',
  act: 'akt(?:e?s)?',
  season: 'staffel',
  cardinals: 'eins zwei drei vier f[uü]e?nf sechs sieben acht neun zehn'.split(' '),
  ordinals: 'erst zweit dritt viert f[uü]e?nft sechst sieb(?:en)?t acht neunt zehnt'
    .split(' ')
    .map((stem) => `${stem}e[rn]?`),
  digits: '\\d{1,2}\\.',
  endOf: 'ende (?:(?:von|vom|des|der) )?',
  genitive: 's?',
  named: [
    ['prolog', 'prologue'],
    ['epilog', 'epilogue'],
  ],
};

const spanish: Words = {
  episode: 'episodio|cap[ií]tulo',
  act: 'acto',
  season: 'temporada',
  cardinals: 'uno dos tres cuatro cinco seis siete ocho nueve diez'.split(' '),
  ordinals: 'primer segund tercer cuart quint sext s[eé]ptim octav noven d[eé]cim'
    .split(' ')
    .map((stem) => (/^(?:primer|tercer)$/.test(stem) ? `${stem}[oa]?` : `${stem}[oa]`)),
  digits: '\\d{1,2}\\.?[ºª°]',
  endOf: 'fin (?:del? (?:la )?)?',
  genitive: '',
  named: [
    ['pr[oó]logo', 'prologue'],
    ['ep[ií]logo', 'epilogue'],
  ],
};

const french: Words = {
  episode: '[eé]pisode',
  act: 'acte',
  season: 'saison',
  cardinals: 'une? deux trois quatre cinq six sept huit neuf dix'.split(' '),
  ordinals: [
    'premi(?:er|[eè]re)',
    'deuxi[eè]me|seconde?',
    ...'trois quatr cinqu six sept huit neuv dix'.split(' ').map((stem) => `${stem}i[eè]me`),
  ],
  digits: '(?:1(?:er|re|[eè]re)|\\d{1,2}(?:e|[eè]me))',
  endOf: "fin (?:de l[’'] ?|de la |du |de )?",
  genitive: '',
  named: [
    ['pr[eé]-?g[eé]n[eé]rique', 'teaser'],
    ['[eé]pilogue', 'epilogue'],
  ],
};

/** `Ende des Teasers`, `Fin du teaser`: what all languages call as English does. In German the end of a `tag` is that of a day. */
const englishNames: readonly (readonly [string, ActKind])[] = [
  ['teaser|cold[ -]open', 'teaser'],
  ['prolog(?:ue)?', 'prologue'],
  ['epilog(?:ue)?', 'epilogue'],
  ['tag', 'tag'],
  ['coda', 'coda'],
];

const languages = [german, spanish, french].map((words) => {
  const cardinal = `\\d{1,4}|[IVX]{1,7}|${words.cardinals.join('|')}`;
  const ordinal = words.ordinals.join('|');
  const end = '(?![\\p{L}\\d])';
  /** `Akt 2`, `Acte premier`, `Erster Akt`: the number is in the first or in the second group. */
  const numbered = (word: string) =>
    `(?:(?:${word})(?: +| *(?=\\d))(${cardinal}|${ordinal})|(${words.digits}|${ordinal}) +(?:${word}))${end}`;
  const season = `(?:(?:${words.season}) +(\\d{1,3}|${words.cardinals.join('|')})[ ,.:]+)?`;
  const whole = (sources: readonly string[]) => sources.map((source) => new RegExp(`^(?:${source})$`, 'iu'));
  return {
    episode: new RegExp(`^${season}${numbered(words.episode)}`, 'iu'),
    act: new RegExp(`^(${words.endOf})?${numbered(words.act)}`, 'iu'),
    season: new RegExp(`^${numbered(words.season)}`, 'iu'),
    named: [
      ...words.named.map(([source, kind]) => ({
        kind,
        pattern: new RegExp(`^(${words.endOf})?(?:${source})${end}`, 'iu'),
      })),
      ...englishNames
        .filter(([, kind]) => kind !== 'tag' || words !== german)
        .map(([source, kind]) => ({
          kind,
          pattern: new RegExp(`^(${words.endOf})(?:${source})${words.genitive}${end}`, 'iu'),
        })),
    ],
    cardinals: whole(words.cardinals),
    ordinals: whole(words.ordinals),
  };
});

type Language = (typeof languages)[number];

interface Found {
  readonly number: number;
  /** What stands behind it. */
  readonly rest: string;
}

/** `Folge 1`, `Staffel 2, Folge 5`, `Primer episodio`, `Épisode 1`. */
export function foreignEpisode(line: string): (Found & { readonly season?: number }) | undefined {
  for (const language of languages) {
    const match = language.episode.exec(line);
    const number = match ? numberIn(language, match[2] ?? match[3]!) : undefined;
    if (!match || number === undefined) continue;
    const season = match[1] === undefined ? undefined : numberIn(language, match[1]);
    return { number, rest: line.slice(match[0].length), ...(season === undefined ? {} : { season }) };
  }
  return undefined;
}

/** What a line says of an act. */
export interface ActSaid {
  readonly kind: ActKind;
  readonly number?: number;
  readonly ends: boolean;
  /** The line without what says that the act ends. */
  readonly name: string;
  /** What stands behind the words that name the act. */
  readonly rest: string;
}

/** `Akt 2`, `Primer acto`, `Ende des ersten Akts`, `Prolog`. */
export function foreignAct(line: string): ActSaid | undefined {
  for (const language of languages) {
    const match = language.act.exec(line);
    const number = match ? numberIn(language, match[2] ?? match[3]!) : undefined;
    if (match && number !== undefined) return { kind: 'act', number, ...partsOf(line, match) };
    for (const { kind, pattern } of language.named) {
      const named = pattern.exec(line);
      if (named) return { kind, ...partsOf(line, named) };
    }
  }
  return undefined;
}

/** @param match its first group is what says that an act ends */
function partsOf(line: string, match: RegExpExecArray): Pick<ActSaid, 'ends' | 'name' | 'rest'> {
  const end = match[1]?.length ?? 0;
  return { ends: end > 0, name: line.slice(end), rest: line.slice(match[0].length) };
}

/** `Staffel 2`, `Deuxième saison`. */
export function foreignSeason(line: string): Found | undefined {
  for (const language of languages) {
    const match = language.season.exec(line);
    const number = match ? numberIn(language, match[1] ?? match[2]!) : undefined;
    if (match && number !== undefined) return { number, rest: line.slice(match[0].length) };
  }
  return undefined;
}

function numberIn({ cardinals, ordinals }: Language, text: string): number | undefined {
  const digits = /^\d+/.exec(text);
  if (digits) return Number(digits[0]);
  for (const words of [cardinals, ordinals]) {
    const i = words.findIndex((pattern) => pattern.test(text));
    if (i >= 0) return i + 1;
  }
  return numberOf(text);
}
