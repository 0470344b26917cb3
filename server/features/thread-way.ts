import { itemUnder } from '../core/query/places.ts';
import { threadWay as wayOf } from '../core/query/thread-way.ts';
import { within } from '../core/season/horizon.ts';
import type { Target } from '../core/season/season.ts';
import { offsetAt } from '../lsp/positions.ts';
import { type ThreadWay, type ThreadWayParams, threadWayRequest } from '../protocol/moving-about.ts';
import type { OutlineLocation } from '../protocol/positions.ts';
import { canonical } from '../workspace/uris.ts';
import { contextOf, locationOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** The setup of a thread, and its next payoff. */
export const threadWay: Feature<ThreadWayParams, ThreadWay | null> = {
  method: threadWayRequest,
  empty: null,
  async handle({ uri, thread, position }, session, token) {
    await session.ready(token);
    const { workspace } = session;
    const context = position && (await contextOf(session, uri, token));
    const whole = context?.season ?? workspace.season(uri);
    const season = whole && within(whole, session.settings(canonical(uri)).horizon);
    const story = season?.threads.get(thread);
    if (!season || !story) return {};
    const item = context && itemUnder(context.manuscript, offsetAt(context.manuscript.text, position));
    const from = item === undefined ? undefined : season.moment({ uri: canonical(uri), item });
    const { setup, payoff } = wayOf(season, story, from);
    const located = (target: Target | undefined): OutlineLocation | undefined => {
      const place = target && workspace.place(target);
      return place && locationOf(session, place);
    };
    const found = { setup: located(setup), payoff: located(payoff) };
    return { ...(found.setup && { setup: found.setup }), ...(found.payoff && { payoff: found.payoff }) };
  },
};
