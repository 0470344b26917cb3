// What one has of a season while reading it: cards, jumps across files, structure, colours.
import * as vscode from 'vscode';
import { at, eventually, hoverText, openFile } from '../lib/editor.ts';
import { equal, includes, ok } from '../lib/expect.ts';

/** Runs one of VS Code's `vscode.execute…` commands at a text of a file, until it answers with something. */
async function ask<T>(
  command: string,
  file: string,
  text?: string,
): Promise<{ document: vscode.TextDocument; answer: T[] }> {
  const { document } = await openFile(file);
  const answer = await eventually(`${command} in ${file}`, async () => {
    const position = text === undefined ? [] : [at(document, text, { into: 2 })];
    const all = await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, ...position);
    return all && all.length > 0 ? all : undefined;
  });
  return { document, answer };
}

const nameOf = (uri: vscode.Uri) => uri.path.split('/').at(-1);
const uriOf = (place: vscode.Location | vscode.LocationLink) => ('targetUri' in place ? place.targetUri : place.uri);

describe('reading', () => {
  it('shows the craft note on a setup, with where it goes', async () => {
    const { document } = await openFile('episode-1.fountain');
    const position = at(document, 'brass-key');
    const text = await eventually('a card that knows the payoff', async () => {
      const card = await hoverText(document, position);
      return card.includes('Payoff') ? card : undefined;
    });
    includes(text, 'The brass key');
    includes(text, 'Setup');
    includes(text, 'E2');
    includes(text, 'What rattles asks to be opened');
  });

  it('shows a card in a treatment too', async () => {
    const { document } = await openFile('episode-2.treatment.md');
    includes(await eventually('a card', () => hoverText(document, at(document, 'brass-key'))), 'Payoff');
  });

  it('goes from a payoff to its setup in another file', async () => {
    const { answer } = await ask<vscode.Location | vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      'episode-2.treatment.md',
      'brass-key',
    );
    equal(
      answer.map((place) => nameOf(uriOf(place))),
      ['episode-1.fountain'],
    );
  });

  it('finds setup, reminder and payoff', async () => {
    const { answer } = await ask<vscode.Location>('vscode.executeReferenceProvider', 'episode-1.fountain', 'brass-key');
    const files = answer.map((place) => nameOf(place.uri)).filter((name) => !name?.endsWith('.yaml'));
    equal(files.sort(), ['episode-1.fountain', 'episode-1.fountain', 'episode-2.treatment.md']);
  });

  it('lists the structure of a script', async () => {
    const { answer } = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', 'episode-1.fountain');
    const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap((symbol) => [symbol.name, ...names(symbol.children)]);
    includes(names(answer).join('\n'), 'INT. HALL - DAY');
  });

  it('folds scenes', async () => {
    const { document, answer } = await ask<vscode.FoldingRange>(
      'vscode.executeFoldingRangeProvider',
      'episode-1.fountain',
    );
    const line = at(document, 'INT. STUDY - NIGHT').line;
    ok(
      answer.some((range) => range.start === line),
      `a fold at line ${line}`,
    );
  });

  it('colours annotations by their meaning', async () => {
    const { document } = await openFile('episode-1.fountain');
    const tokens = await eventually('semantic tokens', async () => {
      const all = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return all && all.data.length > 0 ? all : undefined;
    });
    equal(tokens.data.length % 5, 0);
  });
});
