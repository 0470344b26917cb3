import { t } from '@vscode/l10n';
import type { Mark } from '../../annotations/annotation.ts';
import type { Season } from '../../season/season.ts';
import { eventOf } from '../../season/words.ts';
import type { StudyEvent } from '../../study/study.ts';
import type { Span } from '../../text/span.ts';
import type { Card } from '../answers.ts';
import { subjectOf } from '../craft-cards.ts';
import { dotted, kindName, listed, valueName, whereLabel } from '../labels.ts';
import { craftFor, disputesOn } from '../notes.ts';
import { personName } from '../persons.ts';
import { card } from './card.ts';

/** The card of an annotation that names neither thread nor fact. */
export function markCard(season: Season, mark: Mark, span: Span): Card {
  const event = eventOf(mark);
  const refs = event ? [`event:${event}`] : [];
  const said = mark.title ?? valueName(mark);
  const story =
    mark.kind === 'story' && (mark.value?.toLowerCase() === 'now' ? t('A flashback ends here.') : undefined);
  return card(span, said ?? kindName(mark.kind), dotted(said ? kindName(mark.kind) : '', mark.keys.at), {
    lines: [mark.kind === 'ignore' && mark.ids.join(', '), story, mark.note].filter(
      (line): line is string => typeof line === 'string' && line !== '',
    ),
    craft: craftFor(season.study, refs, subjectOf(mark.kind, mark.value)),
    disputes: disputesOn(season.study, refs),
  });
}

/** The card of an event of the study. */
export function eventCard(season: Season, event: StudyEvent, span: Span): Card {
  const refs = [`event:${event.id}`];
  const place = event.where && season.study?.places.find(({ id }) => id === event.where);
  const episode = season.episodes.findIndex(({ number }) => number !== undefined && number === event.told?.episode);
  const told =
    episode < 0 ? event.told?.at : whereLabel(season, { moment: { episode }, at: event.told?.at }, undefined);
  return card(span, event.text, dotted(t('Event'), event.story, told), {
    lines: [
      event.who.length > 0 && `${listed(event.who.map((id) => personName(season, id)))}.`,
      place && t('At {0}.', place.name),
      event.told?.flashback && t('Told in a flashback.'),
    ].filter((line): line is string => typeof line === 'string'),
    craft: craftFor(season.study, refs, undefined),
    disputes: disputesOn(season.study, refs),
  });
}
