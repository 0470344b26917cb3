import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  CallHierarchyIncomingCallsRequest,
} from 'vscode-languageserver';
import { incomingCalls as incoming } from '../core/query/call-hierarchy/call-hierarchy.ts';
import { neighbours } from './call-item.ts';
import type { Feature } from './feature.ts';

/** What sets an item up. */
export const incomingCalls: Feature<CallHierarchyIncomingCallsParams, CallHierarchyIncomingCall[] | null> = {
  method: CallHierarchyIncomingCallsRequest.method,
  empty: null,
  async handle({ item }, session, token) {
    await session.ready(token);
    const items = await neighbours(session, item, incoming);
    return items.map((from) => ({ from, fromRanges: [from.selectionRange] }));
  },
};
