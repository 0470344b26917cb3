import { type SelectionRange, type SelectionRangeParams, SelectionRangeRequest } from 'vscode-languageserver';
import { selectionSteps } from '../core/query/selection/selection.ts';
import { studySelectionSteps } from '../core/study-language/selection.ts';
import type { SourceText } from '../core/text/source-text.ts';
import type { Span } from '../core/text/span.ts';
import { offsetAt } from '../lsp/positions.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature } from './feature.ts';

/** One answer for each position, as LSP wants it. */
export const selectionRange: Feature<SelectionRangeParams, SelectionRange[] | null> = {
  method: SelectionRangeRequest.method,
  empty: null,
  async handle({ textDocument, positions }, { workspace }) {
    const uri = canonical(textDocument.uri);
    const study = workspace.study(uri) && (workspace.document(uri)?.text ?? workspace.study(uri)?.text);
    if (study) return positions.map((at) => linked(study, studySelectionSteps(study, offsetAt(study, at))));
    const manuscript = await workspace.manuscript(uri);
    if (manuscript === undefined) return null;
    const { text } = manuscript;
    return positions.map((at) => linked(text, selectionSteps(manuscript, offsetAt(text, at))));
  },
};

/** From the widest in: each is the parent of the one within it. Line ends have no width in LSP, so two may come to one. */
function linked(text: SourceText, steps: readonly Span[]): SelectionRange {
  const ranges = steps.map((step) => rangeOf(text, step));
  const [widest, ...inner] = ranges.reverse();
  let chain: SelectionRange = { range: widest! };
  for (const range of inner) {
    if (JSON.stringify(range) !== JSON.stringify(chain.range)) chain = { range, parent: chain };
  }
  return chain;
}
