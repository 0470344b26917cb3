import { type CodeLens, CodeLensResolveRequest } from 'vscode-languageserver';
import { lensText } from '../core/query/lenses/lens-text.ts';
import { contextOf, locationsOf, measured } from './ask.ts';
import type { Feature } from './feature.ts';
import { type LensData, lensCommand } from './lens-command.ts';

/** What a lens says and where it leads. One whose text has changed meanwhile is asked for anew, and stays as it is. */
export const codeLensResolve: Feature<CodeLens, CodeLens | null> = {
  method: CodeLensResolveRequest.method,
  empty: null,
  async handle(lens, session, token) {
    const data = dataOf(lens.data);
    const context = data && (await contextOf(session, data.uri, token));
    if (!context || session.workspace.document(data.uri)?.version !== data.version) return lens;
    const text = await measured(session, (measure) => lensText({ ...context, measure }, data));
    if (!text) return lens;
    const from = { uri: session.workspace.clientUri(context.uri), position: lens.range.start };
    return { ...lens, command: lensCommand(session, text.title, from, locationsOf(session, text.targets)) };
  },
};

/** It has been with the client: it may be anything. */
function dataOf(data: unknown): LensData | undefined {
  const { uri, kind, item, id, named, version } = (data ?? {}) as Partial<LensData>;
  if (typeof uri !== 'string' || typeof item !== 'number') return undefined;
  if (kind !== 'thread' && kind !== 'reveal' && kind !== 'part') return undefined;
  return { uri, kind, item, named: named === true, ...(typeof id === 'string' && { id }), version };
}
