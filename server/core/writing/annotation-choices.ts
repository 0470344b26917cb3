import { KINDS, kindInfo } from '../annotations/kinds.ts';
import { parseAnnotation } from '../annotations/parse.ts';
import { slugOf } from '../annotations/slug.ts';
import type { QueryContext } from '../query/context.ts';
import { annotationCursor } from '../study-language/annotation-cursor.ts';
import { offeredAt } from '../study-language/complete-annotation.ts';
import { SourceText } from '../text/source-text.ts';

/** What an annotation can be begun with, or gone on with. */
export interface AnnotationChoices {
  readonly choices: readonly { readonly word: string; readonly says?: string }[];
  /** `prose` where any text follows. */
  readonly names: 'threads' | 'facts' | 'rules' | 'nothing' | 'prose';
  /** The title as it can be written, where it names nothing that is there. */
  readonly fresh?: string;
}

/**
 * Kinds of annotations; of a kind what it can name, in the order and with the words in which completion offers it.
 *
 * @param title words that may become the title of a new thread or fact
 */
export function annotationChoices(context: QueryContext, kind?: string, title?: string): AnnotationChoices {
  const info = kind === undefined ? undefined : kindInfo(kind);
  if (!info) return { choices: KINDS.map(({ kind, says }) => ({ word: kind, says: plain(says()) })), names: 'nothing' };
  if (info.after === 'prose') return { choices: [], names: 'prose' };
  const begun = `[[${info.kind}: `;
  const cursor = annotationCursor(SourceText.of(begun), begun.length, false);
  const offered = cursor ? offeredAt(context, cursor) : [];
  const choices = offered.map(({ label, detail }) => ({ word: label, ...(detail && { says: detail }) }));
  const isNamed = info.names === 'threads' || info.names === 'facts';
  const fresh = isNamed && title !== undefined ? asWritten(info.kind, title) : undefined;
  const isThere = fresh !== undefined && choices.some(({ word }) => word === slugOf(fresh));
  return { choices, names: info.names, ...(fresh !== undefined && !isThere && { fresh }) };
}

/** A title as an annotation can have it: as it is, else as its id; undefined where it has neither letter nor digit. */
function asWritten(kind: string, title: string): string | undefined {
  const words = title.replace(/\s+/g, ' ').trim();
  const id = slugOf(words);
  if (id === '') return undefined;
  const read = /[[\]]/.test(words) ? undefined : parseAnnotation(`${kind}: ${words}`, 0, 'note');
  const isWhole = read?.mark?.ids.length === 1 && read.mark.ids[0] === id && read.problems.length === 0;
  return isWhole && !read?.mark?.note && !read?.mark?.cleared ? words : id;
}

/** Lists show no Markdown: `` `cleared` `` as “cleared”. */
function plain(says: string): string {
  return says.replace(/`([^`]*)`/g, '“$1”');
}
