import { type Hover, type HoverParams, HoverRequest, MarkupKind } from 'vscode-languageserver';
import type { Card } from '../core/query/answers.ts';
import { hoverCard } from '../core/query/hover.ts';
import { studyHover } from '../core/study-language/hover.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { rangeOf } from '../workspace/lines.ts';
import { askAt } from './ask.ts';
import { askStudyAt } from './ask-study.ts';
import { markdownPen, type Pen, plainPen, renderCard } from './card.ts';
import type { Feature, Session } from './feature.ts';
import { hrefOf } from './links.ts';

export const hover: Feature<HoverParams, Hover | null> = {
  method: HoverRequest.method,
  empty: null,
  async handle(params, session, token) {
    const study = await askStudyAt(session, params, token, studyHover);
    if (study) return hoverOf(session, study.answer, study.query.text);
    const asked = await askAt(session, params, token, hoverCard);
    return asked ? hoverOf(session, asked.answer, asked.context.manuscript.text) : null;
  },
};

function hoverOf(session: Session, card: Card | undefined, text: SourceText): Hover | null {
  if (card === undefined) return null;
  const markdown = session.client.markdownHovers;
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: cardText(session, card, markdown ? markdownPen : plainPen),
    },
    range: rangeOf(text, card.span),
  };
}

/** A card with its links, as a hover and the outline show it. */
export function cardText(session: Session, card: Card, pen: Pen): string {
  const hrefs = card.places.map(({ target }) => {
    const place = target && session.workspace.place(target);
    return place && hrefOf(session, place);
  });
  return renderCard(card, hrefs, pen);
}
