import type { Manuscript } from '../core/manuscript.ts';
import { edited, type Move } from '../core/moving/edits.ts';
import { move, shift } from '../core/moving/move.ts';
import { type MovingRow as Row, rowAt } from '../core/moving/parts.ts';
import type { Refusal, RefusalReason } from '../core/moving/refusal.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { offsetAt } from '../lsp/positions.ts';
import {
  type MovePartsParams,
  type MovePartsResult,
  type MovePlace,
  type MoveRefusal,
  type MovingRow,
  movePartsRequest,
  type ShiftPartParams,
  shiftPartRequest,
} from '../protocol/moving-parts.ts';
import { positionAt, rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature, Session } from './feature.ts';

const stale: Refusal = { refused: 'stale' };

/** Rows of the outline by structure, dropped on a row of it: scenes, acts and marks that move in their texts. */
export const moveParts: Feature<MovePartsParams, MovePartsResult | null> = {
  method: movePartsRequest,
  empty: null,
  async handle({ rows, target }, session, token) {
    await session.ready(token);
    const files = await manuscriptsOf(
      session,
      [...rows, target].map(({ location }) => location.uri),
    );
    const found = rows.map((row) => rowIn(files, row));
    const onto = rowIn(files, target);
    const known = found.filter((row) => row !== undefined);
    return answer(session, files, onto && known.length === found.length ? move(known, onto) : stale);
  },
};

/** The scene or act at a place, one place up or down. */
export const shiftPart: Feature<ShiftPartParams, MovePartsResult | null> = {
  method: shiftPartRequest,
  empty: null,
  async handle({ kind, uri, position, by }, session, token) {
    await session.ready(token);
    const files = await manuscriptsOf(session, [uri]);
    const manuscript = files.get(canonical(uri));
    const row = manuscript && rowAt(manuscript, kind, offsetAt(manuscript.text, position));
    return answer(session, files, row ? shift(row, by) : { refused: 'noPlace' });
  },
};

type Files = ReadonlyMap<string, Manuscript>;

async function manuscriptsOf({ workspace }: Session, uris: readonly string[]): Promise<Files> {
  const files = new Map<string, Manuscript>();
  for (const uri of uris.map(canonical)) {
    const manuscript = await workspace.manuscript(uri);
    if (manuscript) files.set(uri, manuscript);
  }
  // While closed files were read, keys may have been typed in open ones.
  for (const uri of files.keys()) {
    const open = workspace.document(uri)?.manuscript;
    if (open) files.set(uri, open);
  }
  return files;
}

/** What a row stands for, if the text still has it at that very place. */
function rowIn(files: Files, { kind, location: { uri, range } }: MovingRow): Row | undefined {
  const manuscript = files.get(canonical(uri));
  if (!manuscript) return undefined;
  const span = { start: offsetAt(manuscript.text, range.start), end: offsetAt(manuscript.text, range.end) };
  for (let item = manuscript.itemAt(span.start); item >= 0; item--) {
    const place = manuscript.place(item);
    if (place.start < span.start) break;
    if (place.start === span.start && place.end === span.end) return rowOf(manuscript, kind, item);
  }
  return undefined;
}

function rowOf(manuscript: Manuscript, kind: string, item: number): Row | undefined {
  if (kind === 'episode' || kind === 'act' || kind === 'scene') return { manuscript, kind, item };
  return manuscript.annotation(item) && { manuscript, kind: 'mark', item };
}

function answer(session: Session, files: Files, found: Move | Refusal): MovePartsResult {
  if ('refused' in found) return { refused: refusalOf(found), edits: [] };
  const { workspace } = session;
  const uriOf = new Map([...files].map(([uri, manuscript]) => [manuscript, uri]));
  const edits = [...found.edits].map(([manuscript, list]) => {
    const uri = uriOf.get(manuscript)!;
    return {
      uri: workspace.clientUri(uri),
      version: workspace.document(uri)?.version ?? null,
      edits: list.map((edit) => ({ range: rangeOf(manuscript.text, edit), newText: edit.insert })),
    };
  });
  const place = ({ manuscript, offset }: Move['from'], text: SourceText): MovePlace => ({
    uri: workspace.clientUri(uriOf.get(manuscript)!),
    position: positionAt(text, offset),
  });
  const { from, to } = found;
  const after = edited(to.manuscript, found.edits.get(to.manuscript) ?? []);
  return { edits, from: place(from, from.manuscript.text), to: place(to, after.text) };
}

function refusalOf({ refused, title }: Refusal): MoveRefusal {
  const why: RefusalReason = refused;
  return { why, ...(title && { title }) };
}
