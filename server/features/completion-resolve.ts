import { type CompletionItem, CompletionResolveRequest, MarkupKind } from 'vscode-languageserver';
import { within } from '../core/season/horizon.ts';
import type { ReferredList } from '../core/study/references.ts';
import { entryCard } from '../core/study-language/entry-card.ts';
import { allLists } from '../core/study-language/lists.ts';
import { canonical } from '../workspace/uris.ts';
import { measured } from './ask.ts';
import { markdownPen, plainPen, renderCard } from './card.ts';
import type { Feature } from './feature.ts';

/** What an item carries that names an entry of a study: its card is made when somebody looks at the item. */
export interface EntryData {
  /** Of the file in which it is offered. */
  readonly uri: string;
  readonly list: ReferredList;
  readonly id: string;
  readonly episode?: number;
}

/** The card of what an item names, as a hover would show it. */
export const completionResolve: Feature<CompletionItem, CompletionItem> = {
  method: CompletionResolveRequest.method,
  empty: { label: '' },
  async handle(item, session, token) {
    const data = dataOf(item.data);
    if (!data) return item;
    await session.ready(token);
    const season = session.workspace.season(data.uri);
    if (!season) return item;
    const seen = within(season, session.settings(canonical(data.uri)).horizon);
    const card = await measured(session, (measure) => entryCard(seen, data, { start: 0, end: 0 }, measure));
    if (!card) return item;
    const markdown = session.client.markdownCompletions;
    const value = renderCard(card, [], markdown ? markdownPen : plainPen);
    return { ...item, documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
  },
};

/** It has been with the client: it may be anything. */
function dataOf(data: unknown): EntryData | undefined {
  const { uri, list, id, episode } = (data ?? {}) as Partial<EntryData>;
  if (typeof uri !== 'string' || typeof id !== 'string' || !allLists.includes(list as ReferredList)) return undefined;
  return { uri, list: list as ReferredList, id, ...(typeof episode === 'number' && { episode }) };
}
