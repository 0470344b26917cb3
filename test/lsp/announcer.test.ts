import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from '../../server/lsp/announcer.ts';

let told: string[];
let settle: () => void;
let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  settle = () => {};
  announcer = new Announcer(
    { views: () => told.push('views'), answers: () => told.push('answers'), anything: () => {} },
    () => Promise.resolve(),
  );
});
afterEach(() => {
  announcer.dispose();
  vi.useRealTimers();
});

const types = async (times: number, every: number) => {
  for (let i = 0; i < times; i++) {
    announcer.note('season');
    await vi.advanceTimersByTimeAsync(every);
  }
};

it('tells once of many changes', async () => {
  await types(20, 0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['views', 'answers']);
});

it('lets views follow while someone types, and asks for answers when the typing pauses', async () => {
  await types(20, 50);
  expect(told.filter((what) => what === 'views').length).toBeGreaterThan(3);
  expect(told).not.toContain('answers');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.filter((what) => what === 'answers')).toHaveLength(1);
});

it('says nothing of a text in which everything stays in its line', async () => {
  announcer.note('text');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([]);
  announcer.note('lines');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['views']);
});

it('waits for the end of the first indexing', async () => {
  announcer.dispose();
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  announcer = new Announcer(
    { views: () => told.push('views'), answers: () => told.push('answers'), anything: () => {} },
    () => settled,
  );
  await types(50, 20);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([]);
  settle();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.sort()).toEqual(['answers', 'views']);
});
