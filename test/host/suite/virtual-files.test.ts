// Stories in a file system that the server cannot reach: one that another extension provides.
import * as vscode from 'vscode';
import { at, eventually, hoverText } from '../lib/editor.ts';
import { equal, includes } from '../lib/expect.ts';

const script = `Title: The Buoy
Episode: 1

INT. BOATHOUSE - NIGHT

Ada hides the flare. [[setup: flare | Nobody looks.]]

[[payoff: lamp]]

EXT. PIER - NIGHT

The flare goes up. [[payoff: flare]]
`;

/** Files in memory. */
class Memory implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    const isFolder = [...this.#files.keys()].some((path) => path.startsWith(`${uri.path}/`));
    if (!file && !isFolder) throw vscode.FileSystemError.FileNotFound(uri);
    return {
      type: file ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: 0,
      size: file?.length ?? 0,
    };
  }
  readDirectory(): [string, vscode.FileType][] {
    return [...this.#files.keys()].map((path) => [path.split('/').at(-1)!, vscode.FileType.File]);
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }
  createDirectory(): void {}
  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('a virtual file', () => {
  const uri = vscode.Uri.parse('chekhov-memory:/season/e01.fountain');
  let provider: vscode.Disposable;

  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider('chekhov-memory', new Memory(), { isCaseSensitive: true });
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(script));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    provider.dispose();
  });

  it('is read like any other: cards, definitions, diagnostics', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const payoff = at(document, '[[payoff: flare', { into: 10 });
    includes(await eventually('a card', () => hoverText(document, payoff)), 'Payoff');
    const [setup] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      uri,
      payoff,
    );
    equal(
      [setup?.targetUri.toString(), setup?.targetRange.start.line],
      [uri.toString(), at(document, '[[setup: flare').line],
    );
    const found = await eventually('diagnostics', () => {
      const messages = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
      return messages.length > 0 ? messages.join('\n') : undefined;
    });
    includes(found, 'lamp');
  });
});
