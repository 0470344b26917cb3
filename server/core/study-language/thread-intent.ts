import { t } from '@vscode/l10n';
import type { Annotation } from '../annotations/annotation.ts';
import type { Manuscript } from '../manuscript.ts';
import { digestOf } from '../season/digest.ts';
import type { Season, TextTarget } from '../season/season.ts';
import type { Intent } from '../study/study.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import type { Refusal } from './rename.ts';
import { studyText, wordsOf } from './words.ts';
import { setInEntry } from './yaml-edit.ts';

/** What a thread is to be: `owed` is one that owes a payoff, as every thread does that says nothing else. */
export type ThreadIntent = Intent | 'owed';

/** Where it is said of a thread what it is for. */
export interface IntentPlaces {
  /** The study declares the thread: then what the study says counts. */
  readonly study: boolean;
  /** The annotations that say it, or that are to. */
  readonly texts: readonly TextTarget[];
}

export function intentPlaces(season: Season, id: string, intent: ThreadIntent): IntentPlaces | Refusal {
  const thread = season.threads.get(id);
  if (!thread) return { refused: t('There is no thread “{0}”.', id) };
  if (thread.cleared.length > 0 && intent !== 'herring')
    return { refused: t('“{0}” is cleared, as only a red herring is.', thread.title) };
  if (thread.kind === 'motif' && thread.intent === 'motif' && intent === 'owed')
    return { refused: t('“{0}” is of the kind “motif”, and owes no payoff.', thread.title) };
  const saying = marksOf(season, id).filter(({ mark }) => mark.kind === 'herring' || mark.keys.intent !== undefined);
  const study = thread.declared !== undefined;
  if (saying.length > 0 || study || intent === 'owed') return { study, texts: saying };
  const setup = marksOf(season, id).find(({ mark }) => mark.kind === 'setup');
  if (!setup) return { refused: t('No text has a setup of “{0}” that could say so.', thread.title) };
  return { study, texts: [setup] };
}

/** In narrative order, as far as that is known. */
function marksOf(season: Season, id: string) {
  const told = season.episodes.flatMap(({ told }) => (told ? [told.uri] : []));
  const uris = new Set([...told, ...season.files.keys()]);
  return [...uris].flatMap((uri) => {
    const file = season.files.get(uri);
    return (file ? (digestOf(file.facts).threads.get(id) ?? []) : []).map(({ item, mark }) => ({ uri, item, mark }));
  });
}

/** What changes in the study; undefined where it says so already. */
export function intentInStudy(text: SourceText, id: string, intent: ThreadIntent): TextEdit | undefined {
  const file = studyText(text);
  const own = wordsOf(file).find((word) => word.own && word.list === 'threads' && word.id === id);
  return own && setInEntry(file, own.span.start, 'intent', intent === 'owed' ? undefined : intent);
}

/**
 * What changes in an annotation. One that plants several threads keeps what it says of the others: the thread gets one of
 * its own behind it, with the same keys and note.
 */
export function intentInText(manuscript: Manuscript, item: number, id: string, intent: ThreadIntent): TextEdit[] {
  const annotation = manuscript.annotation(item);
  if (!annotation?.mark) return [];
  const { text } = manuscript;
  const edits = changesOf(annotation, intent, (span) => text.slice(span.start, span.end));
  const { ids, start, end } = annotation;
  const at = ids.findIndex((part) => part.text === id);
  const own = ids[at];
  if (edits.length === 0 || ids.length < 2 || !own) return edits;
  const alone = { start: ids[0]!.start, end: ids.at(-1)!.end, insert: text.slice(own.start, own.end) };
  const copy = changed(text.slice(start, end), start, [alone, ...edits]);
  const gone = at === 0 ? { start: own.start, end: ids[1]!.start } : { start: ids[at - 1]!.end, end: own.end };
  return [
    { ...gone, insert: '' },
    { start: end, end, insert: ` ${copy}` },
  ];
}

function changesOf(annotation: Annotation, intent: ThreadIntent, textOf: (span: Span) => string): TextEdit[] {
  const { kind, ids, keys, mark } = annotation;
  const isHerring = mark?.kind === 'herring';
  if (isHerring && intent === 'herring') return [];
  const said = keys.find(({ key }) => key.text === 'intent');
  const plain: TextEdit[] = isHerring ? [{ start: kind.start, end: kind.end, insert: 'setup' }] : [];
  const behind = Math.max(...ids.map(({ end }) => end), ...keys.map(({ end }) => end));
  if (intent === 'owed') {
    if (!said) return plain;
    const before = Math.max(kind.end, ...[...ids, ...keys].map(({ end }) => end).filter((end) => end <= said.start));
    return [...plain, { start: before, end: said.end, insert: '' }];
  }
  if (!said) return [...plain, { start: behind, end: behind, insert: ` intent=${intent}` }];
  if (textOf(said.value).toLowerCase() === intent) return plain;
  return [...plain, { start: said.value.start, end: said.value.end, insert: intent }];
}

/** A stretch of text that begins at an offset, after edits that do not overlap. */
function changed(text: string, offset: number, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, insert }) => done.slice(0, start - offset) + insert + done.slice(end - offset), text);
}
