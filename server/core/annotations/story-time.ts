/**
 * A story time: a stretch on one of three axes. Times on different axes cannot be compared: nothing says on which date
 * `day 3` falls. Nor can two that overlap: `-1y` is about a year ago, and so may be before or after `-360d`.
 */
export interface StoryTime {
  /** `now`: minutes before (negative) or after the present of the story. `date`, `day`: minutes of the calendar, of the story's days. */
  readonly axis: 'now' | 'date' | 'day';
  readonly from: number;
  /** At most here; the same as `from` for a moment. */
  readonly to: number;
}

const DAY = 24 * 60;
const MINUTES: Readonly<Record<string, number>> = {
  y: 365.25 * DAY,
  mo: 30.44 * DAY,
  w: 7 * DAY,
  d: DAY,
  h: 60,
  min: 1,
};

/** By every word that says the unit. `m` is left out: it may be months or minutes. */
const UNITS: Readonly<Record<string, keyof typeof MINUTES>> = {
  ...{ y: 'y', yr: 'y', yrs: 'y', year: 'y', years: 'y', mo: 'mo', mos: 'mo', month: 'mo', months: 'mo' },
  ...{ w: 'w', wk: 'w', wks: 'w', week: 'w', weeks: 'w', d: 'd', day: 'd', days: 'd' },
  ...{ h: 'h', hr: 'h', hrs: 'h', hour: 'h', hours: 'h', min: 'min', mins: 'min', minute: 'min', minutes: 'min' },
};

const RELATIVE = /^([-+−–])\s?(\d{1,6}(?:\.\d{1,3})?)\s?([a-z]{1,7})$/i;
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?)?)?$/i;
const STORY_DAY = /^day\s?(\d{1,5})(?:,?\s(\d{1,2}):(\d{2}))?$/i;

/** The story time that a value says: `-6y`, `-3h`, `2019-03-02`, `day 3`, `now`. Undefined where it is no time. */
export function parseStoryTime(value: string): StoryTime | undefined {
  const text = value.trim();
  if (text.length > 24) return undefined;
  if (text.toLowerCase() === 'now') return { axis: 'now', from: 0, to: 0 };
  return relativeTime(text) ?? dateTime(text) ?? storyDay(text);
}

/**
 * Below zero where `a` comes before `b` in the story, above where after, 0 where they are the same time as far as the text
 * says; undefined where the text does not decide it.
 */
export function compareStoryTimes(a: StoryTime, b: StoryTime): number | undefined {
  if (a.axis !== b.axis) return undefined;
  if (a.from === b.from && a.to === b.to) return 0;
  if (liesBefore(a, b)) return -1;
  if (liesBefore(b, a)) return 1;
  return undefined;
}

/** A stretch does not hold its end; a moment is nothing but its end. */
function liesBefore(a: StoryTime, b: StoryTime): boolean {
  return a.to < b.from || (a.to === b.from && a.from < a.to);
}

/** `6y` covers all that one would round to six years. */
function relativeTime(text: string): StoryTime | undefined {
  const match = RELATIVE.exec(text);
  if (!match) return undefined;
  const amount = Number(match[2]);
  const word = match[3]!.toLowerCase();
  const unit = UNITS[word];
  if (!unit && word !== 'm') return undefined;
  if (amount === 0) return { axis: 'now', from: 0, to: 0 };
  const half = match[2]!.includes('.') ? 0.05 : 0.5;
  const near = (amount - half) * MINUTES[unit ?? 'min']!;
  const far = (amount + half) * MINUTES[unit ?? 'mo']!;
  return match[1] === '+' ? { axis: 'now', from: near, to: far } : { axis: 'now', from: -far, to: -near };
}

function dateTime(text: string): StoryTime | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year!, month!))) return undefined;
  const from = calendar(year!, month ?? 1, day ?? 1);
  if (hour !== undefined) return clock('date', from, hour, minute!);
  const to =
    day !== undefined ? from + DAY : month !== undefined ? calendar(year!, month + 1, 1) : calendar(year! + 1, 1, 1);
  return { axis: 'date', from, to };
}

function storyDay(text: string): StoryTime | undefined {
  const match = STORY_DAY.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]) * DAY;
  if (match[2] !== undefined) return clock('day', from, Number(match[2]), Number(match[3]));
  return { axis: 'day', from, to: from + DAY };
}

function clock(axis: StoryTime['axis'], day: number, hour: number, minute: number): StoryTime | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const at = day + hour * 60 + minute;
  return { axis, from: at, to: at };
}

/** Minutes from the beginning of 1970. `setUTCFullYear`, because `Date.UTC` reads 0 to 99 as years of the last century. */
function calendar(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 60_000;
}

function daysIn(year: number, month: number): number {
  return (calendar(year, month + 1, 1) - calendar(year, month, 1)) / DAY;
}
