import { t } from '@vscode/l10n';
import { COMMON_KEYS, type KeyName, KINDS, keyInfo } from '../annotations/kinds.ts';
import { normalId, slugOf } from '../annotations/slug.ts';
import { missingOf, occurrencesOf } from '../query/cards/thread-card.ts';
import type { QueryContext } from '../query/context.ts';
import { dotted, threadKindName } from '../query/labels.ts';
import { isHeard } from '../query/persons.ts';
import { itemUnder } from '../query/places.ts';
import { textRules } from '../rules/diagnose.ts';
import { within } from '../season/horizon.ts';
import type { FactStory, KnowledgePoint, Occurrence, Season, TextTarget, ThreadStory } from '../season/season.ts';
import { type AnnotationCursor, annotationCursor } from './annotation-cursor.ts';
import type { Completion } from './complete.ts';
import { entriesIn } from './lists.ts';

/**
 * What may stand at an offset of a script or treatment within an annotation (design, section 8). Undefined where the offset
 * is in none: what else may stand there is another's to say.
 */
export function completeAnnotation(context: QueryContext, offset: number): Completion[] | undefined {
  const { manuscript, uri } = context;
  const cursor = annotationCursor(manuscript.text, offset, manuscript.kind === 'treatment');
  const item = itemUnder(manuscript, offset);
  const own = item === undefined ? undefined : { uri, item };
  return cursor && offeredAt(context, cursor, own);
}

/** The same for what is being typed somewhere; `own` is what the season has of it already. */
export function offeredAt(asked: QueryContext, cursor: AnnotationCursor, own?: TextTarget): Completion[] {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const { season } = context;
  switch (cursor.at) {
    case 'kind':
      return kinds(cursor);
    case 'name':
      return names(season, cursor, own);
    case 'key':
      return keys(cursor);
    case 'value':
      return values(context, cursor, own);
  }
}

function kinds(cursor: AnnotationCursor): Completion[] {
  return [
    ...KINDS.map(({ kind, says, names, values }): Completion => {
      const goesOn = !cursor.colon && (names !== 'nothing' || values !== undefined);
      const written = cursor.colon
        ? { edit: { ...cursor.span, insert: kind } }
        : cursor.closed
          ? { edit: { ...cursor.span, insert: `${kind}: ` } }
          : closedBy(cursor, `${kind}: `);
      return { label: kind, kind: 'key', ...written, says: says(), brief: true, ...(goesOn && { goesOn }) };
    }),
    ...flashback(cursor),
  ];
}

/**
 * What is written, with what closes the annotation; one goes on before that. Of a comment, whose end is long, Tab leads behind
 * it. Of `<!--`, editors of Markdown close the `<` at once: such a `>` is part of what closes it.
 */
function closedBy({ span, form, behind }: AnnotationCursor, written: string) {
  if (form === 'note') return { edit: { ...span, insert: written }, snippet: `${written}$0]]` };
  const angle = /^[^\S\r\n]*>/.exec(behind)?.[0] ?? '';
  const edit = { start: span.start, end: span.end + angle.length, insert: written + angle };
  return { edit, snippet: `${written}$1 -->$0` };
}

/** The two annotations around a flashback, where nothing else stands in the brackets. */
function flashback({ span, form, behind, colon }: AnnotationCursor): Completion[] {
  const [open, close] = form === 'note' ? ['[[', ']]'] : ['<!-- ', ' -->'];
  const there = (form === 'note' ? /^(?:\]\])?\s*$/ : /^\s*(?:-->|>)?\s*$/).exec(behind);
  if (colon || !there) return [];
  return [
    {
      label: t('Flashback'),
      kind: 'template',
      edit: { start: span.start, end: span.end + behind.trimEnd().length, insert: '' },
      snippet: `story: \${1:-1y}${close}\n\n$0\n\n${open}story: now${close}`,
      also: 'flashback',
      says: t('Story time goes back, and returns.'),
    },
  ];
}

/** What the kind names: those first that want it most. */
function names(season: Season, cursor: AnnotationCursor, own: TextTarget | undefined): Completion[] {
  const { info } = cursor;
  if (info?.names === 'threads') return threads(season, cursor, own);
  if (info?.names === 'facts') return facts(season, cursor, own, info.kind === 'reveal');
  const words = info?.names === 'rules' ? textRules.map(({ code }) => code) : (info?.values ?? []);
  return words.filter((word) => !cursor.beside.includes(word)).map((word) => written(cursor, word));
}

