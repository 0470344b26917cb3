import type { Located } from '../query/answers.ts';
import type { QueryContext } from '../query/context.ts';
import { within } from '../season/horizon.ts';
import type { Season, StudyTarget, TextTarget } from '../season/season.ts';
import type { ReferredList } from '../study/references.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { StudyQuery } from './context.ts';
import { entriesIn, entryOf, listsOf } from './lists.ts';
import { meantBy } from './meaning.ts';
import { placesInTexts } from './places.ts';
import { textWordAt } from './text-words.ts';
import { type StudyText, type StudyWord, studyText, wordAt, wordsOf } from './words.ts';

/** From an id that refers to an entry to that entry; from an entry's own id to where the texts annotate it. */
export function studyDefinition({ season: whole, horizon, text }: StudyQuery, offset: number): Located | undefined {
  const word = wordAt(studyText(text), offset);
  if (!word || !whole) return undefined;
  const season = within(whole, horizon);
  const targets = word.own ? placesOfOwn(season, word) : entriesMeant(season, word);
  return targets.length > 0 ? { origin: word.whole, targets } : undefined;
}

/** Of an id that stands in no text its own entry: an editor then shows what refers to it. */
function placesOfOwn(season: Season, word: StudyWord): readonly (TextTarget | StudyTarget)[] {
  const places = word.list === 'any' ? [] : placesInTexts(season, word.list, word.id);
  return places.length > 0 ? places : entriesMeant(season, word);
}

function entriesMeant({ study }: Season, word: StudyWord): StudyTarget[] {
  return meantBy(study, word).flatMap((list) => {
    const entry = entryOf(study, list, word.id, word.episode);
    return entry && study ? [{ uri: study.uri, span: entry.span }] : [];
  });
}

/** Every place of what stands at an offset: in the study itself as spans of its text as given, and in the texts. */
export interface StudyReferences {
  readonly word: StudyWord;
  readonly list: ReferredList;
  readonly inStudy: readonly Span[];
  readonly inTexts: readonly TextTarget[];
}

export function studyReferences(
  { season: whole, horizon, text }: StudyQuery,
  offset: number,
  declaration: boolean,
): StudyReferences | undefined {
  const file = studyText(text);
  const word = wordAt(file, offset);
  if (!word || !whole) return undefined;
  const season = within(whole, horizon);
  const [list] = meantBy(season.study, word);
  if (!list || !(entryOf(season.study, list, word.id) || word.id === 'audience')) return undefined;
  const inStudy = wordsMeaning(season, file, { list, id: word.id, episode: word.episode })
    // What refers to it may lie ahead of the horizon, and would be shown with its line.
    .filter(({ own }) => (own ? declaration : !horizon))
    .map(({ span }) => span);
  return { word, list, inStudy, inTexts: placesInTexts(season, list, word.id) };
}

/** The words of a study file that mean one entry: those that name it, and, where a bare id can mean nothing else, those too. */
export function wordsMeaning(
  season: Season,
  file: StudyText,
  { list, id, episode }: { readonly list: ReferredList; readonly id: string; readonly episode?: number },
): StudyWord[] {
  const lists = listsOf(season.study, id);
  const several = list === 'acts' && entriesIn(season.study, list).filter((act) => act.id === id).length > 1;
  return wordsOf(file).filter((word) => {
    if (word.id !== id) return false;
    if (word.list === 'any') return lists.length === 1 && lists[0] === list;
    if (word.list !== list) return false;
    // Acts of several episodes may have one id: only what says its episode is sure to mean one of them.
    return !several || (episode !== undefined && word.episode === episode);
  });
}

/** Where a study refers to what an annotation names, its own entry aside. Nothing under a horizon, see above. */
export function referencesInStudy(
  { season, horizon, manuscript }: QueryContext,
  offset: number,
  text: SourceText,
): readonly Span[] {
  const word = horizon ? undefined : textWordAt(manuscript, offset);
  if (!word) return [];
  const id = word.list === 'characters' ? (season.person(word.id) ?? word.id) : word.id;
  return wordsMeaning(season, studyText(text), { list: word.list, id })
    .filter(({ own }) => !own)
    .map(({ span }) => span);
}
