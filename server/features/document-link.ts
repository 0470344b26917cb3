import { type DocumentLink, type DocumentLinkParams, DocumentLinkRequest } from 'vscode-languageserver';
import { links } from '../core/query/links.ts';
import { studyLinks } from '../core/study-language/links.ts';
import { rangeOf } from '../workspace/lines.ts';
import { contextOf, locationOf } from './ask.ts';
import { studyQueryOf } from './ask-study.ts';
import type { Feature } from './feature.ts';

/** In a study the addresses of its sources; in a text the study that it names. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: DocumentLinkRequest.method,
  empty: [],
  repeatable: true,
  async handle({ textDocument }, session, token) {
    const study = await studyQueryOf(session, textDocument.uri, token);
    if (study)
      return studyLinks(study.text).map(({ url, ...span }) => ({ range: rangeOf(study.text, span), target: url }));
    const context = await contextOf(session, textDocument.uri, token);
    if (!context) return [];
    return links(context.manuscript, context.season).flatMap(({ target, ...span }) => {
      const place = session.workspace.place(target);
      return place ? [{ range: rangeOf(context.manuscript.text, span), target: locationOf(session, place).uri }] : [];
    });
  },
};
