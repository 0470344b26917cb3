import { URI, Utils } from 'vscode-uri';

/** As much of the API as the unit tests of the client need. What VS Code does with it, test/host looks at. */
export function fakeVscode() {
  const files = new Map<string, Uint8Array>();
  const answers: (string | undefined)[] = [];
  const said: string[] = [];
  const executed: unknown[][] = [];
  const copied: string[] = [];
  const say = async (message: string): Promise<string | undefined> => {
    said.push(message);
    return answers.shift();
  };
  const commands = new Map<string, (...given: unknown[]) => unknown>();
  const view = {
    visible: true,
    selection: [] as unknown[],
    message: undefined as string | undefined,
    description: undefined as string | undefined,
    badge: undefined as { value: number; tooltip: string } | undefined,
    /** What arrow keys move; `list.toggleSelection` selects it, or lets it go. */
    focus: undefined as unknown,
    revealed: [] as unknown[],
    reveal: async (row: unknown) => void view.revealed.push(row),
    onDidChangeVisibility: new FakeEmitter<unknown>().event,
    expanded: new FakeEmitter<{ element: unknown }>(),
    collapsed: new FakeEmitter<{ element: unknown }>(),
    onDidExpandElement: (listener: (change: { element: unknown }) => unknown) => view.expanded.event(listener),
    onDidCollapseElement: (listener: (change: { element: unknown }) => unknown) => view.collapsed.event(listener),
    dispose: () => undefined,
  };
  const pick = new FakeQuickPick();
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
    EventEmitter: FakeEmitter,
    MarkdownString: class {
      isTrusted: unknown;
      constructor(readonly value: string) {}
    },
    QuickPickItemKind: { Separator: -1, Default: 0 },
    TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
    Position: FakePosition,
    Range: class {
      readonly numbers: number[];
      constructor(...numbers: number[]) {
        this.numbers = numbers;
      }
    },
    l10n: { t: (text: string, ...parts: string[]) => text.replace(/\{(\d)\}/g, (_, i) => parts[Number(i)] ?? '') },
    commands: {
      executeCommand: async (...command: unknown[]) => {
        executed.push(command);
        if (command[0] !== 'list.toggleSelection' || view.focus === undefined) return;
        const others = view.selection.filter((row) => row !== view.focus);
        view.selection = others.length < view.selection.length ? others : [...others, view.focus];
      },
      registerCommand: (name: string, run: (...given: unknown[]) => unknown) => {
        commands.set(name, run);
        return { dispose: () => commands.delete(name) };
      },
    },
    env: { clipboard: { writeText: async (text: string) => void copied.push(text) } },
    window: {
      createTreeView: () => view,
      createQuickPick: () => pick,
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
  return { vscode, files, answers, said, executed, copied, commands, view, pick };
}

export class FakeEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

/** A box in which a test types, checks and accepts, once it is shown. */
class FakeQuickPick {
  value = '';
  items: readonly { readonly label: string }[] = [];
  selectedItems: readonly { readonly label: string }[] = [];
  readonly accepted = new FakeEmitter<void>();
  readonly hidden = new FakeEmitter<void>();
  readonly selected = new FakeEmitter<void>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidChangeSelection = this.selected.event;
  /** What whoever sees it does. */
  whenShown: () => void = () => this.hide();
  show(): void {
    this.whenShown();
  }
  check(...labels: string[]): void {
    this.selectedItems = this.items.filter(({ label }) => labels.includes(label));
    this.selected.fire();
  }
  hide(): void {
    this.hidden.fire();
  }
  dispose(): void {
    this.value = '';
    this.items = this.selectedItems = [];
    for (const it of [this.accepted, this.hidden, this.selected]) it.dispose();
  }
}

export class FakePosition {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
  isEqual(other: FakePosition): boolean {
    return this.line === other.line && this.character === other.character;
  }
}

export class FakeRange {
  readonly start: FakePosition;
  readonly end: FakePosition;
  constructor(line: number, character: number, endLine: number, endCharacter: number) {
    this.start = new FakePosition(line, character);
    this.end = new FakePosition(endLine, endCharacter);
  }
  get isEmpty(): boolean {
    return this.start.isEqual(this.end);
  }
  get isSingleLine(): boolean {
    return this.start.line === this.end.line;
  }
  /** Of ranges on one line. */
  contains({ start, end }: FakeRange): boolean {
    const { start: from, end: to } = this;
    return (
      start.line === from.line &&
      end.line === to.line &&
      start.character >= from.character &&
      end.character <= to.character
    );
  }
}
