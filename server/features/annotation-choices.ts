import { annotationChoices as choicesOf } from '../core/writing/annotation-choices.ts';
import {
  type AnnotationChoicesParams,
  type AnnotationChoicesResult,
  annotationChoicesRequest,
} from '../protocol/annotating.ts';
import { contextOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** What an annotation can say that is about to be written. */
export const annotationChoices: Feature<AnnotationChoicesParams, AnnotationChoicesResult | null> = {
  method: annotationChoicesRequest,
  empty: null,
  async handle({ uri, kind, title }, session, token) {
    const context = await contextOf(session, uri, token);
    return context ? choicesOf(context, kind, title) : null;
  },
};
