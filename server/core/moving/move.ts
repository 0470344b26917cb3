import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { EpisodePart, ItemRange } from '../structure/file-structure.ts';
import { lineEndOf } from '../text/line-ends.ts';
import type { TextEdit } from '../text/span.ts';
import { isCutAcross, objection } from './check.ts';
import { inOrder, type Move, offsetAfter } from './edits.ts';
import { moveMarks } from './marks.ts';
import {
  acts,
  firstActLine,
  firstLineInAct,
  type LineRange,
  linesOfAct,
  linesOfScene,
  type MovingRow,
  scenes,
} from './parts.ts';
import { type Refusal, refusal } from './refusal.ts';
import {
  insertion,
  isBeside,
  removal,
  type Slot,
  type Stretch,
  slotAbove,
  stretchesOf,
  withLineEnds,
} from './stretch.ts';

/** A scene or act as a part of its text. */
interface MovingPart extends LineRange {
  readonly row: MovingRow;
  readonly items: ItemRange;
  readonly episode: EpisodePart;
  readonly title: string;
}

/**
 * Scenes, acts or marks, dropped on a row: they come to stand directly below that row, in the order in which they are given.
 * A scene that is dropped on an act is its first; on a mark, it follows the scene of the mark; on an episode, it is the first
 * of the episode. An act that is dropped on a scene or mark follows the act of these.
 */
export function move(rows: readonly MovingRow[], target: MovingRow): Move | Refusal {
  const [first] = rows;
  if (!first || rows.some(({ kind }) => kind === 'episode')) return refusal('cannotMove');
  const isMark = first.kind === 'mark';
  if (isMark && rows.every(({ kind }) => kind === 'mark')) return moveMarks(rows, target);
  const parts = rows.map(partOf);
  const found = parts.filter((part) => part !== undefined);
  if (found.length < parts.length)
    return rows.some(({ kind }) => kind === 'mark') ? refusal('mixed') : refusal('stale');
  const outer = found.filter((part) => !found.some((other) => other !== part && encloses(other, part.row)));
  const [{ row }] = outer as [MovingPart];
  if (outer.some((part) => part.row.kind !== row.kind)) return refusal('mixed');
  if (outer.some(({ row: { manuscript } }) => manuscript.kind !== target.manuscript.kind))
    return refusal('otherMedium');
  const inside = outer.find((part) => encloses(part, target));
  if (inside) return refusal('intoItself', inside.title);
  const place = row.kind === 'act' ? placeOfAct(target) : placeOfScene(target);
  return place ? put(outer, place) : refusal('noPlace');
}

/** A scene or act, one place up or down in its text: past another, or over the bounds of the act or episode. */
export function shift(row: MovingRow, by: 'up' | 'down'): Move | Refusal {
  const part = partOf(row);
  if (!part) return refusal(row.kind === 'scene' || row.kind === 'act' ? 'stale' : 'cannotMove');
  const place = row.kind === 'act' ? actPlaces(row.manuscript) : scenePlaces(row.manuscript);
  const at = place.findIndex(({ after }) => after === row.item);
  // The place after itself and the one before it are where it stands now.
  const next = place[by === 'up' ? at - 2 : at + 1];
  return next ? put([part], next) : refusal(by === 'up' ? 'first' : 'last', part.title);
}

/** A line that something can be put above, and the episode that it would belong to. */
interface Place {
  readonly manuscript: Manuscript;
  readonly line: number;
  readonly episode: EpisodePart;
  /** The heading of the scene or act that it follows. */
  readonly after?: number;
}

/** All places for a scene in a text, in order: at the top of each act, and after each scene. */
function scenePlaces(manuscript: Manuscript): Place[] {
  return acts(manuscript).flatMap(({ episode, act }) => {
    const headed = act.scenes.filter(({ heading }) => heading !== undefined);
    if (act.heading === undefined && headed.length === 0) return [];
    const top = { manuscript, episode, line: firstLineInAct(manuscript, act) };
    const afterScenes = headed.map((scene) => {
      const line = linesOfScene(manuscript, { act, scene }).end;
      return { manuscript, episode, line, after: scene.heading! };
    });
    return [top, ...afterScenes];
  });
}

/** All places for an act in a text, in order: at the top of each episode that has acts, and after each act. */
function actPlaces(manuscript: Manuscript): Place[] {
  const all = acts(manuscript).filter(({ act }) => act.heading !== undefined);
  return all.flatMap(({ episode, act }, i) => {
    const after = { manuscript, episode, line: linesOfAct(manuscript, { episode, act }).end, after: act.heading! };
    if (all[i - 1]?.episode === episode) return [after];
    return [{ manuscript, episode, line: firstActLine(manuscript, episode) }, after];
  });
}

