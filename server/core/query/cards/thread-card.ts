import { t } from '@vscode/l10n';
import { byMoment } from '../../season/moments.ts';
import type { Occurrence, Season, TextTarget, ThreadStory } from '../../season/season.ts';
import type { Role } from '../../study/study.ts';
import type { Span } from '../../text/span.ts';
import type { Card } from '../answers.ts';
import type { Measure } from '../context.ts';
import type { CraftSubject } from '../craft-cards.ts';
import { dotted, roleName, threadKindName } from '../labels.ts';
import { craftFor, disputesOn } from '../notes.ts';
import { card } from './card.ts';
import { standsAt, stationLines } from './stations.ts';

/** The card of a thread, at one of its places in the text, or at none. */
export function threadCard(
  season: Season,
  thread: ThreadStory,
  span: Span,
  here: TextTarget | undefined,
  measure: Measure | undefined,
): Card {
  const all = occurrencesOf(thread);
  const spot = here && all.find((one) => standsAt(one, here));
  const refs = [
    ...(spot?.event ? [`event:${spot.event}`] : []),
    `thread:${thread.id}`,
    ...thread.evidenceFor.map((fact) => `fact:${fact}`),
  ];
  const own = refs.filter((ref) => !ref.startsWith('fact:'));
  const notes = [spot?.entry?.text, spot?.mark?.note].filter((text) => text !== undefined);
  return card(span, thread.title, spotLine(thread, spot), {
    lines: notes,
    places: stationLines(
      season,
      all.map((station) => ({ station, role: roleName(shownAs(thread, station.role)) })),
      here,
      measure,
    ),
    missing: missingOf(season, thread),
    craft: craftFor(season.study, own, subjectOf(thread, spot)),
    disputes: disputesOn(season.study, refs),
  });
}

/**
 * Setups, reminders, payoffs and clearings in narrative order. Of those without a moment the setups and reminders come
 * first and the others last, as one would tell it.
 */
export function occurrencesOf(thread: ThreadStory): Occurrence[] {
  const before = [...thread.setups, ...thread.reminders];
  const after = [...thread.payoffs, ...thread.cleared];
  return [
    ...before.filter(({ moment }) => !moment),
    ...[...before, ...after].filter(({ moment }) => moment).sort(byMoment),
    ...after.filter(({ moment }) => !moment),
  ];
}

/** `Setup · object · 2 of 3` */
function spotLine(thread: ThreadStory, spot: Occurrence | undefined): string {
  const kind = thread.kind && threadKindName(thread.kind);
  if (!spot) return dotted(t('Thread'), kind, intentLine(thread));
  const list = listOf(thread, spot);
  const place = list.length > 1 ? t('{0} of {1}', list.indexOf(spot) + 1, list.length) : undefined;
  return dotted(roleName(shownAs(thread, spot.role)), kind, place, intentLine(thread));
}

function listOf(thread: ThreadStory, { role }: Occurrence): readonly Occurrence[] {
  if (role === 'setup') return thread.setups;
  if (role === 'reminder') return thread.reminders;
  return role === 'payoff' ? thread.payoffs : thread.cleared;
}

/** As what an occurrence is shown: what plants a thread that misleads is a red herring. */
export function shownAs<R extends Role>({ intent }: ThreadStory, role: R): R | 'herring' {
  return role === 'setup' && intent === 'herring' ? 'herring' : role;
}

function intentLine({ intent, kind }: ThreadStory): string | undefined {
  if (intent === 'open') return t('left open on purpose');
  return intent === 'motif' && kind !== 'motif' ? threadKindName('motif') : undefined;
}

/** What is owed and not there. */
export function missingOf(season: Season, thread: ThreadStory): string[] {
  switch (thread.status) {
    case 'unpaid':
      return [season.over ? t('never paid off') : t('not paid off yet')];
    case 'unplanted':
      return thread.payoffs.length > 0 ? [t('not set up anywhere')] : [t('not planted yet')];
    case 'herring':
      return [season.over ? t('never cleared') : t('not cleared yet')];
    default:
      return [];
  }
}

function subjectOf(thread: ThreadStory, spot: Occurrence | undefined): CraftSubject {
  if (thread.intent === 'herring') return spot?.role === 'cleared' ? 'cleared' : 'herring';
  if (spot?.role === 'payoff' || spot?.role === 'reminder') return spot.role;
  if (thread.intent === 'motif') return 'motif';
  return thread.intent === 'open' ? 'open' : 'setup';
}
