import { t } from '@vscode/l10n';
import { kindInfo } from '../annotations/kinds.ts';
import { within } from '../season/horizon.ts';
import type { Path } from '../study/yaml-source.ts';
import type { TextEdit } from '../text/span.ts';
import { candidates } from './candidates.ts';
import type { StudyQuery } from './context.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { type ListedEntry, slotAt } from './lists.ts';
import { type KeyHelp, keysAt, shapesAt, valuesAt, wordHelpAt } from './schema.ts';
import { templates } from './templates.ts';
import { studyText } from './words.ts';
import { plainIsSafe } from './yaml-text.ts';

/** What a script is made of. */
export type ScriptWord = 'person' | 'extension' | 'heading' | 'place' | 'time' | 'transition' | 'section';

/** Something to go on with at the cursor, in the order in which it is offered. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'id' | 'template' | ScriptWord;
  /** Of what is written already, all of it. It lies on one line. */
  readonly edit: TextEdit;
  /**
   * The same with places to go on at (`$0`), where it has any and the client knows such. Of several lines, those below the
   * first are to be indented as the line of the cursor is. A template is nothing without it.
   */
  readonly snippet?: string;
  /** What else it is found by, if somebody types that. */
  readonly also?: string;
  readonly detail?: string;
  readonly says?: string;
  /** What it says is short, and may stand beside it. */
  readonly brief?: true;
  /** There is something to choose from behind it. */
  readonly goesOn?: true;
  /** What it names: its card is made when somebody looks at it. */
  readonly entry?: Pick<ListedEntry, 'list' | 'id' | 'episode'>;
}

/** What may stand at an offset of a study file (design, section 8): by the schema, and by what there is to refer to. */
export function completeStudy(query: StudyQuery, offset: number): Completion[] {
  const text = query.text.toString();
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  if (cursor.part === 'key') return keys(cursor, cursor.path.slice(0, -1), cursor.beside);
  const shapes = shapesAt(cursor.path);
  if (cursor.path.length === 0) {
    const there = studyText(query.text).sections.map(({ key }) => key);
    return [...templates(query, cursor, []), ...keys(cursor, [], there)];
  }
  const values = [...words(cursor), ...ids(query, cursor, cursor.path)];
  if (cursor.quoted) return values;
  const isItem = typeof cursor.path.at(-1) === 'number';
  if (shapes.includes('entry') && (cursor.ownLine || isItem)) values.push(...entry(query, cursor, cursor.path));
  if (shapes.includes('list of entries') && cursor.ownLine)
    values.push(...entry(query, dashed(cursor), [...cursor.path, 0]));
  if (shapes.includes('list')) values.push(...ids(query, cursor, [...cursor.path, 0]));
  return values;
}

function dashed(cursor: Cursor): Cursor {
  return { ...cursor, lead: `- ${cursor.lead}` };
}

/** How an entry at a path may begin: as a whole one to fill in, or with one of its keys. */
function entry(query: StudyQuery, cursor: Cursor, path: Path): Completion[] {
  return [...templates(query, cursor, path), ...keys(cursor, path, [])];
}

function keys(cursor: Cursor, path: Path, there: readonly string[]): Completion[] {
  const open = keysAt(path).filter(({ key }) => key === cursor.written || !there.includes(key));
  const inOrder = [...open.filter(({ required }) => required), ...open.filter(({ required }) => !required)];
  return inOrder.map((help) => {
    const written = cursor.colon ? help.key : `${help.key}:${help.shape === 'scalar' ? ' ' : ''}`;
    const snippet = cursor.colon ? undefined : snippetOf(help, [...path, help.key], cursor.flow);
    return {
      label: help.key,
      kind: 'key',
      edit: { ...cursor.span, insert: cursor.lead + written },
      ...(snippet && { snippet: cursor.lead + snippet }),
      ...(help.required && { detail: t('required') }),
      says: help.description,
    };
  });
}

function snippetOf({ key, shape }: KeyHelp, path: Path, flow: boolean): string | undefined {
  if (shape === 'list') return `${key}: [$0]`;
  if (shape === 'entry') return `${key}: { $0 }`;
  if (shape !== 'list of entries') return undefined;
  const first = keysAt([...path, 0]).find(({ required }) => required)?.key;
  return flow || first === undefined ? `${key}: [$0]` : `${key}:\n  - ${first}: $0`;
}

/** The words that the schema gives; where it gives none, those that annotations use in the same place. */
function words(cursor: Cursor): Completion[] {
  const given = valuesAt(cursor.path);
  const [list, , key] = cursor.path;
  const usual =
    list === 'turns' && key === 'kind'
      ? (kindInfo('turn')?.values ?? [])
      : list === 'events' && key === 'story'
        ? times
        : [];
  return [...given, ...usual].map((word) => {
    const says = wordHelpAt(cursor.path, word);
    return {
      label: word,
      kind: 'word',
      edit: { ...cursor.span, insert: cursor.lead + word },
      ...(says !== undefined && { says }),
    };
  });
}

const times = ['-1y', '-1d', '-1h', 'day 1'];

/** What may be referred to at a path; of the value of a key that wants a list, the first of the list. */
function ids({ season, horizon }: StudyQuery, cursor: Cursor, path: Path): Completion[] {
  const slot = slotAt(path);
  if (!slot || !season) return [];
  const first = path.length > cursor.path.length;
  if (first && cursor.quoted) return [];
  const beside = typeof path.at(-1) === 'number' && !first ? cursor.beside.filter((id) => id !== cursor.written) : [];
  return candidates(within(season, horizon), slot, cursor.written)
    .filter(({ write }) => !beside.includes(write))
    .map(({ write, title, detail, entry }) => {
      const safe = cursor.quoted || slot.list === 'episodes' || plainIsSafe(write) ? write : JSON.stringify(write);
      const item = first ? (cursor.ownLine ? `- ${safe}` : `[${safe}]`) : safe;
      return {
        label: write,
        kind: 'id',
        edit: { ...cursor.span, insert: cursor.lead + item },
        detail: detail === undefined ? title : `${title} · ${detail}`,
        ...(entry && { entry }),
      };
    });
}
