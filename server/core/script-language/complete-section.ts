import { partsAt } from '../query/places.ts';
import type { ActPart } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import type { Completion } from '../study-language/complete.ts';
import { type Around, type CursorAt, offer } from './offer.ts';

const numbers = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const named = ['Teaser', 'Cold Open', 'Prologue', 'Tag', 'Epilogue', 'Coda'];

/** Names of acts that the episode does not have yet, the next one first, in the words of those that it has. */
export function sections({ context, script, gap }: Around, cursor: CursorAt<'section'>): Completion[] {
  const structure = structureOf(context.manuscript.facts);
  const file = { uri: context.uri, facts: context.manuscript.facts, structure };
  const episode = partsAt(file, Math.max(0, gap.before))?.episode ?? structure.episodes[0];
  const own = gap.after - gap.before > 1 ? gap.before + 1 : -1;
  const acts = (episode?.acts ?? []).filter(({ heading }) => heading !== undefined && heading !== own);
  const there = new Set(acts.map(({ number }) => number));
  const next = Math.max(0, ...acts.filter(({ heading }) => heading! <= gap.before).map(({ number }) => number ?? 0));
  const style = styleOf(acts);
  const open = numbers.map((_, i) => i + 1).filter((number) => !there.has(number));
  const inOrder = [...open.filter((number) => number > next), ...open.filter((number) => number <= next)];
  const titles = acts.map(({ title }) => title.toLowerCase());
  const others = named.filter((name) => !titles.some((title) => title.startsWith(name.toLowerCase())));
  const words = [...inOrder.map((number) => `Act ${style(number)}`), ...others].map((label) => ({ label }));
  const before = script.text.slice(cursor.lineStart, cursor.span.start);
  const indent = before.endsWith('#') && !/^\s/.test(cursor.typed);
  const spaces = /^\s*/.exec(cursor.typed)![0].length;
  const span = { start: cursor.span.start + spaces, end: cursor.span.end };
  return offer({ ...cursor, span }, 'section', words, ({ label }) => (indent ? ` ${label}` : label));
}

function styleOf(acts: readonly ActPart[]): (number: number) => string {
  const title = acts.findLast(({ kind }) => kind === 'act')?.title ?? '';
  if (/^act\s+\d/i.test(title)) return String;
  if (/^act\s+[ivx]+\b/i.test(title)) return (number) => roman[number - 1]!;
  return (number) => numbers[number - 1]!;
}
