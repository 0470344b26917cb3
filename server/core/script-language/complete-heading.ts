import { t } from '@vscode/l10n';
import { within } from '../season/horizon.ts';
import type { Completion } from '../study-language/complete.ts';
import { type Around, type CursorAt, offer } from './offer.ts';
import { usedWords } from './used-in-season.ts';
import { sameWord } from './used-words.ts';

const prefixes: Readonly<Record<string, () => string>> = {
  INT: () => t('A scene indoors.'),
  EXT: () => t('A scene outdoors.'),
  'INT./EXT': () => t('Indoors and outdoors, as in a car or through a door.'),
  'I/E': () => t('Indoors and outdoors, in short.'),
  EST: () => t('An establishing view of a place.'),
};

/** How many whole headings are offered beside the ways to begin one. */
const mostHeadings = 12;

/** How a heading begins, those ways first that are used most recently; then whole ones, up to their place. */
export function headingStarts({ context, gap }: Around, cursor: CursorAt<'line'>): Completion[] {
  const used = [...usedWords(context, gap, 'prefix').values()].map((one) => one.toUpperCase());
  const starts = [...new Set([...used, ...Object.keys(prefixes)])].map((prefix) => {
    const says = prefixes[prefix]?.();
    return { label: `${prefix}.`, ...(says && { says }) };
  });
  // One letter begins a sentence more often than a heading.
  const isLong = cursor.written.length > 1;
  const headings = isLong ? [...usedWords(context, gap, 'heading').values()].slice(0, mostHeadings) : [];
  return [
    ...offer(cursor, 'heading', starts, ({ label }) => `${label} `),
    ...offer(
      cursor,
      'heading',
      headings.map((label) => ({ label })),
    ),
  ];
}

/** Places: of this script, of the season's others, of the study. */
export function places({ context, gap, script }: Around, cursor: CursorAt<'place' | 'line'>): Completion[] {
  const study = within(context.season, context.horizon).study;
  const listed = (study?.places ?? []).flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((label) => ({ label: label.toUpperCase(), entry: { list: 'places', id } as const })),
  );
  const used = [...usedWords(context, gap, 'place').values()].map((label) => {
    const entry = listed.find((one) => sameWord(one.label) === sameWord(label))?.entry;
    return { label, ...(entry && { entry }) };
  });
  // `INT.` wants a space before the place, a forcing dot none.
  const before = script.text.slice(cursor.lineStart, cursor.span.start);
  const lead = /[^\s.][.\w]*\.$/.test(before) ? ' ' : '';
  return offer(cursor, 'place', [...used, ...listed], ({ label }) => lead + label);
}

const usualTimes = [
  'DAY',
  'NIGHT',
  'MORNING',
  'EVENING',
  'AFTERNOON',
  'DAWN',
  'DUSK',
  'LATER',
  'MOMENTS LATER',
  'CONTINUOUS',
  'SAME',
];

/** What may follow a dash: times of day, those used first; and rooms that the place is known to have. */
export function roomsAndTimes({ context, gap }: Around, cursor: CursorAt<'time'>): Completion[] {
  const times = [...usedWords(context, gap, 'time').values(), ...usualTimes].map((label) => ({ label }));
  const known = usedWords(context, gap, 'place');
  const place = sameWord(cursor.place);
  const rooms = [...known].flatMap(([key, word]) => {
    const rest = key.startsWith(place) ? /^\s+(?:--?|[–—])\s+(.+)$/.exec(word.slice(cursor.place.length)) : null;
    return rest ? [{ label: rest[1]! }] : [];
  });
  const isWhole = known.has(place) || rooms.length === 0;
  const [rankTimes, rankRooms] = [offer(cursor, 'time', times), offer(cursor, 'place', rooms)];
  if (
    cursor.written.trim() !== '' &&
    [...times, ...rooms].some(({ label }) => sameWord(label) === sameWord(cursor.written.trim()))
  )
    return [];
  return isWhole ? [...rankTimes, ...rankRooms] : [...rankRooms, ...rankTimes];
}
