import { t } from '@vscode/l10n';
import type { Annotation } from '../../annotations/annotation.ts';
import type { Manuscript } from '../../manuscript.ts';
import type { QueryContext } from '../../query/context.ts';
import { headSpan } from '../../query/head.ts';
import { itemUnder } from '../../query/places.ts';
import type { ReferredList } from '../../study/references.ts';
import { lineEndOf } from '../../text/line-ends.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { TextEdit } from '../../text/span.ts';
import { studyText } from '../words.ts';
import { type Fix, type Found, fix } from './fix.ts';
import { besideParagraph } from './own-paragraph.ts';
import { notesElsewhere } from './scene-notes.ts';
import { declare } from './study-fixes.ts';

/** Ways to mend what the rules find in a script or treatment. The study's text is left out where it cannot be changed. */
export function textFixes(context: QueryContext, study: SourceText | undefined, found: Found): Fix[] {
  const { manuscript } = context;
  const missing = elsewhere(context, found);
  return [
    ...(missing.length > 0 ? missing : besideIt(manuscript, found)),
    ...ownFixes(manuscript, study, found),
    ...ignoreHere(manuscript, found),
  ];
}

function ownFixes(manuscript: Manuscript, study: SourceText | undefined, found: Found): Fix[] {
  const { code, start, end, data } = found;
  switch (code) {
    case 'annotation.typo':
    case 'annotation.malformed':
      return suggested(found).map((one) => ({ ...one, safe: true }));
    case 'thread.unknown':
      return [...suggested(found), ...undeclared(manuscript, study, 'threads', found, data.thread)];
    case 'fact.unknown':
      return [...suggested(found), ...undeclared(manuscript, study, 'facts', found, data.fact)];
    case 'character.unknown':
      return [...suggested(found), ...undeclared(manuscript, study, 'characters', found, data.character)];
    case 'heading.blank-line':
      return fix(t('Put a blank line after it'), [{ start: end, end, insert: lineEndOf(manuscript.text) }], true);
    case 'setup.unpaid':
      return waived(manuscript, start);
    case 'fact.disputed':
      return withKey(manuscript, start, t('Say that it is disputed'), 'as', 'disputed');
    default:
      return [];
  }
}

function suggested({ start, end, data: { suggestion } }: Found): Fix[] {
  return suggestion === undefined
    ? []
    : fix(t('Change to “{0}”', suggestion), [{ start, end, insert: suggestion }], true);
}

function undeclared(
  manuscript: Manuscript,
  study: SourceText | undefined,
  list: DeclaredFromText,
  { start }: Found,
  id: string | undefined,
): Fix[] {
  if (study === undefined || id === undefined) return [];
  const mark = annotationAt(manuscript, start)?.mark;
  const title = mark?.ids.includes(id) ? mark.title : undefined;
  return declare(studyText(study), list, id, title).map(({ here }) => ({
    title: addedToStudy(list, id),
    here: [],
    inStudy: here,
  }));
}

/** The lists whose entries texts may name before the study has them. */
type DeclaredFromText = Extract<ReferredList, 'threads' | 'facts' | 'characters'>;

function addedToStudy(list: DeclaredFromText, id: string): string {
  switch (list) {
    case 'threads':
      return t('Add the thread “{0}” to the study', id);
    case 'facts':
      return t('Add the fact “{0}” to the study', id);
    case 'characters':
      return t('Add the character “{0}” to the study', id);
  }
}

/** In another scene, what is missing of the thread. */
function elsewhere({ season, uri, manuscript }: QueryContext, { code, start, data }: Found): Fix[] {
  const item = itemUnder(manuscript, start);
  return item === undefined ? [] : notesElsewhere(season, { uri, item }, code, data.thread);
}

/** What is missing of a thread for which there is no other scene: in a paragraph beside its own. */
function besideIt(manuscript: Manuscript, { code, start, data: { thread } }: Found): Fix[] {
  if (thread === undefined) return [];
  const beside = (title: string, side: 'above' | 'below', note: string): Fix[] => {
    const edit = besideParagraph(manuscript, start, side, note);
    return edit ? fix(title, [edit]) : [];
  };
  switch (code) {
    case 'setup.unpaid':
      return beside(t('Pay it off below'), 'below', `[[payoff: ${thread}]]`);
    case 'herring.uncleared':
      return beside(t('Clear it below'), 'below', `[[herring: ${thread} cleared]]`);
    case 'payoff.unplanted':
      return beside(t('Plant it above'), 'above', `[[setup: ${thread}]]`);
    default:
      return [];
  }
}

/** A key of the annotation, after its ids and its other keys; nothing where it has that key. */
function withKey(manuscript: Manuscript, start: number, title: string, key: string, value: string): Fix[] {
  const annotation = annotationAt(manuscript, start);
  if (!annotation?.mark || Object.hasOwn(annotation.mark.keys, key)) return [];
  const at = Math.max(...annotation.ids.map(({ end }) => end), ...annotation.keys.map(({ end }) => end));
  return Number.isFinite(at) ? fix(title, [{ start: at, end: at, insert: ` ${key}=${value}` }]) : [];
}

/** Why no payoff is owed, said in the annotation. */
function waived(manuscript: Manuscript, start: number): Fix[] {
  if (annotationAt(manuscript, start)?.mark?.kind !== 'setup') return [];
  const intent = (title: string, word: string) => withKey(manuscript, start, title, 'intent', word);
  return [
    ...intent(t('Leave it open on purpose'), 'open'),
    ...intent(t('It is a motif'), 'motif'),
    ...intent(t('It is a red herring'), 'herring'),
  ];
}

function annotationAt(manuscript: Manuscript, offset: number): Annotation | undefined {
  const item = itemUnder(manuscript, offset);
  return item === undefined ? undefined : manuscript.annotation(item);
}

/**
 * Silences a rule for a line: in a paragraph of its own before it where one begins there, else at its end. Nothing that is
 * printed changes by it. At the top of a file an ignore holds for all of it, and so is not put there.
 */
function ignoreHere(manuscript: Manuscript, { code, start }: Found): Fix[] {
  const { text } = manuscript;
  const line = text.lineAt(start);
  const lineStart = text.lineStart(line);
  const note = `[[ignore: ${code}]]`;
  const top = headSpan(manuscript)?.end ?? 0;
  const isFirst =
    text
      .slice(top, lineStart)
      .replace(/\[\[\s*ignore\s*:[^\]]*\]\]/gi, '')
      .trim() === '';
  const begins = !isFirst && line > 0 && text.lineText(line - 1).trim() === '';
  const lineEnd = lineStart + text.lineText(line).length;
  const eol = lineEndOf(text);
  const edit: TextEdit = begins
    ? { start: lineStart, end: lineStart, insert: `${note}${eol}${eol}` }
    : { start: lineEnd, end: lineEnd, insert: ` ${note}` };
  return fix(t('Ignore {0} here', code), [edit]);
}
