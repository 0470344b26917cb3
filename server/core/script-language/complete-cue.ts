import { t } from '@vscode/l10n';
import type { CueItem } from '../facts/file-facts.ts';
import { isUpperCase } from '../fountain/characters.ts';
import { textsIn } from '../knowledge/presence.ts';
import { isHeard } from '../query/persons.ts';
import { within } from '../season/horizon.ts';
import { itemsOf } from '../season/items.ts';
import type { Completion } from '../study-language/complete.ts';
import { type Around, type CursorAt, offer } from './offer.ts';
import { usedWords } from './used-in-season.ts';
import { sameWord, type Words } from './used-words.ts';

/** Who may speak: who did so before the last in this scene, who else is in it, who else speaks in the season, its cast. */
export function cues(around: Around, cursor: CursorAt<'line'>): Completion[] {
  const { context } = around;
  const season = within(context.season, context.horizon);
  const speakers = usedWords(context, around.gap, 'cue');
  const names = [...inScene(around, cursor.lineStart, speakers), ...speakers.values()];
  const people = names.map((name) => {
    const id = season.person(name);
    const full = id === undefined ? undefined : season.characters.get(id)?.declared?.name;
    return person(name, full !== undefined && sameWord(full) !== sameWord(name) ? full : undefined, id);
  });
  return offer(cursor, 'person', [...people, ...castOf(around, speakers, cursor.forced === '@')], ({ label }) =>
    cursor.forced === '@' || isUpperCase(label, 0, label.length) ? label : `@${label}`,
  );
}

function person(label: string, detail: string | undefined, id: string | undefined) {
  return {
    label,
    ...(detail !== undefined && { detail }),
    ...(id !== undefined && { entry: { list: 'characters', id } as const }),
  };
}

/** Nobody's scene is longer than that many speeches and notes. */
const farthest = 500;

/** The names in the scene of the line: the last speaker but one first and the last speaker last, then who is named there. */
function inScene({ context, script, gap }: Around, lineStart: number, speakers: Words): string[] {
  const items = itemsOf(context.manuscript.facts);
  const spoken: string[] = [];
  const add = (cue: CueItem) => {
    if (!spoken.includes(cue.name)) spoken.push(cue.name);
  };
  let start = gap.before;
  for (; start >= 0 && gap.before - start < farthest; start--) {
    const item = items[start]!;
    if (item.type === 'cue') add(item);
    else if (item.type === 'scene' || item.type === 'act') break;
  }
  const [last, ...before] = spoken.splice(0);
  for (const name of before) spoken.push(name);
  for (let i = gap.after; i < items.length && i - gap.after < farthest; i++) {
    const item = items[i]!;
    if (item.type === 'cue' && item.name !== last) add(item);
    else if (item.type === 'scene' || item.type === 'act') break;
  }
  const from = start < 0 ? 0 : script.place(start).start;
  const named = namedIn(
    textsIn(script, { start: Math.max(from, lineStart - longest), end: lineStart }, ['action']),
    speakers,
  );
  return [...spoken, ...(last === undefined ? named : [last, ...named])];
}

/** Of action, before the line, in UTF-16 units. */
const longest = 20_000;

/** Who is introduced in action, `IRIS HALLIDAY (74)`, nearest first, and those among the speakers who are named in it. */
function namedIn(action: readonly string[], speakers: Words): string[] {
  const text = action.join('\n');
  const introduced = [...text.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{M}\p{N}.'’ -]*[\p{Lu}\p{N}]) \(/gu)];
  const folded = sameWord(text);
  const isWord = (at: number) => !/[\p{L}\p{N}]/u.test(folded[at] ?? '');
  const isNamed = (name: string) => {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      if (isWord(at - 1) && isWord(at + name.length)) return true;
    }
    return false;
  };
  const named = [...speakers].filter(([key]) => isNamed(key)).map(([, name]) => name);
  return [...named, ...introduced.map((match) => match[1]!).reverse()];
}

/** The study's people, as a cue has them, without those who are first heard of beyond the horizon. */
function castOf({ context }: Around, speakers: Words, forced: boolean) {
  const { season, horizon } = context;
  const seen = within(season, horizon);
  const { study } = seen;
  const heard = (study?.masks ?? []).filter(({ id }) => isHeard(context, seen.characters.get(id)!));
  const cast = [...(study?.characters ?? []), ...heard.map((mask) => ({ ...mask, aliases: [] }))];
  return cast.flatMap(({ id, name, aliases }) => {
    const whole = season.characters.get(id) ?? season.characters.get(season.person(name) ?? '');
    const spokenAs = (whole?.spokenAs ?? []).filter((one) => seen.person(one) === id);
    const isAhead =
      horizon !== undefined && spokenAs.length > 0 && !spokenAs.some((one) => speakers.has(sameWord(one)));
    if (isAhead) return [];
    return [name, ...aliases.map((alias) => alias.name)].map((one) => {
      const upper = one.toUpperCase();
      return person(forced ? one : upper, upper === name.toUpperCase() ? undefined : name, id);
    });
  });
}

const usual = ["CONT'D", 'V.O.', 'O.S.', 'O.C.'];
const says: Readonly<Record<string, () => string>> = {
  "CONT'D": () => t('Goes on speaking, after action or a page break.'),
  'V.O.': () => t('Voice over: is heard, and is not there.'),
  'O.S.': () => t('Off screen: is there, and is not seen.'),
  'O.C.': () => t('Off camera: is there, and is not seen.'),
};

/** What may stand in brackets behind a name: CONT'D first where the same person has just spoken. */
export function extensions({ context, gap }: Around, cursor: CursorAt<'extension'>): Completion[] {
  const used = usedWords(context, gap, 'extension');
  const name = sameWord(cursor.name.trim().replace(/^@\s*/, ''));
  const items = itemsOf(context.manuscript.facts);
  let last = gap.before;
  while (last >= 0 && (items[last]!.type === 'mark' || items[last]!.type === 'slip')) last--;
  const before = items[last];
  const goesOn = before?.type === 'cue' && sameWord(before.name) === name;
  const words = [...used.values(), ...usual];
  const isContinued = (word: string) => sameWord(word) === "CONT'D";
  const continued = words.filter(isContinued);
  const others = words.filter((word) => !isContinued(word));
  const inOrder = goesOn ? [...continued, ...others] : [...others, ...continued];
  const close = cursor.closed ? 1 : 0;
  const span = { start: cursor.span.start, end: cursor.span.end + close };
  const offered = inOrder.map((label) => ({ label, ...(says[sameWord(label)] && { says: says[sameWord(label)]!() }) }));
  return offer({ ...cursor, span }, 'extension', offered, ({ label }) => `${label})`);
}
