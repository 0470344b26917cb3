import type { SceneSetting } from './file-structure.ts';
import { bare } from './headings.ts';

const PREFIX = /^(INT\.? *\/ *EXT|EXT\.? *\/ *INT|I *\/ *E|INT|EXT|EST)(?:\. *| +)/i;

/** A dash between parts has a space on one side at least, or is a long one: `T-JUNCTION` is one word. */
const DASH = / +[-–—]+ *| *[-–—]+ +| *(?:—|--+) */;
const PARENTHESES = /\([^()]*\)/g;

/** Words that by themselves say when, in the languages that Chekhov speaks. Capitals are often written without their accents. */
const TIMES = words(
  `day night morning evening afternoon noon midday midnight dawn dusk sunrise sunset sundown daybreak nightfall twilight
   magic later earlier continuous continuing same moments flashback flashforward present tonight today tomorrow yesterday
   tag tags nacht nachts morgen morgens vormittag vormittags mittag mittags nachmittag nachmittags abend abends mitternacht
   morgengrauen morgendämmerung abenddämmerung dämmerung sonnenaufgang sonnenuntergang später früher rückblende gegenwart
   jour nuit matin midi soir minuit aube crépuscule crepuscule lendemain
   día dia noche mañana mediodía mediodia tarde medianoche amanecer atardecer anochecer madrugada después despues`,
);

/** Words that may stand beside those, and say nothing without them. */
const BESIDE = words(
  `a an the next that this following previous early late mid pre post very still again before after few several couple of
   minutes minute hours hour days weeks week months month years year time hour one two three four five six seven eight
   nine ten twelve oclock o clock am pm end to back in at on and or monday tuesday wednesday thursday friday saturday
   sunday january february march april may june july august september october november december spring summer autumn
   fall winter christmas eve intercut
   im der die das den nächste nächsten nächster folgende folgenden kurz etwas darauf danach selben derselbe noch
   immer ein eine einen zwei drei vier fünf sechs sieben acht neun zehn paar minuten stunde stunden tage wochen monate jahre uhr
   le la les plus tard tôt tot après apres même meme un une deux trois quatre cinq six sept huit dix heure heures jours semaines mois ans
   el los las más mas al del mismo misma siguiente un una dos tres cuatro cinco seis siete ocho nueve diez minutos hora horas
   días dias semanas meses años`,
);

/**
 * The parts of a script's scene heading, in upper case. The prefix has no dots, and `I/E` is `INT/EXT`; it is empty in a
 * forced heading. What stands in parentheses qualifies a place or time and is no part of a place. The time is the first part
 * after the place that says when, with all that follows it; without dashes also what ends the heading after a dot or comma,
 * `INT. KITCHEN. NIGHT`.
 */
export function settingOf(heading: string): SceneSetting {
  const { prefix, place, rooms, time } = writtenSetting(heading);
  return {
    prefix: prefixName(prefix.toUpperCase()),
    place: place.toUpperCase(),
    rooms: rooms.map((room) => room.toUpperCase()),
    ...(time === undefined ? {} : { time: time.toUpperCase() }),
  };
}

/** The same parts in the case in which they are written; the prefix with its dots, and without a final one. */
export function writtenSetting(heading: string): SceneSetting {
  const line = bare(heading).replace(/\s+/g, ' ');
  const prefix = PREFIX.exec(line);
  const segments = line
    .slice(prefix?.[0].length ?? 0)
    .split(DASH)
    .map((segment) => segment.trim());
  const timeAt = segments.findIndex((segment, i) => i > 0 && saysWhen(segment));
  let time = timeAt < 0 ? undefined : segments.slice(timeAt).filter(Boolean).join(' - ');
  const places = timeAt < 0 ? segments : segments.slice(0, timeAt);
  if (time === undefined) {
    const last = places.length - 1;
    const cut = timeAtEnd(places[last]!);
    if (cut) {
      places[last] = cut.place;
      time = cut.time;
    }
  }
  const rooms = places.map((place) => place.replace(PARENTHESES, ' ').replace(/ +/g, ' ').trim()).filter(Boolean);
  const where = rooms.length > 0 ? rooms : places.filter(Boolean);
  return {
    prefix: prefix?.[1] ?? '',
    place: where.join(' - '),
    rooms: where,
    ...(time === undefined ? {} : { time }),
  };
}

function prefixName(written: string): string {
  const name = written.replace(/[ .]/g, '');
  return name === 'I/E' ? 'INT/EXT' : name;
}

/** Whether a part says when: every word of it is about time, and one of them says so by itself. */
function saysWhen(segment: string): boolean {
  const said = segment.replace(PARENTHESES, ' ');
  const found = (said.trim() === '' ? segment : said).toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return found.length > 0 && found.length <= 8 && found.some(isTime) && found.every(isAboutTime);
}

function isTime(word: string): boolean {
  return TIMES.has(word) || /^\d{1,2}(?:am|pm)$/.test(word);
}

function isAboutTime(word: string): boolean {
  return isTime(word) || BESIDE.has(word) || /^\d{1,4}(?:st|nd|rd|th|s)?$/.test(word);
}

/** `KITCHEN. NIGHT`, `KITCHEN, NIGHT`, `KITCHEN (NIGHT)`. */
function timeAtEnd(place: string): { place: string; time: string } | undefined {
  const line = place.replace(/[. ]+$/, '');
  const open = line.endsWith(')') ? line.lastIndexOf('(') : -1;
  const from = open >= 0 ? open : Math.max(line.lastIndexOf('. '), line.lastIndexOf(', '));
  if (from <= 0) return undefined;
  const time = open >= 0 ? line.slice(open + 1, -1).trim() : line.slice(from + 1).trim();
  return saysWhen(time) ? { place: line.slice(0, from).trim(), time } : undefined;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
