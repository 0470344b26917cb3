import { expect, it, vi } from 'vitest';
import * as yaml from 'yaml';
import { cutStudy } from '../../../server/core/study-language/pieces.ts';
import { scalarsOf } from '../../../server/core/study-language/scalars.ts';

vi.mock('yaml', async (original) => {
  const real = await original<typeof yaml>();
  return { ...real, parseDocument: vi.fn(real.parseDocument) };
});

it('of a study of any length, each piece is read once for all who ask', () => {
  const thread = (i: number) =>
    `  - id: thread-${i}\n    title: The thread ${i}\n    note: ${'It goes on. '.repeat(20)}\n`;
  const text = `study: 1\nthreads:\n${Array.from({ length: 2500 }, (_, i) => thread(i)).join('')}`;
  expect(text.length).toBeGreaterThan(700_000);
  const pieces = cutStudy(text).flatMap((section) => section.pieces);
  const readAll = () => {
    vi.mocked(yaml.parseDocument).mockClear();
    for (const piece of pieces) scalarsOf(text, piece);
    return vi.mocked(yaml.parseDocument).mock.calls.length;
  };
  expect(readAll()).toBeGreaterThan(2000);
  expect(readAll()).toBe(0);
});
