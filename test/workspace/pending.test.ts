import { describe, expect, it } from 'vitest';
import { Pending } from '../../server/workspace/pending.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('what is to be done soon', () => {
  it('is done once, however often it was asked for before its turn', async () => {
    const done: string[] = [];
    const pending = new Pending(async (key) => void done.push(key), 1);
    for (const key of ['a', 'b', 'b', 'b']) pending.add(key);
    await pending.idle();
    expect(done).toEqual(['a', 'b']);
  });

  it('is done again when it is asked for while it is being done, and never twice at a time', async () => {
    let running = 0;
    let most = 0;
    let times = 0;
    const pending = new Pending(async () => {
      most = Math.max(most, ++running);
      times++;
      await tick();
      running--;
    }, 4);
    pending.add('a');
    pending.add('a');
    await pending.idle();
    expect([most, times]).toEqual([1, 2]);
  });

  it('is done before the rest where it is urgent', async () => {
    const done: string[] = [];
    const pending = new Pending(async (key) => {
      done.push(key);
      await tick();
    }, 1);
    for (const key of ['a', 'b', 'c']) pending.add(key);
    pending.add('study', true);
    await pending.idle();
    expect(done).toEqual(['a', 'study', 'b', 'c']);
  });

  it('is not over while there may be more to come', async () => {
    const pending = new Pending(async () => {}, 1);
    let over = false;
    const walk = pending.during(tick);
    const idle = pending.idle().then(() => {
      over = true;
    });
    await Promise.resolve();
    expect(over).toBe(false);
    await walk;
    await idle;
    expect(pending.isIdle()).toBe(true);
  });
});
