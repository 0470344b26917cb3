import { t } from '@vscode/l10n';
import { type DocumentLink, type DocumentLinkParams, DocumentLinkRequest } from 'vscode-languageserver';
import type { Link } from '../core/query/answers.ts';
import { links } from '../core/query/links.ts';
import { studyLinks } from '../core/study-language/links.ts';
import { rangeOf } from '../workspace/lines.ts';
import { contextOf, locationOf } from './ask.ts';
import { studyQueryOf } from './ask-study.ts';
import type { Feature, Session } from './feature.ts';
import { rulePageOf } from './links.ts';

/** In a study the addresses of its sources and the files that it names; in a text its study, pages of rules, and addresses. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: DocumentLinkRequest.method,
  empty: [],
  repeatable: true,
  async handle({ textDocument }, session, token) {
    const study = await studyQueryOf(session, textDocument.uri, token);
    const context = study ?? (await contextOf(session, textDocument.uri, token));
    if (!context) return [];
    const text = 'manuscript' in context ? context.manuscript.text : context.text;
    const found = 'manuscript' in context ? links(context.manuscript, context.season) : studyLinks(context);
    return found.flatMap((link) => {
      const target = addressOf(session, link);
      return target === undefined ? [] : [{ range: rangeOf(text, link), target, tooltip: tooltipOf(link) }];
    });
  },
};

function addressOf(session: Session, link: Link): string | undefined {
  if ('url' in link) return link.url;
  if ('rule' in link) return rulePageOf(session, link.rule);
  if ('item' in link.target) return session.workspace.clientUri(link.target.uri);
  const place = session.workspace.place(link.target);
  return place && locationOf(session, place).uri;
}

function tooltipOf(link: Link): string {
  if ('url' in link) return t('Open the address');
  if ('rule' in link) return t('What this rule is about');
  return 'item' in link.target ? t('Open the text') : t('Open the study');
}
