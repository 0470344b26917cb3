// Tests that look at VS Code, and at the scripts, from outside. Each file has windows of its own: one file at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['{window,commands}/*.test.ts'],
    // In the web host the window itself reads an extension under development, and reads its English texts alone.
    exclude: process.env.CHEKHOV_HOST === 'web' ? ['window/language.test.ts'] : [],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // These tests work with windows of a program that is not ours. A test that needs its second attempt is told by name.
    retry: 1,
    expect: { poll: { timeout: 45_000 } },
    teardownTimeout: 60_000,
  },
});
