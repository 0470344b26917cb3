import { t } from '@vscode/l10n';
import { byMoment } from '../../season/moments.ts';
import type { FactStory, KnowledgePoint, Season, TextTarget } from '../../season/season.ts';
import type { Span } from '../../text/span.ts';
import type { Card } from '../answers.ts';
import type { Measure } from '../context.ts';
import type { CraftSubject } from '../craft-cards.ts';
import { dotted, effectName, listed, roleName } from '../labels.ts';
import { craftFor, disputesOfFact } from '../notes.ts';
import { personName, viaName } from '../persons.ts';
import { card } from './card.ts';
import { type StationLine, standsAt, stationLines } from './stations.ts';
import { occurrencesOf } from './thread-card.ts';

/** The card of a fact, at one of the moments at which it is told, learned, known or used, or at none. */
export function factCard(
  season: Season,
  fact: FactStory,
  span: Span,
  here: TextTarget | undefined,
  measure: Measure | undefined,
): Card {
  const spot = here && fact.points.find((point) => standsAt(point, here));
  const refs = [
    ...(spot?.entry ? [`reveal:${spot.entry.id}`] : []),
    ...(spot?.event ? [`event:${spot.event}`] : []),
    `fact:${fact.id}`,
  ];
  return card(span, fact.title, spotLine(season, spot), {
    lines: linesOf(fact, spot),
    places: stationLines(season, inOrder([...evidenceLines(season, fact), ...pointLines(season, fact)]), here, measure),
    missing: fact.points.some(({ role }) => role === 'reveal' || role === 'learns') ? [] : [t('not revealed yet')],
    craft: craftFor(season.study, refs, subjectOf(spot)),
    disputes: disputesOfFact(season.study, fact, refs),
  });
}

/** `Reveal · to Marissa and the audience · via confession` */
export function spotLine(season: Season, spot: KnowledgePoint | undefined): string {
  if (!spot) return t('Fact');
  const who = spot.who.length > 0 ? listed(spot.who.map((id) => personName(season, id))) : undefined;
  const effect = spot.entry?.effect;
  const whom = who && (spot.role === 'reveal' ? t('to {0}', who) : who);
  const via = spot.via && t('via {0}', viaName(season, spot.via));
  return dotted(roleName(spot.role), whom, via, effect && effectName(effect));
}

function linesOf(fact: FactStory, spot: KnowledgePoint | undefined): string[] {
  const { declared } = fact;
  const lines = [
    declared?.believedBefore && t('Believed before: {0}', declared.believedBefore),
    declared?.status === 'disputed' && t('The sources disagree about it.'),
    declared?.status === 'inferred' && t('Inferred: nobody in the story says it.'),
    declared?.status === 'believed' && t('Believed in the story; it need not be true.'),
    spot?.mark?.note,
  ];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}

function pointLines(season: Season, fact: FactStory): StationLine[] {
  return fact.points.map((station) => {
    const who = listed(station.who.map((id) => personName(season, id)));
    const via = station.via ? t('via {0}', viaName(season, station.via)) : '';
    return {
      station,
      role: roleName(station.role),
      text: [who, via].filter((part) => part !== '').join(', ') || undefined,
    };
  });
}

/** The threads that are evidence, each where it first comes up. */
function evidenceLines(season: Season, fact: FactStory): StationLine[] {
  return fact.evidence.flatMap((id) => {
    const thread = season.threads.get(id);
    const all = thread ? occurrencesOf(thread) : [];
    const station = all.find(({ moment }) => moment) ?? all[0];
    return thread && station ? [{ station, role: t('Evidence'), text: thread.title }] : [];
  });
}

/** In narrative order; evidence without a moment before it, all else without one after it. */
function inOrder(lines: readonly StationLine[]): StationLine[] {
  const weight = ({ station }: StationLine) => (station.moment ? 1 : 'thread' in station ? 0 : 2);
  return [...lines].sort((a, b) => weight(a) - weight(b) || byMoment(a.station, b.station));
}

function subjectOf(spot: KnowledgePoint | undefined): CraftSubject {
  if (spot?.entry?.effect) return spot.entry.effect;
  return spot && spot.role !== 'reveal' ? 'knowledge' : 'reveal';
}