function placeOfScene({ manuscript, kind, item }: MovingRow): Place | undefined {
  const within = scenes(manuscript).find(({ scene }) => holds(scene, item));
  if (!within) return undefined;
  const { episode, act, scene } = within;
  const place = (line: number): Place => ({ manuscript, episode, line });
  if (kind === 'episode') {
    const first = episode.acts.find((one) => one.scenes.some(({ heading }) => heading !== undefined));
    const last = episode.acts.at(-1)!;
    return place(firstLineInAct(manuscript, first ?? last));
  }
  if (scene.heading === undefined || kind === 'act') return place(firstLineInAct(manuscript, act));
  return place(linesOfScene(manuscript, { act, scene }).end);
}

function placeOfAct({ manuscript, kind, item }: MovingRow): Place | undefined {
  const within = acts(manuscript).find(({ act }) => holds(act, item));
  if (!within) return undefined;
  const { episode, act } = within;
  const top = kind === 'episode' || act.heading === undefined;
  const line = top ? firstActLine(manuscript, episode) : linesOfAct(manuscript, within).end;
  return { manuscript, episode, line };
}

function partOf(row: MovingRow): MovingPart | undefined {
  const { manuscript, kind, item } = row;
  if (kind === 'act') {
    const found = acts(manuscript).find(({ act }) => act.heading === item);
    if (!found) return undefined;
    const { episode, act } = found;
    return { row, episode, items: { first: item, end: act.end }, title: act.title, ...linesOfAct(manuscript, found) };
  }
  const found = kind === 'scene' ? scenes(manuscript).find(({ scene }) => scene.heading === item) : undefined;
  if (!found) return undefined;
  const { episode, scene } = found;
  return { row, episode, items: scene, title: scene.title, ...linesOfScene(manuscript, found) };
}

/** Whether a row belongs to a part, or is it. The row of an episode belongs to none, wherever its item stands. */
function encloses({ row, items }: MovingPart, { manuscript, kind, item }: MovingRow): boolean {
  return kind !== 'episode' && row.manuscript === manuscript && holds(items, item);
}

function holds({ first, end }: ItemRange, item: number): boolean {
  return item >= first && item < end;
}

function put(parts: readonly MovingPart[], place: Place): Move | Refusal {
  const slot = slotAbove(place.manuscript, place.line);
  const manuscripts = [...new Set(parts.map(({ row }) => row.manuscript))];
  const stretches = manuscripts.flatMap((manuscript) =>
    stretchesOf(
      manuscript,
      parts.filter(({ row }) => row.manuscript === manuscript),
    ),
  );
  const [only] = stretches;
  if (stretches.length === 1 && isBeside(slot, only!)) return refusal('already');
  if (isCutAcross(slot, stretches)) return refusal('cutAcross', parts[0]!.title);
  const losesForm = parts.find((part) => part.episode !== place.episode && holdsForm(part));
  if (losesForm) return refusal('form', losesForm.title);
  const found = moveOf(slot, stretches, parts[0]!);
  return objection(found.edits, slot, stretches) ?? found;
}

function holdsForm({ row: { manuscript }, first, end }: MovingPart): boolean {
  return itemsOf(manuscript.facts).some((item, i) => {
    if (item.type !== 'mark' || item.mark.kind !== 'form') return false;
    const line = manuscript.text.lineAt(manuscript.place(i).start);
    return first <= line && line < end;
  });
}

/** The edits, and where the heading of the first part stands before and after. */
function moveOf(slot: Slot, stretches: readonly Stretch[], { row: { manuscript, item } }: MovingPart): Move {
  const edits = new Map<Manuscript, TextEdit[]>();
  for (const stretch of stretches) {
    edits.set(stretch.manuscript, [...(edits.get(stretch.manuscript) ?? []), removal(stretch)]);
  }
  const { edit, starts } = insertion(slot, stretches);
  const removals = edits.get(slot.manuscript) ?? [];
  edits.set(slot.manuscript, inOrder([...removals, edit]));
  const offset = manuscript.place(item).start;
  const i = stretches.findIndex((it) => it.manuscript === manuscript && it.start <= offset && offset <= it.end);
  const above = manuscript.text.slice(stretches[i]!.start, offset);
  const written = withLineEnds(lineEndOf(slot.manuscript.text), above).length;
  const to = offsetAfter(removals, edit.start) + starts[i]! + written;
  return { edits, from: { manuscript, offset }, to: { manuscript: slot.manuscript, offset: to } };
}
