import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../core/query/answers.ts';
import { completionTriggers } from '../features/completion-triggers.ts';
import { fixAllKind } from '../features/fix-all.ts';
import { formattingTriggers } from '../features/on-type-formatting.ts';
import type { Client } from './client.ts';

/** What the server offers. Each entry has its feature in `features/`. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const [first, ...more] = formattingTriggers;
  // Files come and go as folders too, and of those the watched patterns tell nothing.
  const everything = { filters: [{ pattern: { glob: '**' } }] };
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    completionProvider: { resolveProvider: true, triggerCharacters: [...completionTriggers] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: true,
    },
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: first, moreTriggerCharacter: more },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
    callHierarchyProvider: true,
    workspaceSymbolProvider: { resolveProvider: true },
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    ...(client.pullDiagnostics && {
      diagnosticProvider: { identifier: 'chekhov', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: everything, didRename: everything, didDelete: everything },
    },
  };
}
