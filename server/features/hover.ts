import { type Hover, type HoverParams, HoverRequest, MarkupKind } from 'vscode-languageserver';
import { hoverCard } from '../core/query/hover.ts';
import { rangeOf } from '../workspace/lines.ts';
import { askAt } from './ask.ts';
import { markdownPen, plainPen, renderCard } from './card.ts';
import type { Feature } from './feature.ts';
import { hrefOf } from './links.ts';

export const hover: Feature<HoverParams, Hover | null> = {
  method: HoverRequest.method,
  empty: null,
  async handle(params, session, token) {
    const asked = await askAt(session, params, token, hoverCard);
    if (asked?.answer === undefined) return null;
    const { context, answer } = asked;
    const hrefs = answer.places.map(({ target }) => {
      const place = target && session.workspace.place(target);
      return place && hrefOf(session, place);
    });
    const markdown = session.client.markdownHovers;
    return {
      contents: {
        kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
        value: renderCard(answer, hrefs, markdown ? markdownPen : plainPen),
      },
      range: rangeOf(context.manuscript.text, answer.span),
    };
  },
};
