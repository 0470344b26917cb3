import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  FoldingRangeRequest,
} from 'vscode-languageserver';
import type { FoldSpan } from '../core/query/answers.ts';
import { folding } from '../core/query/folding.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature } from './feature.ts';

export const foldingRange: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: FoldingRangeRequest.method,
  empty: [],
  repeatable: true,
  async handle({ textDocument }, session) {
    const manuscript = await session.workspace.manuscript(canonical(textDocument.uri));
    if (manuscript === undefined) return [];
    const ranges = folding(manuscript).flatMap((fold) => rangeOfFold(manuscript.text, fold));
    return ranges.slice(0, session.client.foldingLimit);
  },
};

const kinds: Readonly<Record<FoldSpan['kind'], FoldingRangeKind | undefined>> = {
  head: FoldingRangeKind.Region,
  part: undefined,
  comment: FoldingRangeKind.Comment,
};

/** By whole lines. Blank lines at the end stay outside, so that what comes next keeps its distance. */
function rangeOfFold(text: SourceText, fold: FoldSpan): FoldingRange[] {
  const startLine = text.lineAt(fold.start);
  let endLine = text.lineAt(Math.max(fold.start, fold.end - 1));
  while (endLine > startLine && text.lineText(endLine).trim() === '') endLine--;
  const kind = kinds[fold.kind];
  return endLine > startLine ? [{ startLine, endLine, ...(kind && { kind }) }] : [];
}
