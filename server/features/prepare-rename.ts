import { type PrepareRenameParams, PrepareRenameRequest, type Range } from 'vscode-languageserver';
import { rangeOf } from '../workspace/lines.ts';
import type { Feature } from './feature.ts';
import { renamingAt } from './rename-subject.ts';

/** Where the id or name stands that would be renamed; an error says why it cannot be. */
export const prepareRename: Feature<PrepareRenameParams, { range: Range; placeholder: string } | null> = {
  method: PrepareRenameRequest.method,
  empty: null,
  async handle(params, session, token) {
    const found = await renamingAt(session, params, token);
    if (found === undefined) return null;
    const { subject, text } = found;
    return { range: rangeOf(text, subject.span), placeholder: 'name' in subject ? subject.name : subject.id };
  },
};
