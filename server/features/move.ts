import { move as moveFrom } from '../core/query/moves.ts';
import { type MoveParams, type MoveResult, moveRequest } from '../protocol/moving-about.ts';
import { askAt, locationOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** From the cursor to the next or previous mark, unpaid setup, scene or act. */
export const move: Feature<MoveParams, MoveResult | null> = {
  method: moveRequest,
  empty: null,
  async handle({ uri, position, stride, direction }, session, token) {
    const asked = await askAt(session, { textDocument: { uri }, position }, token, (context, offset) =>
      moveFrom(context, offset, stride, direction),
    );
    const found = asked?.answer;
    const place = found && session.workspace.place(found.target);
    return place ? { location: locationOf(session, place), ...(found.wrapped && { wrapped: true as const }) } : null;
  },
};
