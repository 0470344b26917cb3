import { afterEach, expect, test, vi } from 'vitest';
import { Disk } from '../../server/workspace/disk.ts';
import type { FileSystem } from '../../server/workspace/file-system.ts';

afterEach(() => void vi.useRealTimers());

test('a file that is never answered for is skipped in the end, and holds nobody up before', async () => {
  vi.useFakeTimers();
  const names = ['file:///w/a.fountain', 'file:///w/stuck.fountain', 'file:///w/z.fountain'];
  const files: FileSystem = {
    async *find() {
      yield* names;
    },
    read: async (uri) => (uri.includes('stuck') ? new Promise<never>(() => {}) : `Title: ${uri}`),
    isFolder: async () => false,
  };
  const [taken, lost, warnings]: string[][] = [[], [], []];
  const log = { error: () => {}, info: () => {}, warn: (line: string) => void warnings!.push(line) };
  const disk = new Disk({
    files,
    log,
    watch: false,
    wants: () => true,
    take: (uri) => void taken!.push(uri),
    lost: (uri) => void lost!.push(uri),
  });
  disk.setFolders(['file:///w']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(taken).toEqual([names[0], names[2]]);
  expect(disk.isSettled()).toBe(false);
  await vi.advanceTimersByTimeAsync(20_000);
  await disk.settled();
  expect(lost).toEqual([names[1]]);
  expect(warnings).toEqual(['file:///w/stuck.fountain is skipped: it takes too long to read.']);
});
