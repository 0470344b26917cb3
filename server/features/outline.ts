import type { CancellationToken } from 'vscode-languageserver';
import type { OutlineNode } from '../core/query/answers.ts';
import { outlineFacets as facetsOf, outline as outlineOf, outlineOfAll } from '../core/query/outline.ts';
import type { Season } from '../core/season/season.ts';
import {
  type OutlineFacets,
  type OutlineParams,
  type OutlineRow,
  type OutlineTextParams,
  outlineFacetsRequest,
  outlineRequest,
  outlineTextRequest,
} from '../protocol.ts';
import { locationOf, measured } from './ask.ts';
import type { Feature, Session } from './feature.ts';
import { markdownList } from './markdown-list.ts';

export const outline: Feature<OutlineParams, OutlineRow[]> = {
  method: outlineRequest,
  empty: [],
  handle: async (params, session, token) => rowsOf(session, await nodesOf(session, params, token)),
};

/** The outline to take along. */
export const outlineText: Feature<OutlineTextParams, string | null> = {
  method: outlineTextRequest,
  empty: null,
  async handle({ id, ...params }, session, token) {
    const nodes = await nodesOf(session, params, token);
    const node = id === undefined ? undefined : found(nodes, id);
    return markdownList(id === undefined ? nodes : node ? [node] : []);
  },
};

/** What there is to filter by. */
export const outlineFacets: Feature<unknown, OutlineFacets | null> = {
  method: outlineFacetsRequest,
  empty: null,
  async handle(_, session, token) {
    await session.ready(token);
    return facetsOf(await session.workspace.allSeasons(), ({ key }) => session.settings(key).horizon);
  },
};

async function nodesOf(session: Session, { by, uri, filter }: OutlineParams, token: CancellationToken) {
  await session.ready(token);
  const { workspace } = session;
  const season = uri === undefined ? undefined : workspace.season(uri);
  const all = uri === undefined ? await workspace.allSeasons() : [];
  return measured(session, (measure) => {
    // Each season as far as its own folder's horizon lets it be seen.
    const options = ({ key }: Pick<Season, 'key'>) => {
      const { horizon } = session.settings(uri ?? key);
      return { measure, ...(horizon && { horizon }), ...(filter && { filter }) };
    };
    return season ? outlineOf(season, by, options(season)) : outlineOfAll(all, by, options);
  });
}

function found(nodes: readonly OutlineNode[], id: string): OutlineNode | undefined {
  for (const node of nodes) {
    const here = node.id === id ? node : found(node.children, id);
    if (here) return here;
  }
  return undefined;
}

/** Rows as the client has them. */
export function rowsOf(session: Session, nodes: readonly OutlineNode[]): OutlineRow[] {
  return nodes.map(({ id, label, description, kind, status, target, ref, children }) => {
    const place = target && session.workspace.place(target);
    return {
      id,
      label,
      ...(description && { description }),
      kind,
      ...(status && { status }),
      ...(place && { location: locationOf(session, place) }),
      ...(ref && { ref }),
      ...(children.length > 0 && { children: rowsOf(session, children) }),
    };
  });
}
