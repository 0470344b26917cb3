import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';

// Both are CommonJS without names that Node's loader can see.
const require = createRequire(import.meta.url);
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');

/** A stretch of one line and its scopes, without that of the whole grammar. */
export interface Token {
  readonly text: string;
  readonly scopes: string;
}

interface Manifest {
  readonly contributes: {
    readonly grammars: readonly { readonly scopeName: string; readonly path: string; readonly injectTo?: string[] }[];
  };
}

const root = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const { grammars } = (json('package.json') as Manifest).contributes;

/** VS Code's own grammar is not at hand: this one has the rules of it that annotations meet, in the same shape. */
const markdown = 'test/syntaxes/fixtures/markdown.tmLanguage.json';

const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async (scopeName) => {
    const path =
      scopeName === 'text.html.markdown' ? markdown : grammars.find((it) => it.scopeName === scopeName)?.path;
    return path ? (json(path) as IRawGrammar) : null;
  },
  getInjections: (scopeName) => grammars.filter((it) => it.injectTo?.includes(scopeName)).map((it) => it.scopeName),
});

/** Tokenises as VS Code does: the grammars, and who injects into whom, are those that package.json contributes. */
export async function tokenise(scopeName: string, text: string): Promise<Token[][]> {
  const grammar = (await registry.loadGrammar(scopeName)) as IGrammar;
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map((it) => ({ text: line.slice(it.startIndex, it.endIndex), scopes: it.scopes.slice(1).join(' ') }));
  });
}

/** The scopes of the first token that holds a text; of the whole line where `text` is left out. */
export function scopesOf(lines: readonly (readonly Token[])[], line: number, text?: string): string {
  const tokens = lines[line] ?? [];
  const found = text === undefined ? tokens : tokens.filter((it) => it.text.includes(text)).slice(0, 1);
  return found.map((it) => it.scopes).join(' ');
}
