/** Stretches of the day in hours, from `from` to `to`. What plays at night may go on past midnight. */
interface Hours {
  readonly from: number;
  readonly to: number;
}

/**
 * By the words of headings, in the languages that Chekhov speaks. They overlap where speakers do not agree: nothing is
 * concluded from those. What stands first counts: an `APRÈS-MIDI` is no `MIDI`.
 */
const TIMES: readonly (readonly [RegExp, Hours])[] = [
  [word('DAWN|SUNRISE|DAYBREAK|MORGENGRAUEN|MORGENDÄMMERUNG|SONNENAUFGANG|AUBE|AMANECER'), { from: 4, to: 6 }],
  [word('AFTERNOON|NACHMITTAGS?|APR[ÈE]S-MIDI'), { from: 12, to: 18 }],
  [word('MORNING|MORGENS?|VORMITTAGS?|MATIN|MAÑANA'), { from: 6, to: 12 }],
  [word('NOON|MIDDAY|MITTAGS?|MIDI|MEDIOD[ÍI]A'), { from: 12, to: 12 }],
  [word('TARDE'), { from: 12, to: 21 }],
  [
    word('DUSK|SUNSET|SUNDOWN|TWILIGHT|NIGHTFALL|ABENDDÄMMERUNG|SONNENUNTERGANG|ATARDECER|ANOCHECER'),
    { from: 17, to: 21 },
  ],
  [word('EVENING|ABENDS?|SOIR'), { from: 18, to: 23 }],
  [word('MIDNIGHT|MITTERNACHT|MINUIT|MEDIANOCHE'), { from: 24, to: 24 }],
  [word('NIGHT|TONIGHT|NACHTS?|NUIT|NOCHE'), { from: 21, to: 30 }],
  [word('DAY|TAGS?|JOUR|D[ÍI]A'), { from: 6, to: 18 }],
];

const CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))? ?([AP])\.? ?M\b/;

/** What says by itself that time has been left out, or that another time is shown. */
const JUMPS = word(
  [
    'LATER|EARLIER|NEXT|FOLLOWING|PREVIOUS|FLASHBACK|FLASHFORWARD|TOMORROW|YESTERDAY',
    'SPÄTER|FRÜHER|NÄCHSTE[NRS]?|FOLGENDE[NRS]?|RÜCKBLENDE|GESTERN',
    'PLUS TARD|PLUS T[ÔO]T|LENDEMAIN|FLASH-BACK',
    'M[ÁA]S TARDE|DESPU[ÉE]S|SIGUIENTE|ANTES|AYER',
  ].join('|'),
);

export type BreakReason = 'backward' | 'jump' | 'story';

/** Follows the times of day through the headings of an episode. */
export class Clock {
  #last: Hours | undefined;

  /**
   * Why time is broken at a heading that says this time; undefined where it is not, or where that cannot be told. A time that
   * does not say when (`CONTINUOUS`, `SAME`) goes on from the one before, and so does night into dawn.
   */
  step(time: string): Exclude<BreakReason, 'story'> | undefined {
    const said = time.toUpperCase();
    const now = hoursOf(said);
    const before = this.#last;
    if (now) this.#last = now;
    if (JUMPS.test(said)) return 'jump';
    if (!now || !before) return undefined;
    const dawns = now.to <= 6 && before.from >= 20;
    return now.to <= before.from && !isSame(now, before) && !dawns ? 'backward' : undefined;
  }
}

function isSame(a: Hours, b: Hours): boolean {
  return a.from === b.from && a.to === b.to;
}

function hoursOf(said: string): Hours | undefined {
  const clock = CLOCK.exec(said);
  if (clock) {
    const hour = (Number(clock[1]) % 12) + (clock[3] === 'P' ? 12 : 0) + Number(clock[2] ?? 0) / 60;
    return { from: hour, to: hour };
  }
  return TIMES.find(([words]) => words.test(said))?.[1];
}

/** Matches one of some words, whole: JavaScript's own `\b` knows no letters but English ones. */
function word(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');
}
