import { t } from '@vscode/l10n';
import type { Card } from '../query/answers.ts';
import { card } from '../query/cards/card.ts';
import { factCard, spotLine } from '../query/cards/fact-card.ts';
import { eventCard } from '../query/cards/mark-card.ts';
import { personCard } from '../query/cards/person-card.ts';
import { threadCard } from '../query/cards/thread-card.ts';
import type { Measure } from '../query/context.ts';
import { subjectOf } from '../query/craft-cards.ts';
import { dotted, episodeTitle, formName, listed, turnName } from '../query/labels.ts';
import { craftFor, disputesOn, disputeTitle, sourceNames } from '../query/notes.ts';
import type { Season } from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import type { ReferredList } from '../study/references.ts';
import type { Span } from '../text/span.ts';
import { entryOf } from './lists.ts';

/**
 * The card of an entry of a study, the same that its annotations have in a text. The season is the one within the horizon;
 * undefined for what lies ahead of it, or is not declared.
 */
export function entryCard(
  season: Season,
  { list, id, episode }: { readonly list: ReferredList; readonly id: string; readonly episode?: number },
  span: Span,
  measure?: Measure,
): Card | undefined {
  const { study } = season;
  const refs = (prefix: string) => [`${prefix}:${id}`];
  switch (list) {
    case 'threads': {
      const thread = season.threads.get(id);
      return thread && threadCard(season, thread, span, undefined, measure);
    }
    case 'facts': {
      const fact = season.facts.get(id);
      return fact && factCard(season, fact, span, undefined, measure);
    }
    case 'characters': {
      if (id === 'audience') return card(span, t('The audience'), t('Whoever watches'));
      const person = season.characters.get(id);
      return person && personCard(season, person, span, measure);
    }
    case 'events': {
      const event = entriesOf(study).events.get(id);
      return event && eventCard(season, event, span);
    }
    case 'reveals':
      return revealCard(season, id, span, measure);
    case 'episodes':
      return episodeCard(season, id, span);
    case 'places': {
      const place = study?.places.find((one) => one.id === id);
      const here = study?.events.filter(({ where }) => where === id).length ?? 0;
      return (
        place &&
        card(span, place.name, t('Place'), {
          lines: lines(
            place.aliases.length > 0 && t('Also: {0}.', place.aliases.join(', ')),
            here > 0 && (here === 1 ? t('1 event') : t('{0} events', here)),
          ),
          craft: craftFor(study, refs('place'), undefined),
        })
      );
    }
    case 'sources': {
      const source = study?.sources.find((one) => one.id === id);
      return source && card(span, source.title, dotted(t('Source'), source.publisher), { lines: lines(source.url) });
    }
    case 'turns': {
      const turn = study?.turns.find((one) => one.id === id);
      const craft = craftFor(study, refs('turn'), turn && subjectOf('turn', turn.kind));
      return turn && card(span, turn.text, dotted(t('Turn'), turnName(turn.kind), turn.at), { craft });
    }
    case 'disputes': {
      const dispute = study?.disputes.find((one) => one.id === id);
      const claims = dispute?.claims.map(({ text, sources }) => ({ text, sources: sourceNames(study, sources) })) ?? [];
      const title = dispute ? disputeTitle(study, dispute) : '';
      return dispute && card(span, title, t('Dispute'), { disputes: [{ title, claims }] });
    }
    case 'acts':
    case 'themes': {
      const entry = entryOf(study, list, id, episode);
      const prefix = list === 'acts' ? 'act' : 'theme';
      const kind = dotted(list === 'acts' ? t('Act') : t('Theme'), entry?.detail);
      return entry && card(span, entry.title, kind, { craft: craftFor(study, refs(prefix), undefined) });
    }
  }
}

/** The fact's card, at the moment of the reveal. */
function revealCard(season: Season, id: string, span: Span, measure: Measure | undefined): Card | undefined {
  const reveal = entriesOf(season.study).reveals.get(id);
  const fact = reveal && season.facts.get(reveal.fact);
  if (!fact) return undefined;
  const point = fact.points.find(({ entry }) => entry?.id === id);
  const shown = factCard(season, fact, span, point?.text, measure);
  return { ...shown, kind: point ? spotLine(season, point) : t('Reveal') };
}

function episodeCard(season: Season, id: string, span: Span): Card | undefined {
  const episode = season.episodes.find(({ number }) => String(number) === id);
  if (!episode) return undefined;
  const { declared, form } = episode;
  const refs = [`episode:${id}`];
  return card(span, episodeTitle(season, episode), dotted(t('Episode'), form && formName(form)), {
    lines: lines(
      declared?.note,
      declared && declared.acts.length > 0 && `${listed(declared.acts.map(({ title }) => title))}.`,
      !episode.told && t('No text tells it.'),
    ),
    craft: craftFor(season.study, refs, undefined),
    disputes: disputesOn(season.study, refs),
  });
}

function lines(...all: readonly (string | false | undefined)[]): string[] {
  return all.filter((line): line is string => typeof line === 'string' && line !== '');
}
