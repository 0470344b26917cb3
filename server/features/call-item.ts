import { type CallHierarchyItem, SymbolKind } from 'vscode-languageserver';
import type { StoryCall } from '../core/query/call-hierarchy/call-hierarchy.ts';
import type { StoryNode } from '../core/query/call-hierarchy/story-node.ts';
import type { Measure } from '../core/query/context.ts';
import type { Horizon } from '../core/season/horizon.ts';
import type { Season } from '../core/season/season.ts';
import { rangeOf } from '../workspace/lines.ts';
import { measured } from './ask.ts';
import { oneLine } from './escape.ts';
import type { Session } from './feature.ts';

/** What an item carries: the node, and a file of its season. */
interface CallData {
  readonly uri: string;
  readonly node: StoryNode;
}

/** The calls as LSP has them. Those whose place cannot be found any more are left out. */
export async function itemsOf(
  session: Session,
  uri: string,
  calls: readonly StoryCall[],
): Promise<CallHierarchyItem[]> {
  const items: CallHierarchyItem[] = [];
  for (const call of calls) {
    const item = await itemOf(session, uri, call);
    if (item) items.push(item);
  }
  return items;
}

/** The annotation is the range, the id in it what is selected. */
async function itemOf(session: Session, uri: string, call: StoryCall): Promise<CallHierarchyItem | undefined> {
  const { workspace } = session;
  const { target, name, detail, kind, node } = call;
  const manuscript = 'item' in target ? await workspace.manuscript(target.uri) : undefined;
  const place = workspace.place(target);
  if (!place) return undefined;
  const id = manuscript && 'item' in target ? idIn(manuscript.annotation(target.item)?.ids, call.id) : undefined;
  const data: CallData = { uri, node };
  return {
    name: oneLine(name) || call.id,
    detail,
    kind: kind === 'thread' ? SymbolKind.Key : SymbolKind.Event,
    uri: workspace.clientUri(place.uri),
    range: place.range,
    selectionRange: id && manuscript ? rangeOf(manuscript.text, id) : place.range,
    data,
  };
}

/** The word of the annotation; the first, where a title became the id. */
function idIn(
  ids: readonly { readonly start: number; readonly end: number; readonly text: string }[] = [],
  id: string,
) {
  return ids.find(({ text }) => text === id) ?? ids[0];
}

type Query = (
  asked: { readonly season: Season; readonly horizon?: Horizon; readonly measure: Measure },
  node: StoryNode,
) => StoryCall[];

/** What leads to an item, or what it leads to. */
export async function neighbours(
  session: Session,
  item: CallHierarchyItem,
  query: Query,
): Promise<CallHierarchyItem[]> {
  const data = dataOf(item.data);
  const season = data && session.workspace.season(data.uri);
  if (!season) return [];
  const { horizon } = session.settings(data.uri);
  const asked = { season, ...(horizon && { horizon }) };
  const calls = await measured(session, (measure) => query({ ...asked, measure }, data.node));
  return itemsOf(session, data.uri, calls);
}

const roles: readonly unknown[] = ['setup', 'reminder', 'payoff', 'cleared'];

/** It has been with the client: it may be anything. */
function dataOf(data: unknown): CallData | undefined {
  const { uri, node } = (data ?? {}) as Partial<CallData>;
  const { type, id, of, role, index } = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof uri !== 'string' || typeof id !== 'string') return undefined;
  if (type === 'thread' || type === 'fact') return { uri, node: { type, id } };
  if (type !== 'place' || typeof index !== 'number') return undefined;
  if (of === 'fact') return { uri, node: { type, of, id, index } };
  return roles.includes(role) ? { uri, node: node as StoryNode } : undefined;
}
