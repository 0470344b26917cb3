import type { OutlineNode } from '../core/query/answers.ts';
import { FacetsOfSeasons, seasonRowId } from '../core/query/outline.ts';
import {
  type OutlineFacets,
  type OutlineParams,
  type OutlineRow,
  type OutlineTextParams,
  outlineFacetsRequest,
  outlineRequest,
  outlineTextRequest,
  type SeasonRowParams,
  seasonRowRequest,
} from '../protocol/outline.ts';
import { canonical } from '../workspace/uris.ts';
import { aTextOf, locationOf } from './ask.ts';
import type { Feature, Session } from './feature.ts';
import { markdownList } from './markdown-list.ts';
import { nodesOfRow, rowsFor } from './outline-rows.ts';

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
  handle: async (params, session, token) => markdownList(await nodesOfRow(session, params, token)),
};

/** Where in the outline of several seasons a text is to be found. */
export const seasonRow: Feature<SeasonRowParams, string | null> = {
  method: seasonRowRequest,
  empty: null,
  async handle({ uri }, session, token) {
    await session.ready(token);
    const key = session.workspace.season(canonical(uri))?.key;
    return key === undefined ? null : seasonRowId(key);
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
