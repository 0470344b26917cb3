import {
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  CallHierarchyOutgoingCallsRequest,
} from 'vscode-languageserver';
import { outgoingCalls as outgoing } from '../core/query/call-hierarchy/call-hierarchy.ts';
import { neighbours } from './call-item.ts';
import type { Feature } from './feature.ts';

/** What an item pays off or tells. */
export const outgoingCalls: Feature<CallHierarchyOutgoingCallsParams, CallHierarchyOutgoingCall[] | null> = {
  method: CallHierarchyOutgoingCallsRequest.method,
  empty: null,
  async handle({ item }, session, token) {
    await session.ready(token);
    const items = await neighbours(session, item, outgoing);
    return items.map((to) => ({ to, fromRanges: [item.selectionRange] }));
  },
};
