import { expect, test } from 'vitest';
import { pause } from '../../server/workspace/breath.ts';

/** Works without a pause for so many milliseconds. */
function work(milliseconds: number): void {
  const start = performance.now();
  while (performance.now() - start < milliseconds);
}

/** What needs one turn of the event loop after the other, as a message does that is read, handled and answered. */
function takeTurns(number: number): { readonly left: number } {
  const turns = { left: number };
  const turn = () => {
    if (--turns.left > 0) setImmediate(turn);
  };
  setImmediate(turn);
  return turns;
}

test('a pause lasts until a message and its answer have had their turns', async () => {
  work(10);
  const message = takeTurns(3);
  await pause();
  expect(message.left).toBe(0);
});
