declare module 'aw-parser' {
  export const parser: {
    parse(script: string, config: Readonly<Record<string, boolean>>): { tokens: { type: string }[] };
  };
}
