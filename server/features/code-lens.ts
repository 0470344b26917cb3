import { type CodeLens, type CodeLensParams, CodeLensRequest } from 'vscode-languageserver';
import { type Lens, lenses } from '../core/query/lenses/lenses.ts';
import { rangeOf } from '../workspace/lines.ts';
import { contextOf } from './ask.ts';
import type { Feature } from './feature.ts';
import { type LensData, lensCommand } from './lens-command.ts';

/** Where code lenses stand. What they say is made when they come into view, but for what needs no looking up. */
export const codeLens: Feature<CodeLensParams, CodeLens[]> = {
  method: CodeLensRequest.method,
  empty: [],
  repeatable: true,
  async handle({ textDocument }, session, token) {
    const context = await contextOf(session, textDocument.uri, token);
    if (!context) return [];
    const { uri, manuscript } = context;
    const settings = session.settings(uri);
    const version = session.workspace.document(uri)?.version;
    return lenses(context, settings.codeLens, settings).map((lens) => ({
      range: rangeOf(manuscript.text, lens.span),
      ...(lens.missing === undefined
        ? { data: dataOf(uri, version, lens) }
        : { command: lensCommand(session, lens.missing) }),
    }));
  },
};

function dataOf(uri: string, version: number | undefined, { kind, item, id, named }: Lens): LensData {
  return { uri, kind, item, named, ...(id !== undefined && { id }), ...(version !== undefined && { version }) };
}
