import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import type { Manuscript } from '../core/manuscript.ts';
import type { Measure, QueryContext, TextStretch } from '../core/query/context.ts';
import type { Season, Target, TextTarget } from '../core/season/season.ts';
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

/** A text of a season, by which its settings go: a built-in study lies in no folder that could have any. */
export function aTextOf({ key, files }: Season): string {
  const [first = key] = files.keys();
  return first;
}

/**
 * A query that may want to know on which pages things stand, how long they are, or what another text says. Those of files that
 * are not open are not known at once: where it asks for such, they are found, and it is made again.
 */
export function measured<T>(session: Session, query: (measure: Measure) => T): Promise<T> {
  return new Measuring(session).ask(query);
}

/** Pages and lengths for several queries that are one question. */
export class Measuring {
  private readonly session: Session;
  private readonly read = new Set<string>();

  constructor(session: Session) {
    this.session = session;
  }

  async ask<T>(query: (measure: Measure) => T): Promise<T> {
    const { workspace } = this.session;
    const missing = new Map<string, (TextTarget | TextStretch)[]>();
    const noted = <T>(what: TextTarget | TextStretch, found: T | undefined) => {
      const { uri } = what;
      if (found !== undefined || (this.read.size >= mostRead && !this.read.has(uri))) return found;
      this.read.add(uri);
      const inFile = missing.get(uri);
      if (inFile) inFile.push(what);
      else missing.set(uri, [what]);
      return found;
    };
    const texts = new Map<string, Manuscript | undefined>();
    const text = (uri: string) => workspace.manuscriptAtHand(uri) ?? texts.get(uri);
    const measure: Measure = {
      page: (target) => noted(target, workspace.page(target)),
      length: (part) => noted(part, workspace.length(part)),
      text: (uri) => {
        const found = text(uri);
        if (found === undefined && texts.size < mostRead) texts.set(uri, undefined);
        return found;
      },
    };
    const answer = query(measure);
    if (missing.size === 0 && texts.size === 0) return answer;
    // File by file: each is read once.
    await workspace.findMeasures([...missing.values()].flat());
    for (const uri of texts.keys()) texts.set(uri, await workspace.manuscript(uri));
    return query({ page: (target) => workspace.page(target), length: (part) => workspace.length(part), text });
  }
}

/** Closed files that are read for it. A question about more, as an outline of a big folder is, goes without the rest. */
export const mostRead = 50;

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
