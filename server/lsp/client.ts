import type { InitializeParams } from 'vscode-languageserver';
import type { ChekhovOptions } from '../protocol/client.ts';
import { canonicalFolder } from '../workspace/uris.ts';

/** What a client can do, as far as it matters here, and what it wants. Whatever it does not say it cannot do. */
export interface Client {
  readonly options: ChekhovOptions;
  /** The workspace folders, canonical. */
  readonly folders: readonly string[];
  readonly configuration: boolean;
  readonly watchFiles: boolean;
  readonly watchSettings: boolean;
  readonly folderChanges: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshTokens: boolean;
  readonly refreshLenses: boolean;
  readonly refreshHints: boolean;
  /** The tooltip of an inlay hint may be asked for later. */
  readonly resolvesHints: boolean;
  /** Where in its file a symbol stands may be asked for later. */
  readonly resolvesSymbols: boolean;
  /** Tags, codes with pages and related places are understood. */
  readonly relatedInformation: boolean;
  readonly codeDescriptions: boolean;
  readonly definitionLinks: boolean;
  readonly implementationLinks: boolean;
  /** Symbols may have symbols in them. */
  readonly nestedSymbols: boolean;
  readonly foldingLimit: number | undefined;
  readonly markdownHovers: boolean;
  /** Edits may name the versions that they are made for. */
  readonly documentChanges: boolean;
  /** Edits may say what they are for, and wait until they are confirmed. */
  readonly changeAnnotations: boolean;
  /** The edit of an action may be made when it is chosen. */
  readonly resolvesActionEdits: boolean;
  /** Quick fixes may be edits, and need not be commands. */
  readonly codeActionLiterals: boolean;
  /** What is completed may have places to go on at. */
  readonly snippets: boolean;
  readonly markdownCompletions: boolean;
  /** A few words may stand beside what is offered. */
  readonly labelDetails: boolean;
  /** The client asks what would be renamed before it asks for the new name. */
  readonly prepareRename: boolean;
}

export function clientOf(params: InitializeParams): Client {
  const { textDocument, workspace } = params.capabilities;
  const options = params.initializationOptions as ChekhovOptions | null | undefined;
  return {
    options: typeof options === 'object' && options !== null ? options : {},
    folders: foldersOf(params),
    configuration: workspace?.configuration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    resolvesHints: textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true,
    resolvesSymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    relatedInformation: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
    codeDescriptions: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.codeDescriptionSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    implementationLinks: textDocument?.implementation?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    resolvesActionEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownCompletions: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') !== false,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
  };
}

/** A client without workspace folders may still name the one folder it has. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []);
  return [...new Set(uris.map(canonicalFolder))];
}
