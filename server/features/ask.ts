import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import type { Measure, QueryContext, TextStretch } from '../core/query/context.ts';
import type { Target, TextTarget } from '../core/season/season.ts';
import { offsetAt } from '../lsp/positions.ts';
import { canonical } from '../workspace/uris.ts';
import type { Place } from '../workspace/workspace.ts';
import type { Session } from './feature.ts';

/** What several features need on the way from a request to the core and back. */

/** The context of a query about a script or treatment; undefined for all other files. */
export async function contextOf(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<QueryContext | undefined> {
  await session.ready(token);
  const key = canonical(uri);
  const manuscript = await session.workspace.manuscript(key);
  const season = manuscript && session.workspace.season(key);
  if (manuscript === undefined || season === undefined) return undefined;
  const { horizon } = session.settings(key);
  return { season, uri: key, manuscript, ...(horizon && { horizon }) };
}

/** A query about a place in a script or treatment. */
export async function askAt<T>(
  session: Session,
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
  token: CancellationToken,
  query: (context: QueryContext, offset: number) => T,
): Promise<{ readonly context: QueryContext; readonly answer: T } | undefined> {
  const context = await contextOf(session, params.textDocument.uri, token);
  if (context === undefined) return undefined;
  const offset = offsetAt(context.manuscript.text, params.position);
  return { context, answer: await measured(session, (measure) => query({ ...context, measure }, offset)) };
}

/**
 * A query that may want to know on which pages things stand and how long they are. Those of files that are not open are not known at once: where
 * it asks for such, they are found, and it is made again.
 */
export function measured<T>(session: Session, query: (measure: Measure) => T): Promise<T> {
  return new Measuring(session).ask(query);
}

/** Pages and lengths for several queries that are one question. */
export class Measuring {
  private readonly session: Session;
  private left = mostMissing;

  constructor(session: Session) {
    this.session = session;
  }

  async ask<T>(query: (measure: Measure) => T): Promise<T> {
    const { workspace } = this.session;
    const missing: (TextTarget | TextStretch)[] = [];
    const noted = <T>(what: TextTarget | TextStretch, found: T | undefined) => {
      if (found === undefined && this.left > 0) {
        missing.push(what);
        this.left--;
      }
      return found;
    };
    const measure: Measure = {
      page: (target) => noted(target, workspace.page(target)),
      length: (part) => noted(part, workspace.length(part)),
    };
    const answer = query(measure);
    if (missing.length === 0) return answer;
    await workspace.findMeasures(missing);
    return query({ page: (target) => workspace.page(target), length: (part) => workspace.length(part) });
  }
}

/** A question that asks for more, as an outline of everything may, goes without the rest. */
const mostMissing = 1000;

export function locationOf(session: Session, { uri, range }: Place): Location {
  return { uri: session.workspace.clientUri(uri), range };
}

/** The targets that can still be found, in their order, each place once. */
export function locationsOf(session: Session, targets: readonly Target[]): Location[] {
  const seen = new Set<string>();
  return targets.flatMap((target) => {
    const place = session.workspace.place(target);
    const key = JSON.stringify(place);
    if (place === undefined || seen.has(key)) return [];
    seen.add(key);
    return [locationOf(session, place)];
  });
}
