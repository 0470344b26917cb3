import { defineConfig, type Plugin } from 'vitest/config';

/** `.md` and `.yaml` files are imported as text, as esbuild.mjs does. */
const textFiles: Plugin = {
  name: 'text-files',
  enforce: 'pre',
  transform: (source, id) =>
    /\.(md|yaml)$/.test(id) ? { code: `export default ${JSON.stringify(source)}`, map: null } : null,
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    testTimeout: 120_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', '**/node_modules/**'],
    setupFiles: ['test/seed.ts'],
  },
});
