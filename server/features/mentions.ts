import { threadMentionsIn } from '../core/query/mentions/mention-list.ts';
import { type MentionRange, type MentionsParams, mentionsRequest } from '../protocol/marks.ts';
import { rangeOf } from '../workspace/lines.ts';
import { contextOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** Where the prose of a text mentions threads: for underlining. */
export const mentions: Feature<MentionsParams, MentionRange[]> = {
  method: mentionsRequest,
  empty: [],
  repeatable: true,
  async handle({ uri }, session, token) {
    const context = await contextOf(session, uri, token);
    if (context === undefined) return [];
    const { text } = context.manuscript;
    return threadMentionsIn(context).map(({ kind, threads, ...span }) => ({
      range: rangeOf(text, span),
      kind,
      threads,
    }));
  },
};
