import type { CancellationToken } from 'vscode-languageserver';
import type { OutlineNode } from '../core/query/answers.ts';
import { type AnyRow, FacetsOfSeasons, OutlineOfSeasons, outlinePart } from '../core/query/outline.ts';
import {
  type OutlineFacets,
  type OutlineParams,
  type OutlineRow,
  type OutlineTextParams,
  outlineFacetsRequest,
  outlineRequest,
  outlineTextRequest,
} from '../protocol/outline.ts';
import { aTextOf, locationOf, Measuring } from './ask.ts';
import type { Feature, Session } from './feature.ts';
import { markdownList } from './markdown-list.ts';

export const outline: Feature<OutlineParams, OutlineRow[]> = {
  method: outlineRequest,
  empty: [],
  repeatable: true,
  handle: (params, session, token) => rowsFor(session, params, token, (nodes) => rowsOf(session, nodes)),
};

/** The outline to take along. */
export const outlineText: Feature<OutlineTextParams, string | null> = {
  method: outlineTextRequest,
  empty: null,
  repeatable: true,
  async handle({ id, ...params }, session, token) {
    const nodes = await rowsFor(session, params, token, (nodes) => [...nodes]);
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
    const { workspace } = session;
    const all = new FacetsOfSeasons();
    for (const key of workspace.seasonKeys()) {
      const season = await workspace.seasonInSteps(key, 'stories');
      if (token.isCancellationRequested) return null;
      if (season) all.add(season, session.settings(aTextOf(season)).horizon);
    }
    return all.facets();
  },
};

/**
 * The rows of one season or of all, each season's in a form of its own. That form is given while its season is that of the
 * texts as they are: later, where its rows stand would be another place.
 */
async function rowsFor<Row extends AnyRow<Row>>(
  session: Session,
  { by, uri, filter }: OutlineParams,
  token: CancellationToken,
  shape: (nodes: readonly OutlineNode[]) => Row[],
): Promise<Row[]> {
  await session.ready(token);
  const { workspace } = session;
  const measuring = new Measuring(session);
  const own = uri === undefined ? undefined : workspace.season(uri)?.key;
  const all = new OutlineOfSeasons<Row>();
  for (const key of own === undefined ? (uri === undefined ? workspace.seasonKeys() : []) : [own]) {
    await workspace.seasonInSteps(key, 'stories');
    if (token.isCancellationRequested) return [];
    const part = await measuring.ask((measure) => {
      const season = workspace.seasonWithKey(key);
      // Each season as far as its own folder's horizon lets it be seen.
      if (!season) return undefined;
      const { horizon } = session.settings(uri ?? aTextOf(season));
      const seen = outlinePart(season, by, { measure, ...(horizon && { horizon }), ...(filter && { filter }) });
      return seen && { ...seen, rows: shape(seen.rows) };
    });
    if (part) all.add(part);
  }
  return all.rows() as Row[];
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
