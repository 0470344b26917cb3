import type { CancellationToken } from 'vscode-languageserver';
import type { OutlineNode } from '../core/query/answers.ts';
import {
  type AnyRow,
  amongOthers,
  closedPart,
  OutlineOfSeasons,
  type OutlineOptions,
  type OutlinePart,
  outlinePart,
  seasonOfRow,
} from '../core/query/outline.ts';
import type { Season } from '../core/season/season.ts';
import type { OutlineParams, OutlineTextParams } from '../protocol/outline.ts';
import { pause } from '../workspace/breath.ts';
import { aTextOf, Measuring } from './ask.ts';
import type { Session } from './feature.ts';

/** Of more seasons than these the rows below each are asked for when somebody opens it: nobody looks through all of them. */
const mostOpen = 20;

/**
 * What the rows of a season become. It is given while its season is that of the texts as they are: later, where its rows stand
 * would be another place.
 */
type Shape<Row> = (nodes: readonly OutlineNode[]) => Row[];

/** The rows that are asked for: those of all seasons, of that of a text, or below the row of one. */
export async function rowsFor<Row extends AnyRow<Row>>(
  session: Session,
  params: OutlineParams,
  token: CancellationToken,
  shape: Shape<Row>,
): Promise<Row[]> {
  await session.ready(token);
  const { workspace } = session;
  const keys = workspace.seasonKeys();
  const { uri, season } = params;
  const parts = new Parts(session, params, token, shape);
  if (season !== undefined) {
    const key = seasonOfRow(keys, season);
    const part = key === undefined ? undefined : await parts.open(key);
    return part ? amongOthers(part).rows : [];
  }
  if (uri !== undefined) {
    const key = workspace.season(uri)?.key;
    return (key === undefined ? undefined : await parts.open(key))?.rows ?? [];
  }
  return keys.length > mostOpen ? parts.closedRows(keys) : parts.openRows(keys);
}

/** A row with all below it; without an id, all rows, be they ever so many. */
export async function nodesOfRow(
  session: Session,
  { id, ...params }: OutlineTextParams,
  token: CancellationToken,
): Promise<readonly OutlineNode[]> {
  const shape: Shape<OutlineNode> = (nodes) => [...nodes];
  if (id === undefined) {
    await session.ready(token);
    return new Parts(session, params, token, shape).openRows(session.workspace.seasonKeys());
  }
  const rows = await rowsFor(session, params, token, shape);
  const row = found(rows, id);
  if (row && !row.closed) return [row];
  const below = await rowsFor(session, { ...params, season: id }, token, shape);
  if (row) return [{ ...row, children: below }];
  const deep = found(below, id);
  return deep ? [deep] : [];
}

function found(nodes: readonly OutlineNode[], id: string): OutlineNode | undefined {
  for (const node of nodes) {
    const here = node.id === id ? node : found(node.children, id);
    if (here) return here;
  }
  return undefined;
}

/** The row of a season that is closed, for as long as the season is in that state: after a key only one of them is another. */
interface KeptRow {
  readonly text: string;
  readonly asked: string;
  readonly part: OutlinePart<never> | undefined;
}

const kept = new WeakMap<object, KeptRow>();

/** What one question wants of each season. */
class Parts<Row extends AnyRow<Row>> {
  private readonly session: Session;
  private readonly params: OutlineParams;
  private readonly token: CancellationToken;
  private readonly shape: Shape<Row>;
  private readonly measuring: Measuring;

  constructor(session: Session, params: OutlineParams, token: CancellationToken, shape: Shape<Row>) {
    this.session = session;
    this.params = params;
    this.token = token;
    this.shape = shape;
    this.measuring = new Measuring(session);
  }

  /** The rows of several seasons, with all below them. */
  async openRows(keys: readonly string[]): Promise<Row[]> {
    return (await this.gathered(keys, (key) => this.open(key))).rows() as Row[];
  }

  /** The rows of so many seasons that each is to be opened by itself. One that is alone in having something to show is open. */
  async closedRows(keys: readonly string[]): Promise<Row[]> {
    const all = await this.gathered(keys, (key) => this.closed(key));
    return all.only ? this.openRows([all.only.key]) : (all.rows() as Row[]);
  }

  private async gathered(
    keys: readonly string[],
    partOf: (key: string) => Promise<OutlinePart<Row> | undefined>,
  ): Promise<OutlineOfSeasons<Row>> {
    const all = new OutlineOfSeasons<Row>();
    for (const key of keys) {
      await pause();
      const part = await partOf(key);
      if (this.token.isCancellationRequested) break;
      if (part) all.add(part);
    }
    return all;
  }

  async open(key: string): Promise<OutlinePart<Row> | undefined> {
    const { workspace } = this.session;
    await workspace.seasonInSteps(key, 'stories');
    return this.measuring.ask((measure) => {
      const season = workspace.seasonWithKey(key);
      const part = season && outlinePart(season, this.params.by, { ...this.optionsOf(season), measure });
      return part && { ...part, rows: this.shape(part.rows) };
    });
  }

  private async closed(key: string): Promise<OutlinePart<Row> | undefined> {
    const { workspace } = this.session;
    const { by, filter } = this.params;
    const atHand = kept.get(workspace.stateWithKey(key) ?? {});
    if (atHand && atHand.asked === this.asked(atHand.text)) return atHand.part;
    const season = await workspace.seasonInSteps(key, filter && 'stories');
    const state = workspace.stateWithKey(key);
    if (!season || !state) return undefined;
    const part = closedPart(season, by, this.optionsOf(season));
    const text = aTextOf(season);
    kept.set(state, { text, asked: this.asked(text), part });
    return part;
  }

  /** All that the row of a closed season hangs on, but for the season. */
  private asked(text: string): string {
    const { by, filter } = this.params;
    return JSON.stringify([by, filter, this.session.settings(text).horizon]);
  }

  /** Each season as far as its own folder's horizon lets it be seen. */
  private optionsOf(season: Season): OutlineOptions {
    const { uri, filter } = this.params;
    const { horizon } = this.session.settings(uri ?? aTextOf(season));
    return { ...(horizon && { horizon }), ...(filter && { filter }) };
  }
}
