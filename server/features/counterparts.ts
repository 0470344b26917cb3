import { counterparts as counterpartsOf, everyPlaceOf } from '../core/query/counterparts.ts';
import {
  type CounterpartsParams,
  type CounterpartsResult,
  counterpartsRequest,
  type OutlineLocation,
  threadPlacesRequest,
} from '../protocol.ts';
import { askAt, locationsOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** From a setup to its payoffs, and from a payoff to its setups. */
export const counterparts: Feature<CounterpartsParams, CounterpartsResult | null> = {
  method: counterpartsRequest,
  empty: null,
  async handle({ uri, position }, session, token) {
    const asked = await askAt(session, { textDocument: { uri }, position }, token, counterpartsOf);
    if (!asked?.answer) return null;
    const { side, targets } = asked.answer;
    return { side, locations: locationsOf(session, targets) };
  },
};

/** All places of the thread or fact that the line of the cursor is about. */
export const threadPlaces: Feature<CounterpartsParams, OutlineLocation[]> = {
  method: threadPlacesRequest,
  empty: [],
  async handle({ uri, position }, session, token) {
    const asked = await askAt(session, { textDocument: { uri }, position }, token, everyPlaceOf);
    return locationsOf(session, asked?.answer ?? []);
  },
};
