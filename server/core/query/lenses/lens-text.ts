import { t } from '@vscode/l10n';
import { digestOf } from '../../season/digest.ts';
import { within } from '../../season/horizon.ts';
import { compareMoments } from '../../season/moments.ts';
import type { FactStory, Occurrence, Season, Target, TextTarget, ThreadStory } from '../../season/season.ts';
import { distanceOf, type Station, standsAt, targetOf } from '../cards/stations.ts';
import type { Measure, QueryContext } from '../context.ts';
import { counts } from '../counts.ts';
import { evidenceOf } from '../evidence.ts';
import { labelled, whereLabel } from '../labels.ts';
import { personName } from '../persons.ts';
import { countedMarks, partTitle } from './part-lens.ts';

/** What a lens is about, without positions: it goes to the client and comes back. */
export interface LensSubject {
  readonly kind: 'thread' | 'reveal' | 'part';
  /** The annotation, or the heading of the part. */
  readonly item: number;
  /** The thread or fact. */
  readonly id?: string;
  /** Others stand in the same line, so that it has to say which it is. */
  readonly named: boolean;
}

/** What a lens says, and where it leads. */
export interface LensText {
  readonly title: string;
  readonly targets: readonly Target[];
}

/** Undefined where the text has changed and there is nothing (left) to say. */
export function lensText(asked: QueryContext, lens: LensSubject): LensText | undefined {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  if (lens.kind === 'part') return ofPart(context, lens);
  const { season, uri, measure } = context;
  const here = { uri, item: lens.item };
  const thread = lens.kind === 'thread' ? season.threads.get(lens.id ?? '') : undefined;
  const fact = lens.kind === 'reveal' ? season.facts.get(lens.id ?? '') : undefined;
  const said = thread ? ofThread(season, thread, here, measure) : fact && ofReveal(season, fact, here);
  const title = thread?.title ?? fact?.title;
  return said && { ...said, title: asSaid(said.title, lens.named ? title : undefined) };
}

/** As it is shown: with what it is about before it, where others stand beside it. */
export function asSaid(text: string, about: string | undefined): string {
  return about === undefined ? text.charAt(0).toUpperCase() + text.slice(1) : labelled(about, text);
}

/** `1 payoff · 37 pages later` at a setup, `2 setups · first E1 p. 4` at a payoff. */
function ofThread(
  season: Season,
  thread: ThreadStory,
  here: TextTarget,
  measure: Measure | undefined,
): LensText | undefined {
  const setup = thread.setups.find((one) => standsAt(one, here));
  const others = setup ? [...thread.payoffs, ...thread.cleared] : thread.setups;
  if (others.length === 0) return undefined;
  const what = setup
    ? thread.payoffs.length > 0
      ? counts.payoffs(thread.payoffs.length)
      : t('cleared')
    : counts.setups(thread.setups.length);
  const next = (setup && others.find((one) => isLater(setup, one))) ?? others[0]!;
  const where = (setup && distanceOf(season, setup, next, measure)) ?? placeOf(season, next, measure);
  const parts = [what, where && others.length > 1 ? t('first {0}', where) : where];
  return { title: parts.filter(Boolean).join(' · '), targets: targetsOf(season, others) };
}

function isLater(from: Occurrence, to: Occurrence): boolean {
  return (compareMoments(from.moment, to.moment) ?? 1) < 0;
}

function placeOf(season: Season, station: Station, measure: Measure | undefined): string | undefined {
  if (!station.moment && !station.at) return undefined;
  return whereLabel(season, station, station.text && measure?.page(station.text));
}

/** Whether a reveal says more than its note does: how much speaks for it, or how many learn it. */
export function revealSays(season: Season, fact: FactStory, here: TextTarget): boolean {
  return evidenceCount(season, fact) > 0 || learnersAt(fact, here).length > 1;
}

/** `3 learn it · 2 pieces of evidence` */
function ofReveal(season: Season, fact: FactStory, here: TextTarget): LensText | undefined {
  if (!revealSays(season, fact, here)) return undefined;
  const [first, ...more] = learnersAt(fact, here);
  const learn =
    first && (more.length === 0 ? t('{0} learns it', personName(season, first)) : t('{0} learn it', more.length + 1));
  const evidence = evidenceCount(season, fact);
  const parts = [learn, evidence > 0 && counts.evidence(evidence)];
  // Without evidence it leads to where else somebody learns it.
  const tellings = fact.points.filter(
    (one) => !standsAt(one, here) && (one.role === 'reveal' || one.role === 'learns'),
  );
  const leads = evidence > 0 ? evidenceOf(season, fact) : tellings;
  return { title: parts.filter(Boolean).join(' · '), targets: targetsOf(season, leads) };
}

function learnersAt(fact: FactStory, here: TextTarget): readonly string[] {
  return fact.points.find((one) => standsAt(one, here))?.who ?? [];
}

function evidenceCount(season: Season, fact: FactStory): number {
  return fact.evidence.filter((id) => season.threads.has(id)).length;
}

function ofPart(context: QueryContext, { item }: LensSubject): LensText | undefined {
  const { episodes } = digestOf(context.manuscript.facts).structure;
  const part = episodes.flatMap((episode) => [episode, ...episode.acts]).find(({ heading }) => heading === item);
  const marks = part ? countedMarks(context, part) : [];
  if (marks.length === 0) return undefined;
  return { title: partTitle(marks), targets: marks.map((mark) => ({ uri: context.uri, item: mark.item })) };
}

function targetsOf(season: Season, stations: readonly Station[]): Target[] {
  return stations.flatMap((station) => targetOf(season, station) ?? []);
}
