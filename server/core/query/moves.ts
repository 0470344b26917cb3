import { within } from '../season/horizon.ts';
import type { Target } from '../season/season.ts';
import type { QueryContext } from './context.ts';
import { besideMark } from './moves/marks.ts';
import { actStops, sceneStops } from './moves/parts.ts';
import { beside, type Direction } from './moves/stops.ts';
import { unpaidStops } from './moves/unpaid.ts';

/** What one can move by. */
export type Stride = 'mark' | 'unpaid' | 'scene' | 'act';

/** Where a move leads; `wrapped` says that it went round to the other end. */
export interface Move {
  readonly target: Target;
  readonly wrapped: boolean;
}

/**
 * From a place to the next or previous one of a sort. Marks go round within their text, as problems do in VS Code; unpaid
 * setups go round the season. Scenes and acts go on into the next episode, and end where the season does. Keeps to the
 * horizon: nothing leads into an episode that lies ahead.
 */
export function move(asked: QueryContext, offset: number, stride: Stride, direction: Direction): Move | undefined {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  switch (stride) {
    case 'mark':
      return besideMark(asked, offset, direction);
    case 'unpaid':
      return beside(context, offset, unpaidStops(context), direction, 'goes round');
    case 'scene':
      return beside(context, offset, sceneStops(context), direction, 'ends');
    case 'act':
      return beside(context, offset, actStops(context), direction, 'ends');
  }
}
