import { URI, Utils } from 'vscode-uri';

/** As much of the API as the unit tests of the client need. What VS Code does with it, test/host looks at. */
export function fakeVscode() {
  const files = new Map<string, Uint8Array>();
  const answers: (string | undefined)[] = [];
  const said: string[] = [];
  const executed: unknown[][] = [];
  const say = async (message: string): Promise<string | undefined> => {
    said.push(message);
    return answers.shift();
  };
  class FileSystemError extends Error {
    readonly code = 'FileNotFound';
  }
  const isFolder = (uri: URI): boolean => [...files.keys()].some((name) => name.startsWith(`${uri}/`));
  const vscode = {
    Uri: Object.assign(URI, { joinPath: Utils.joinPath }),
    FileType: { File: 1, Directory: 2 },
    FileSystemError,
    ThemeIcon: class {
      constructor(
        readonly id: string,
        readonly color?: { readonly id: string },
      ) {}
    },
    ThemeColor: class {
      constructor(readonly id: string) {}
    },
    TreeItem: class {
      constructor(
        readonly label: string,
        readonly collapsibleState: number,
      ) {}
    },
    TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
    Range: class {
      readonly numbers: number[];
      constructor(...numbers: number[]) {
        this.numbers = numbers;
      }
    },
    l10n: { t: (text: string, ...parts: string[]) => text.replace(/\{(\d)\}/g, (_, i) => parts[Number(i)] ?? '') },
    commands: { executeCommand: async (...command: unknown[]) => void executed.push(command) },
    window: {
      showOpenDialog: async () => [URI.parse('file:///home')],
      showWarningMessage: say,
      showInformationMessage: say,
      showErrorMessage: say,
      showTextDocument: async () => undefined,
    },
    workspace: {
      workspaceFolders: undefined as undefined | { uri: URI }[],
      textDocuments: [] as { uri: URI; languageId: string }[],
      fs: {
        createDirectory: async () => undefined,
        stat: async (uri: URI) => {
          const file = files.get(uri.toString());
          if (!file && !isFolder(uri)) throw new FileSystemError();
          return { type: file ? 1 : 2, size: file?.length ?? 0 };
        },
        readFile: async (uri: URI) => files.get(uri.toString()) ?? new Uint8Array(),
        writeFile: async (uri: URI, content: Uint8Array) => void files.set(uri.toString(), content),
      },
    },
  };
  return { vscode, files, answers, said, executed };
}
