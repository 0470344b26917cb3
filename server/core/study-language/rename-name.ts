import { t } from '@vscode/l10n';
import { normalId, slugOf } from '../annotations/slug.ts';
import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import type { QueryContext } from '../query/context.ts';
import { namesInText } from '../query/mentions/names-in-text.ts';
import { itemUnder } from '../query/places.ts';
import { itemsOf } from '../season/items.ts';
import type { Season } from '../season/season.ts';
import { nameOfCue } from '../study-writing/names.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { type Refusal, takenBy } from './rename.ts';
import { scalarsOf } from './scalars.ts';
import { textWordsOf } from './text-words.ts';
import { studyText } from './words.ts';
import { plainIsSafe } from './yaml-text.ts';

/** A name by which somebody speaks, that is to be another. Their other names stay. */
export interface NameSubject {
  /** As it stands in the cue. */
  readonly name: string;
  /** Whose name it is. */
  readonly person: string;
  readonly span: Span;
}

/** What a new name changes in a text. */
export interface NameEdits {
  /** In cues, in headings, and where annotations call the person so. */
  readonly sure: TextEdit[];
  /** In action, speeches and prose, where the same word may mean something else. */
  readonly unsure: TextEdit[];
}

/** The name in the cue at an offset; undefined elsewhere. */
export function nameAt(season: Season, manuscript: Manuscript, offset: number): NameSubject | undefined {
  const item = itemUnder(manuscript, offset);
  const span = item === undefined ? undefined : nameSpan(manuscript, item);
  const person = span && season.person(span.name);
  if (!span || person === undefined || offset < span.start || offset > span.end) return undefined;
  return { name: span.name, person, span: { start: span.start, end: span.end } };
}

/** The name as it is to be, tidied; or why it cannot be. */
export function newNameOf(season: Season, { name, person }: NameSubject, written: string): string | Refusal {
  const wanted = written.trim().replace(/\s+/g, ' ');
  const cue = inCaseOf(name, wanted);
  const mark = name === name.toUpperCase() ? '' : '@';
  const [item, ...more] = itemsOf(Script.parse(`x\n\n${mark}${cue}\ny\n`).facts);
  if (item?.type !== 'cue' || item.name !== cue || item.extension !== undefined || more.length > 0)
    return { refused: t('“{0}” would not be read as the name of somebody who speaks.', wanted) };
  const other = season.person(wanted);
  return other !== undefined && other !== person ? takenBy(season, other, wanted) : wanted;
}

/** What changes in a script or treatment of the season. */
export function renameNameInText(context: QueryContext, subject: NameSubject, newName: string): NameEdits {
  const { season, manuscript } = context;
  const { name, person } = subject;
  const items = itemsOf(manuscript.facts);
  const slug = slugOf(name);
  const cues = items.flatMap((_, item) => {
    const span = nameSpan(manuscript, item);
    return span && slugOf(span.name) === slug ? [edit(span, span.name, newName)] : [];
  });
  // The id of an entry is no name; what says the name is.
  const isId = season.characters.get(person)?.declared?.id === normalId(slug);
  const words = isId ? [] : textWordsOf(manuscript, { list: 'characters', id: normalId(slug) });
  const inAnnotations = words.map(({ span }): TextEdit => ({ ...span, insert: slugOf(newName) }));
  const headings = items.flatMap(({ type }, item) =>
    type === 'scene' || type === 'section' || type === 'act' ? [manuscript.place(item)] : [],
  );
  const isInHeading = ({ start }: Span) => headings.some((heading) => start >= heading.start && start < heading.end);
  const isInCue = ({ start }: Span) => cues.some((cue) => start >= cue.start && start < cue.end);
  const said = namesInText(context, person)
    .filter((span) => !isInCue(span))
    .flatMap((span) => partsSaying(manuscript.text.slice(span.start, span.end), name, newName, span.start));
  return {
    sure: inOrder([...cues, ...inAnnotations, ...said.filter(isInHeading)]),
    unsure: said.filter((one) => !isInHeading(one)),
  };
}

/** What changes in the study: the name or alias by which the cue means its entry, so that it goes on meaning it. */
export function renameNameInStudy(season: Season, text: SourceText, subject: NameSubject, newName: string): TextEdit[] {
  const { declared } = season.characters.get(subject.person) ?? {};
  if (!declared) return [];
  const study = studyText(text);
  const pieces = study.sections.filter(({ key }) => key === 'characters').flatMap(({ pieces }) => pieces);
  return pieces.flatMap((piece) => {
    const scalars = scalarsOf(study.text, piece).filter(({ part }) => part === 'value');
    const isIts = scalars.some(
      ({ path, value }) => path.length === 3 && path[2] === 'id' && isText(value, declared.id),
    );
    if (!isIts) return [];
    return scalars
      .filter(({ path, style }) => isNamePath(path) && (style === 'plain' || style === 'quoted'))
      .flatMap(({ span, style }) => {
        const edits = partsSaying(study.text.slice(span.start, span.end), subject.name, newName, span.start);
        return edits.map((one) =>
          style === 'plain' && !plainIsSafe(one.insert) ? { ...one, insert: `"${one.insert}"` } : one,
        );
      });
  });
}

function isText(value: unknown, id: string): boolean {
  return typeof value === 'string' && normalId(value) === id;
}

/** `characters/3/name`, `characters/3/aliases/0`, `characters/3/aliases/0/name` */
function isNamePath(path: readonly (string | number)[]): boolean {
  return path[2] === 'name' || (path[2] === 'aliases' && (path.length === 4 || path[4] === 'name'));
}

/** The name of the cue that an item is, where it stands in one piece. */
function nameSpan(manuscript: Manuscript, item: number): (Span & { readonly name: string }) | undefined {
  const cue = itemsOf(manuscript.facts)[item];
  if (cue?.type !== 'cue') return undefined;
  const place = manuscript.place(item);
  const at = manuscript.text.slice(place.start, place.end).indexOf(cue.name);
  if (at < 0) return undefined;
  return { name: cue.name, start: place.start + at, end: place.start + at + cue.name.length };
}

/** The name where it stands as words of its own in a stretch of text, in any case. */
function partsSaying(said: string, name: string, newName: string, start: number): TextEdit[] {
  const words = name.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  return [...said.matchAll(whole)].map((match) =>
    edit({ start: start + match.index, end: start + match.index + match[0].length }, match[0], newName),
  );
}

function edit({ start, end }: Span, old: string, newName: string): TextEdit {
  return { start, end, insert: inCaseOf(old, newName) };
}

/** In capitals where the old name was; otherwise as names are, where it was written all in capitals or without any. */
function inCaseOf(old: string, newName: string): string {
  if (old === old.toUpperCase()) return newName.toUpperCase();
  return nameOfCue(newName === newName.toLowerCase() ? newName.toUpperCase() : newName);
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start);
}