function threads(season: Season, cursor: AnnotationCursor, own: TextTarget | undefined): Completion[] {
  const all = [...season.threads.values()];
  const wanted = wantedBy[cursor.info!.kind] ?? (() => false);
  return [...all.filter(wanted), ...all.filter((thread) => !wanted(thread))]
    .filter((thread) => !cursor.beside.includes(thread.id) && !isOnlyTyped(cursor, own, thread, occurrencesOf(thread)))
    .map((thread) => ({
      ...written(cursor, thread.id),
      kind: 'id',
      detail: dotted(thread.title, thread.kind && threadKindName(thread.kind), ...missingOf(season, thread)),
      entry: { list: 'threads', id: thread.id },
    }));
}

/** What exists by being typed here, and nowhere else, is no help to whoever types it. */
function isOnlyTyped(
  { written }: AnnotationCursor,
  own: TextTarget | undefined,
  { id, declared }: ThreadStory | FactStory,
  places: readonly (Occurrence | KnowledgePoint)[],
): boolean {
  return (
    declared === undefined &&
    own !== undefined &&
    id === normalId(written) &&
    places.every(({ text }) => text?.uri === own.uri && text.item === own.item)
  );
}

/** Which threads a kind of annotation is most likely to be about. */
const wantedBy: Readonly<Record<string, (thread: ThreadStory) => boolean>> = {
  setup: ({ status }) => status === 'unplanted',
  reminder: ({ status }) => status === 'unpaid',
  payoff: ({ status }) => status === 'unpaid',
  herring: ({ status }) => status === 'herring',
};

function facts(season: Season, cursor: AnnotationCursor, own: TextTarget | undefined, untold = false): Completion[] {
  const all = [...season.facts.values()];
  const isTold = (fact: (typeof all)[number]) => fact.points.some(({ role }) => role === 'reveal');
  const inOrder = untold ? [...all.filter((fact) => !isTold(fact)), ...all.filter(isTold)] : all;
  return inOrder
    .filter((fact) => !cursor.beside.includes(fact.id))
    .filter((fact) => fact.evidence.length > 1 || !isOnlyTyped(cursor, own, fact, fact.points))
    .map(({ id, title }) => ({ ...written(cursor, id), kind: 'id', detail: title, entry: { list: 'facts', id } }));
}

function keys(cursor: AnnotationCursor): Completion[] {
  const { info } = cursor;
  const open = [...(info?.keys ?? []), ...COMMON_KEYS].filter((key) => !cursor.keys.includes(key));
  const cleared = info?.kind === 'herring' ? [written(cursor, 'cleared')] : [];
  return [
    ...cleared,
    ...open.map((key: KeyName): Completion => {
      const { says, holds } = keyInfo(key)!;
      const edit = { ...cursor.span, insert: `${key}=` };
      return { label: key, kind: 'key', edit, says: says(), brief: true, ...(holds !== 'text' && { goesOn: true }) };
    }),
  ];
}

function values(context: QueryContext, cursor: AnnotationCursor, own: TextTarget | undefined): Completion[] {
  const { season } = context;
  const key = keyInfo(cursor.key!)!;
  switch (key.holds) {
    case 'facts':
      return facts(season, cursor, own);
    case 'people':
      return people(context, cursor, key.key === 'to');
    case 'event':
      return entriesIn(season.study, 'events').map(({ id, title }) => ({
        ...written(cursor, id),
        kind: 'id',
        detail: title,
        entry: { list: 'events', id },
      }));
    case 'word':
      return (key.values ?? []).map((word) => written(cursor, word));
    case 'text':
      return [];
  }
}

function people(context: QueryContext, cursor: AnnotationCursor, told: boolean): Completion[] {
  const audience: Completion[] = told ? [{ ...written(cursor, 'audience'), detail: t('Whoever watches') }] : [];
  const heard = [...context.season.characters.values()].filter((person) => isHeard(context, person));
  const cast = heard.map(
    ({ id, name, declared }): Completion => ({
      ...written(cursor, declared ? id : slugOf(name) || id),
      kind: 'id',
      detail: name,
      entry: { list: 'characters', id },
    }),
  );
  return [...audience, ...cast].filter(({ label }) => !cursor.beside.includes(label));
}

function written(cursor: AnnotationCursor, word: string): Completion {
  return { label: word, kind: 'word', edit: { ...cursor.span, insert: word } };
}
