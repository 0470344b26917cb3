import type { OutlineNode } from '../core/query/answers.ts';
import { outline as outlineOf, outlineOfAll } from '../core/query/outline.ts';
import { type OutlineParams, type OutlineRow, outlineRequest } from '../protocol.ts';
import { locationOf, measured } from './ask.ts';
import type { Feature, Session } from './feature.ts';

export const outline: Feature<OutlineParams, OutlineRow[]> = {
  method: outlineRequest,
  empty: [],
  async handle({ by, uri }, session, token) {
    await session.ready(token);
    const { workspace } = session;
    const { horizon } = session.settings(uri);
    const all = uri === undefined ? await workspace.allSeasons() : [];
    const season = uri === undefined ? undefined : workspace.season(uri);
    const nodes = await measured(session, (measure) => {
      const options = { measure, ...(horizon && { horizon }) };
      return season ? outlineOf(season, by, options) : outlineOfAll(all, by, options);
    });
    return rowsOf(session, nodes);
  },
};

function rowsOf(session: Session, nodes: readonly OutlineNode[]): OutlineRow[] {
  return nodes.map(({ id, label, description, kind, status, target, children }) => {
    const place = target && session.workspace.place(target);
    return {
      id,
      label,
      ...(description && { description }),
      kind,
      ...(status && { status }),
      ...(place && { location: locationOf(session, place) }),
      ...(children.length > 0 && { children: rowsOf(session, children) }),
    };
  });
}
