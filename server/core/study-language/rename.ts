import { t } from '@vscode/l10n';
import { isId, normalId, slugOf } from '../annotations/slug.ts';
import type { Manuscript } from '../manuscript.ts';
import type { CharacterStory, Season } from '../season/season.ts';
import { theWhole } from '../study/check.ts';
import type { ReferredList } from '../study/references.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { entryOf, listsOf, oneOf } from './lists.ts';
import { wordsMeaning } from './locate.ts';
import { meantBy } from './meaning.ts';
import { textWordAt, textWordsOf } from './text-words.ts';
import { studyText, wordAt, wordsOf } from './words.ts';
import { plainIsSafe } from './yaml-text.ts';

/** The id that is to be another everywhere, and where the cursor stands on it. */
export interface RenameSubject {
  readonly list: ReferredList;
  readonly id: string;
  /** Of an act. */
  readonly episode?: number;
  readonly span: Span;
}

/** Why something cannot be renamed, or not so. */
export interface Refusal {
  readonly refused: string;
}

/** What the cursor in a study file is on. Undefined where it is on no id. */
export function subjectInStudy(
  season: Season | undefined,
  text: SourceText,
  offset: number,
): RenameSubject | Refusal | undefined {
  const word = wordAt(studyText(text), offset);
  if (!word) return undefined;
  if (word.list === 'any' && theWhole.has(word.id)) return { refused: t('“{0}” is the story as a whole.', word.id) };
  const [list, other] = meantBy(season?.study, word);
  if (!list) return { refused: t('“{0}” names nothing in this study.', word.id) };
  if (other)
    return { refused: t('“{0}” names several things. Write “{1}” first.', word.id, `${oneOf(list)}:${word.id}`) };
  const { id, span, episode } = word;
  return refusedAsSuch(season, list, id) ?? { list, id, span, ...(episode !== undefined && { episode }) };
}

/** What the cursor in a script or treatment is on. Undefined where it is on no id of an annotation. */
export function subjectInText(
  season: Season,
  manuscript: Manuscript,
  offset: number,
): RenameSubject | Refusal | undefined {
  const word = textWordAt(manuscript, offset);
  if (!word) return undefined;
  const { list, id, span } = word;
  return refusedAsSuch(season, list, id) ?? { list, id, span };
}

/** An entry by its id, wherever it stands. */
export function subjectNamed(season: Season, list: ReferredList, id: string): RenameSubject | Refusal {
  return refusedAsSuch(season, list, id) ?? { list, id, span: { start: 0, end: 0 } };
}

function refusedAsSuch(season: Season | undefined, list: ReferredList, id: string): Refusal | undefined {
  if (list === 'episodes') return { refused: t('An episode is called by its number, which is not a name.') };
  if (list !== 'characters') return undefined;
  if (id === 'audience') return { refused: t('The audience is always called “audience”.') };
  const person = season?.characters.get(season.person(id) ?? '');
  if (!person || person.declared?.id === id) return undefined;
  if (isSecret(person, id)) return { refused: t('“{0}” is here an alias, and no id.', id) };
  if (person.declared)
    return { refused: t('“{0}” is here a name of {1}, whose id is “{2}”.', id, person.name, person.id) };
  return {
    refused: t('“{0}” is whoever speaks as {1}: no study gives them an id.', id, person.spokenAs[0] ?? person.name),
  };
}

/** The id that a new name gives, or why it cannot be that. */
export function newIdOf(season: Season, { list, id, episode }: RenameSubject, name: string): string | Refusal {
  const written = name.trim();
  if (!isId(written)) {
    const slug = slugOf(written);
    const none = slug === '' || !isId(slug);
    return {
      refused: none
        ? t('“{0}” is no id: it has letters, digits, “-” and “_” only.', written)
        : t('“{0}” is no id: it has letters, digits, “-” and “_” only. Write “{1}”.', written, slug),
    };
  }
  const wanted = normalId(written);
  if (wanted === id) return wanted;
  const known = list === 'threads' ? season.threads.has(wanted) : list === 'facts' && season.facts.has(wanted);
  const entry = entryOf(season.study, list, wanted, episode);
  const other = list === 'acts' ? entry?.episode === episode && entry : entry;
  if (known || other) return { refused: taken(list, wanted) };
  if (list === 'characters') {
    const person = season.person(wanted);
    if (wanted === 'audience') return { refused: t('“audience” is whoever watches.') };
    if (person !== undefined && person !== id) return takenBy(season, person, wanted);
  }
  if (list === 'threads' && wanted === 'cleared')
    return { refused: t('“cleared” is a word of the annotations: it says that a red herring is cleared.') };
  return wanted;
}

/** That an entry of a list has the id already. */
function taken(list: ReferredList, id: string): string {
  switch (list) {
    case 'sources':
      return t('There is already a source “{0}”.', id);
    case 'characters':
      return t('There is already a character “{0}”.', id);
    case 'places':
      return t('There is already a place “{0}”.', id);
    case 'events':
      return t('There is already an event “{0}”.', id);
    case 'facts':
      return t('There is already a fact “{0}”.', id);
    case 'threads':
      return t('There is already a thread “{0}”.', id);
    case 'reveals':
      return t('There is already a reveal “{0}”.', id);
    case 'episodes':
      return t('There is already an episode “{0}”.', id);
    case 'acts':
      return t('There is already an act “{0}”.', id);
    case 'turns':
      return t('There is already a turn “{0}”.', id);
    case 'themes':
      return t('There is already a theme “{0}”.', id);
    case 'disputes':
      return t('There is already a dispute “{0}”.', id);
  }
}

/** A name that is somebody else's. Renaming knows no horizon, but whose alias it is may be what the season keeps to itself. */
export function takenBy(season: Season, person: string, name: string): Refusal {
  const other = season.characters.get(person);
  if (other && isSecret(other, name)) return { refused: t('“{0}” already means somebody else.', name) };
  return { refused: t('“{0}” already means {1}.', name, other?.name ?? person) };
}

/** Whether somebody's name is an alias of which nothing may tell, for a time, whose it is. */
function isSecret({ declared }: CharacterStory, name: string): boolean {
  const slug = slugOf(name);
  return declared?.aliases.some((alias) => alias.until !== undefined && slugOf(alias.name) === slug) === true;
}

/** What changes in an annotation: the id, or the title that stood for it. */
export function renameInText(manuscript: Manuscript, subject: RenameSubject, newId: string): TextEdit[] {
  return textWordsOf(manuscript, subject).map(({ span }) => ({ ...span, insert: newId }));
}

/** What changes in a study file. An id that would then fit several lists is written with its list before it. */
export function renameInStudy(season: Season, text: SourceText, subject: RenameSubject, newId: string): TextEdit[] {
  const file = studyText(text);
  const { list } = subject;
  const others = listsOf(season.study, newId).filter((one) => one !== list);
  const unclear = others.length > 0 || theWhole.has(newId);
  const renamed = wordsMeaning(season, file, subject).map(({ list: said, span, whole, style }): TextEdit => {
    const bare = span.start === whole.start;
    if (bare && said === 'any' && unclear) return { ...span, insert: `${oneOf(list)}:${newId}` };
    const quote = style === 'plain' && bare && !plainIsSafe(newId) ? '"' : '';
    return { ...span, insert: `${quote}${newId}${quote}` };
  });
  const [only] = others;
  if (others.length !== 1 || !only) return renamed;
  const madeUnclear = wordsOf(file).filter((word) => word.list === 'any' && word.id === newId);
  return [...renamed, ...madeUnclear.map(({ span }) => ({ ...span, insert: `${oneOf(only)}:${newId}` }))];
}
