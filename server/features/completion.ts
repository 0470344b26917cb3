import { type CompletionList, type CompletionParams, CompletionRequest } from 'vscode-languageserver';
import { completeStudy } from '../core/study-language/complete.ts';
import { offsetAt } from '../lsp/positions.ts';
import { studyQueryOf } from './ask-study.ts';
import { completeInText } from './complete-in-text.ts';
import { itemsOf } from './completion-item.ts';
import type { Feature } from './feature.ts';

/** What may stand at a place: in a study by its schema, in a text by what annotations and scripts are made of. */
export const completion: Feature<CompletionParams, CompletionList> = {
  method: CompletionRequest.method,
  empty: { isIncomplete: false, items: [] },
  async handle(params, session, token) {
    const study = await studyQueryOf(session, params.textDocument.uri, token);
    if (!study) return completeInText(params, session, token);
    const offered = completeStudy(study, offsetAt(study.text, params.position));
    return { isIncomplete: false, items: itemsOf(session, study.uri, study.text, offered) };
  },
};
