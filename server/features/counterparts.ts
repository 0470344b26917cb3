import { counterparts as counterpartsOf } from '../core/query/counterparts.ts';
import { type CounterpartsParams, type CounterpartsResult, counterpartsRequest } from '../protocol/moving-about.ts';
import { askAt, locationsOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** From a setup to its payoffs, and from a payoff to its setups; and all places of the thread or fact. */
export const counterparts: Feature<CounterpartsParams, CounterpartsResult | null> = {
  method: counterpartsRequest,
  empty: null,
  async handle({ uri, position }, session, token) {
    const asked = await askAt(session, { textDocument: { uri }, position }, token, counterpartsOf);
    if (!asked?.answer) return null;
    const { side, targets, everywhere } = asked.answer;
    return { side, locations: locationsOf(session, targets), everywhere: locationsOf(session, everywhere) };
  },
};
