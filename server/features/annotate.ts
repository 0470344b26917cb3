import type { QueryContext } from '../core/query/context.ts';
import { fileEdits, proposalsAt } from '../core/query/mentions/proposals.ts';
import type { TextEdit } from '../core/text/span.ts';
import { offsetAt } from '../lsp/positions.ts';
import {
  type AnnotateFileParams,
  type AnnotateMentionParams,
  type AnnotateProposal,
  type AnnotateResult,
  annotateFileRequest,
  annotateMentionRequest,
} from '../protocol/annotating.ts';
import { rangeOf } from '../workspace/lines.ts';
import { contextOf } from './ask.ts';
import type { Feature, Session } from './feature.ts';

const noStudy: AnnotateResult = { proposals: [], none: 'noStudy' };

/** What would annotate the mention at a place. */
export const annotateMention: Feature<AnnotateMentionParams, AnnotateResult | null> = {
  method: annotateMentionRequest,
  empty: null,
  async handle({ uri, position }, session, token) {
    const context = await contextOf(session, uri, token);
    if (context === undefined) return noStudy;
    const found = proposalsAt(context, offsetAt(context.manuscript.text, position));
    if (typeof found === 'string') return { proposals: [], none: found };
    const proposals = found.map(({ role, thread, inferred, edit }): AnnotateProposal => {
      const description = context.season.threads.get(thread)?.title;
      const label = `${role}: ${thread}`;
      return { label, ...(description && { description }), inferred, ...written(session, context, [edit]) };
    });
    return { proposals };
  },
};

/** What would annotate all that the text and its study together tell. */
export const annotateFile: Feature<AnnotateFileParams, AnnotateResult | null> = {
  method: annotateFileRequest,
  empty: null,
  repeatable: true,
  async handle({ uri }, session, token) {
    const context = await contextOf(session, uri, token);
    if (context === undefined) return noStudy;
    const found = fileEdits(context);
    if (typeof found === 'string') return { proposals: [], none: found };
    return { proposals: [{ label: '', inferred: true, ...written(session, context, found) }] };
  },
};

function written(session: Session, { uri, manuscript }: QueryContext, edits: readonly TextEdit[]) {
  const changes = edits.map((edit) => ({ range: rangeOf(manuscript.text, edit), newText: edit.insert }));
  const count = edits.reduce((sum, { insert }) => sum + insert.split('[[').length - 1, 0);
  return { count, edit: { changes: { [session.workspace.clientUri(uri)]: changes } } };
}
