/** esbuild.mjs and vitest.config.mts put the text of such a file in the place of its import. */
declare module '*.study.yaml' {
  const text: string;
  export default text;
}
