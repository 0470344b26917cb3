import {
  type CallHierarchyItem,
  type CallHierarchyPrepareParams,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver';
import { callsAt } from '../core/query/call-hierarchy/call-hierarchy.ts';
import { studyCalls } from '../core/study-language/calls.ts';
import { canonical } from '../workspace/uris.ts';
import { askAt } from './ask.ts';
import { askStudyAt } from './ask-study.ts';
import { itemsOf } from './call-item.ts';
import type { Feature } from './feature.ts';

/** From an annotation, a word of prose that mentions something, or an id in a study. */
export const prepareCallHierarchy: Feature<CallHierarchyPrepareParams, CallHierarchyItem[] | null> = {
  method: CallHierarchyPrepareRequest.method,
  empty: null,
  async handle(params, session, token) {
    const study = await askStudyAt(session, params, token, studyCalls);
    const asked = study ?? (await askAt(session, params, token, callsAt));
    if (!asked || asked.answer.length === 0) return null;
    return itemsOf(session, canonical(params.textDocument.uri), asked.answer);
  },
};
