import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { SymbolNode } from '../core/query/answers.ts';
import { symbols } from '../core/query/symbols.ts';
import { structureOf } from '../core/structure/structure.ts';
import { studySymbols } from '../core/study-language/symbols.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import { prepare, studyQueryOf } from './ask-study.ts';
import type { Feature } from './feature.ts';

export const documentSymbol: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]> = {
  method: DocumentSymbolRequest.method,
  empty: [],
  repeatable: true,
  async handle({ textDocument }, session, token) {
    const study = await studyQueryOf(session, textDocument.uri, token);
    await prepare(study?.text);
    const manuscript = study ? undefined : await session.workspace.manuscript(canonical(textDocument.uri));
    const text = study?.text ?? manuscript?.text;
    if (text === undefined) return [];
    const nodes = manuscript ? symbols(manuscript, structureOf(manuscript.facts)) : studySymbols(text);
    if (session.client.nestedSymbols) return nodes.map((node) => nested(node, text));
    return nodes.flatMap((node) => flat(node, text, textDocument.uri, undefined));
  },
};

const kinds: Readonly<Record<SymbolNode['kind'], SymbolKind>> = {
  episode: SymbolKind.Module,
  act: SymbolKind.Namespace,
  scene: SymbolKind.Class,
  mark: SymbolKind.Event,
  thread: SymbolKind.Key,
  character: SymbolKind.Object,
  entry: SymbolKind.Property,
};

/** LSP wants a name that is not empty, and the selection within the range. */
function nested(node: SymbolNode, text: SourceText): DocumentSymbol {
  const start = Math.min(Math.max(node.selection.start, node.span.start), node.span.end);
  const selection = { start, end: Math.max(start, Math.min(node.selection.end, node.span.end)) };
  return {
    name: nameOf(node),
    ...(node.detail && { detail: node.detail }),
    kind: kinds[node.kind],
    range: rangeOf(text, node.span),
    selectionRange: rangeOf(text, selection),
    children: node.children.map((child) => nested(child, text)),
  };
}

function flat(node: SymbolNode, text: SourceText, uri: string, container: string | undefined): SymbolInformation[] {
  return [
    {
      name: nameOf(node),
      kind: kinds[node.kind],
      location: { uri, range: rangeOf(text, node.span) },
      ...(container && { containerName: container }),
    },
    ...node.children.flatMap((child) => flat(child, text, uri, nameOf(node))),
  ];
}

function nameOf(node: SymbolNode): string {
  return node.name.trim() || '—';
}
