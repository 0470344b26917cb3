// A window for a test file that looks at VS Code from outside; see test/host/README.md.
import path from 'node:path';
import { afterAll, beforeAll, onTestFailed } from 'vitest';
import { openWindow } from '../../../scripts/lib/window.mjs';

export * from '../../../scripts/lib/workbench.mjs';

type Options = Parameters<typeof openWindow>[0];
export type Window = Awaited<ReturnType<typeof openWindow>>;

/** The extension host that this run is about; scripts/test.mjs runs all window tests once for each. */
export const host = process.env.CHEKHOV_HOST === 'web' ? 'web' : 'node';
const root = path.resolve(import.meta.dirname, '../../..');
const extension = process.env.CHEKHOV_EXTENSION ?? root; // another one only to try out the harness itself

/** Opens a window before the first test of the file and closes it after the last. Call it at the top, or in a `describe`. */
export function useWindow(options: Options = {}): () => Window {
  let window: Window | undefined;
  beforeAll(async () => {
    window = await openWindow({ host, extension, folder: path.join(root, 'test/host/workspace'), ...options });
  });
  afterAll(() => window?.close());
  return () => {
    if (!window) throw new Error('the window did not open');
    return window;
  };
}

/** Call it in a test: if that fails, a picture of the window is kept, and what its page complained about is shown. */
export function keepPicture(window: Window): void {
  onTestFailed(async ({ task }) => {
    const file = path.join(root, '.vscode-test/failures', `${host}-${task.name.replace(/\W+/g, '-')}.png`);
    await window.page.screenshot({ path: file });
    console.log(`A picture of the window: ${path.relative(root, file)}\n${window.complaints.slice(-10).join('\n')}`);
  });
}
