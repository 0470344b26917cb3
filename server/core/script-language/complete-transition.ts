import { isUpperCase } from '../fountain/characters.ts';
import type { Completion } from '../study-language/complete.ts';
import { type Around, type CursorAt, offer } from './offer.ts';
import { usedWords } from './used-in-season.ts';

const usual = [
  'CUT TO:',
  'DISSOLVE TO:',
  'SMASH CUT TO:',
  'MATCH CUT TO:',
  'FADE TO:',
  'FADE IN:',
  'FADE OUT.',
  'CUT TO BLACK.',
];

/** Transitions, those used first; one that would not be read as such gets the mark that makes it one. */
export function transitions({ context, gap, script }: Around, cursor: CursorAt<'line'>): Completion[] {
  const words = [...usedWords(context, gap, 'transition').values(), ...usual].map((label) => ({ label }));
  const tight = cursor.forced === '>' && script.text.slice(cursor.span.start - 1, cursor.span.start) === '>';
  return offer(cursor, 'transition', words, ({ label }) => {
    if (cursor.forced === '>') return tight ? ` ${label}` : label;
    return label.endsWith('TO:') && isUpperCase(label, 0, label.length) ? label : `> ${label}`;
  });
}
