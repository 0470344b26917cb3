import { t } from '@vscode/l10n';
import { byMoment } from '../../season/moments.ts';
import type { FactStory, KnowledgePoint, Season } from '../../season/season.ts';
import type { OutlineNode } from '../answers.ts';
import { targetOf } from '../cards/stations.ts';
import { counts } from '../counts.ts';
import { dotted, whereLabel } from '../labels.ts';
import { personName, viaName } from '../persons.ts';
import { shortTitle, withoutStop } from '../short-title.ts';
import { declaredTarget, facets, inOrder, Names, type OutlineContext, placeKey, threadNode } from './nodes.ts';

/**
 * The season by its twists, in the order in which they are told: each with who learns it, then the threads that are its
 * evidence and every setup, reminder and payoff of these; at the end the threads that are evidence for nothing.
 */
export function byTwist(context: OutlineContext): OutlineNode[] {
  const { season } = context;
  const told = toldFacts(season);
  const twists = told
    .map((fact) => ({ fact, moment: (revealOf(fact) ?? fact.points[0])?.moment }))
    .sort((a, b) => byMoment(a, b) || (a.fact.id < b.fact.id ? -1 : 1));
  const evidence = new Set(told.flatMap((fact) => fact.evidence));
  const others = inOrder(season.threads.values()).filter(({ id }) => !evidence.has(id));
  return [
    ...twists.map(({ fact }) => twistNode(context, fact)),
    ...(others.length === 0
      ? []
      : [
          {
            id: 'group:evidence-for-nothing',
            label: t('Other threads'),
            description: counts.threads(others.length),
            kind: 'group',
            children: others.map((thread) => threadNode(context, 'group:evidence-for-nothing/', thread)),
          },
        ]),
  ];
}

/** Facts of which there is more to say than that they are. */
export function toldFacts({ facts }: Season): FactStory[] {
  return [...facts.values()].filter(({ points, evidence }) => points.length + evidence.length > 0);
}

/** The first telling: to the audience and to characters, before what one person learns. */
function revealOf(fact: FactStory): KnowledgePoint | undefined {
  return fact.points.find(({ role }) => role === 'reveal') ?? fact.points.find(({ role }) => role === 'learns');
}

function twistNode(context: OutlineContext, fact: FactStory): OutlineNode {
  const { season, measure } = context;
  const id = `fact:${fact.id}`;
  const reveal = revealOf(fact);
  const where = reveal ? whereLabel(season, reveal, reveal.text && measure?.page(reveal.text)) : '';
  const threads = fact.evidence.flatMap((thread) => season.threads.get(thread) ?? []);
  const first = reveal ?? fact.points[0];
  const label = shortTitle(season, fact);
  const counted = threads.length > 0 ? counts.threads(threads.length) : '';
  return {
    id,
    label,
    description: dotted(
      where,
      reveal ? '' : t('not revealed yet'),
      counted,
      label === withoutStop(fact.title) ? '' : fact.title,
    ),
    kind: 'reveal',
    status: reveal ? 'revealed' : 'unrevealed',
    target: (first && targetOf(season, first)) ?? declaredTarget(season, fact.declared),
    ref: id,
    ...facets(context, reveal ?? {}, () => [...new Set(fact.points.flatMap(({ who }) => who))]),
    children: [...personNodes(context, id, fact), ...threads.map((thread) => threadNode(context, `${id}/`, thread))],
  };
}

/** Everybody who learns, knows or uses it, one row for each moment. */
function personNodes(context: OutlineContext, parent: string, fact: FactStory): OutlineNode[] {
  const { season, measure } = context;
  const names = new Names();
  return fact.points.flatMap((point) =>
    point.who.map((who): OutlineNode => {
      const where = whereLabel(season, point, point.text && measure?.page(point.text));
      const name = personName(season, who);
      return {
        id: `${parent}/${names.unique(`who:${who}:${point.role}:${placeKey(season, point)}`)}`,
        label: name.charAt(0).toUpperCase() + name.slice(1),
        description: dotted(wordOf(point), where, point.via ? t('via {0}', viaName(season, point.via)) : ''),
        kind: who === 'audience' ? 'audience' : 'person',
        status: point.role,
        target: targetOf(season, point) ?? declaredTarget(season, fact.declared),
        ...(who !== 'audience' && { ref: `character:${who}` }),
        ...facets(context, point, () => [who]),
        children: [],
      };
    }),
  );
}

function wordOf({ role }: KnowledgePoint): string {
  switch (role) {
    case 'reveal':
    case 'learns':
      return t('learns');
    case 'knows':
      return t('knows all along');
    case 'uses':
      return t('uses');
  }
}
