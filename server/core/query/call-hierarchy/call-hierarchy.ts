import { t } from '@vscode/l10n';
import type { FactStory, Season, Target, ThreadStory } from '../../season/season.ts';
import { standsAt, targetOf } from '../cards/stations.ts';
import { occurrencesOf } from '../cards/thread-card.ts';
import type { Measure, QueryContext } from '../context.ts';
import { roleName, whereLabel } from '../labels.ts';
import { type Mentioned, mentionedAt } from '../mentions/mentioned.ts';
import { type Spot, spotAt } from '../spots.ts';
import { comesFrom, factComesFrom, factLeadsTo, leadsTo, threadComesFrom, threadLeadsTo } from './edges.ts';
import { nodeOf, type Seen, type Stop, type StoryNode, seenOf, stopOf } from './story-node.ts';

/**
 * Setups and payoffs as calls (design, section 8): what comes in is what sets a thing up, what goes out is what it pays off,
 * through reveals. All keep to the horizon.
 */
export interface StoryCall {
  readonly node: StoryNode;
  /** The title of the thread or fact. */
  readonly name: string;
  /** `Setup · E1 p. 4` */
  readonly detail: string;
  readonly kind: 'thread' | 'fact';
  readonly target: Target;
  /** The id that stands there, in an annotation. */
  readonly id: string;
}

type Asked = Pick<QueryContext, 'season' | 'horizon' | 'measure'>;

/** What stands at a place of a text: an annotation, or a word of prose that mentions something. */
export function callsAt(asked: QueryContext, offset: number): StoryCall[] {
  const seen = seenOf(asked.season, asked.horizon);
  const context = { ...asked, season: seen.season };
  const spot = spotAt(context, offset) ?? mentionedAt(context, offset);
  return spot ? callsOf(seen, nodesAt(seen, asked.uri, spot), asked.measure) : [];
}

/** What sets a node up. */
export function incomingCalls(asked: Asked, node: StoryNode): StoryCall[] {
  return neighbours(asked, node, {
    ofStop: comesFrom,
    ofThread: (_, thread) => threadComesFrom(thread),
    ofFact: factComesFrom,
  });
}

/** What a node pays off or tells. */
export function outgoingCalls(asked: Asked, node: StoryNode): StoryCall[] {
  return neighbours(asked, node, {
    ofStop: leadsTo,
    ofThread: threadLeadsTo,
    ofFact: (_, fact) => factLeadsTo(fact),
  });
}

/** One of the two ways through the net: from a place, and from a thread or fact as a whole. */
interface Way {
  readonly ofStop: (season: Season, stop: Stop) => Stop[];
  readonly ofThread: (season: Season, thread: ThreadStory) => Stop[];
  readonly ofFact: (season: Season, fact: FactStory) => Stop[];
}

function neighbours({ season: whole, horizon, measure }: Asked, node: StoryNode, way: Way): StoryCall[] {
  const seen = seenOf(whole, horizon);
  const { season } = seen;
  const stop = stopOf(seen, node);
  const { thread, fact } = storyOf(season, node);
  if (stop) return callsTo(seen, way.ofStop(season, stop), measure);
  if (thread) return callsTo(seen, way.ofThread(season, thread), measure);
  return fact ? callsTo(seen, way.ofFact(season, fact), measure) : [];
}

/** The story of a node that stands for the whole of one. */
function storyOf(
  season: Season,
  { type, id }: StoryNode,
): { readonly thread?: ThreadStory; readonly fact?: FactStory } {
  if (type === 'thread') return { thread: season.threads.get(id) };
  return type === 'fact' ? { fact: season.facts.get(id) } : {};
}

function nodesAt(seen: Seen, uri: string, spot: Spot | Mentioned): StoryNode[] {
  const { season } = seen;
  switch (spot.type) {
    case 'thread': {
      const thread = season.threads.get(spot.id);
      const stop =
        thread &&
        occurrencesOf(thread).find((one) => {
          if ('item' in spot) return standsAt(one, { uri, item: spot.item });
          return spot.inference !== undefined && one.entry === spot.inference.point;
        });
      return [stop ? nodeOf(seen, stop) : { type: 'thread', id: spot.id }];
    }
    case 'fact': {
      const stop = season.facts.get(spot.id)?.points.find((one) => standsAt(one, { uri, item: spot.item }));
      return [stop ? nodeOf(seen, stop) : { type: 'fact', id: spot.id }];
    }
    case 'event':
      return nodesWhere(seen, ({ event }) => event === spot.id);
    default:
      return [];
  }
}

/** The places that are so. */
export function nodesWhere(seen: Seen, is: (stop: Stop) => boolean): StoryNode[] {
  const { threads, facts } = seen.season;
  const stops: Stop[] = [
    ...[...threads.values()].flatMap(occurrencesOf),
    ...[...facts.values()].flatMap(({ points }) => points),
  ];
  return stops.filter(is).map((stop) => nodeOf(seen, stop));
}

function callsTo(seen: Seen, stops: readonly Stop[], measure: Measure | undefined): StoryCall[] {
  return callsOf(
    seen,
    stops.map((stop) => nodeOf(seen, stop)),
    measure,
  );
}

/** Those of the nodes that have a place to go to. */
export function callsOf(seen: Seen, nodes: readonly StoryNode[], measure: Measure | undefined): StoryCall[] {
  return nodes.flatMap((node) => callOf(seen, node, measure) ?? []);
}

function callOf(seen: Seen, node: StoryNode, measure: Measure | undefined): StoryCall | undefined {
  const { season } = seen;
  const { id } = node;
  const kind = node.type === 'fact' || (node.type === 'place' && node.of === 'fact') ? 'fact' : 'thread';
  const story = (kind === 'fact' ? season.facts : season.threads).get(id);
  if (!story) return undefined;
  const stop = stopOf(seen, node);
  if (node.type === 'place' && !stop) return undefined;
  const target = stop ? targetOf(season, stop) : wholeTarget(season, story);
  if (!target) return undefined;
  const where = stop && whereLabel(season, stop, stop.text && measure?.page(stop.text));
  const what = stop ? roleName(stop.role) : kind === 'fact' ? t('Fact') : t('Thread');
  return { node, name: story.title, detail: [what, where].filter(Boolean).join(' · '), kind, target, id };
}

/** Where the study declares it, else where it first comes up. */
export function wholeTarget(season: Season, story: ThreadStory | FactStory): Target | undefined {
  if (story.declared && season.study) return { uri: season.study.uri, span: story.declared.span };
  const stops: readonly Stop[] = 'points' in story ? story.points : occurrencesOf(story);
  const first = stops.find(({ text }) => text) ?? stops[0];
  return first && targetOf(season, first);
}
