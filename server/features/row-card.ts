import type { CancellationToken } from 'vscode-languageserver';
import type { Card } from '../core/query/answers.ts';
import { itemUnder } from '../core/query/places.ts';
import { rowCard as cardOfRow } from '../core/query/row-card.ts';
import { within } from '../core/season/horizon.ts';
import type { Season } from '../core/season/season.ts';
import { listPrefixes } from '../core/study/check.ts';
import { entryCard } from '../core/study-language/entry-card.ts';
import { offsetAt } from '../lsp/positions.ts';
import { type RowCardParams, rowCardRequest } from '../protocol/outline.ts';
import { contextOf, measured } from './ask.ts';
import { studyQueryOf } from './ask-study.ts';
import { markdownPen } from './card.ts';
import type { Feature, Session } from './feature.ts';
import { cardText } from './hover.ts';

/** The card of a row of the outline: that of its place in a text; a thread's, and what only the study has, as a whole. */
export const rowCard: Feature<RowCardParams, string | null> = {
  method: rowCardRequest,
  empty: null,
  async handle(params, session, token) {
    const card = await cardOf(params, session, token);
    return card ? cardText(session, card, markdownPen) : null;
  },
};

async function cardOf({ uri, position, kind, ref }: RowCardParams, session: Session, token: CancellationToken) {
  const study = await studyQueryOf(session, uri, token);
  const context = study ? undefined : await contextOf(session, uri, token);
  const { season, horizon } = study ?? context ?? {};
  return measured(session, (measure): Card | undefined => {
    const item = context && itemUnder(context.manuscript, offsetAt(context.manuscript.text, position));
    if (context && item !== undefined && kind !== 'thread') return cardOfRow({ ...context, measure }, item, kind, ref);
    return season && ref !== undefined ? cardOfEntry(within(season, horizon), ref, measure) : undefined;
  });
}

/** `thread:brass-key` */
function cardOfEntry(season: Season, ref: string, measure: Parameters<typeof entryCard>[3]): Card | undefined {
  const [list, id] = entryNamed(ref);
  return list && entryCard(season, { list, id }, { start: 0, end: 0 }, measure);
}

/** The list and the id of what a row is about. */
export function entryNamed(ref: string) {
  const colon = ref.indexOf(':');
  const prefix = ref.slice(0, colon);
  const list = Object.hasOwn(listPrefixes, prefix) ? listPrefixes[prefix] : undefined;
  return [list, ref.slice(colon + 1)] as const;
}
