import { t } from '@vscode/l10n';
import { type Knowing, knowing, learningsOf } from '../../knowledge/knowing.ts';
import { namesIn } from '../../knowledge/names.ts';
import { placeAt } from '../../knowledge/place.ts';
import { proseOf } from '../../mentions/prose.ts';
import { byMoment } from '../../season/moments.ts';
import type { FactStory, KnowledgePoint, Target } from '../../season/season.ts';
import type { OutlineNode } from '../answers.ts';
import { targetOf } from '../cards/stations.ts';
import { whereLabel } from '../labels.ts';
import { placeOfPerson } from '../locate.ts';
import { personName } from '../persons.ts';
import { type HereContext, isToldBy } from './here.ts';

/** How it is known that somebody is here. A name in a treatment proves no presence. */
type Presence = 'speaks' | 'here' | 'may be here';

function presenceLabel(presence: Presence): string {
  switch (presence) {
    case 'speaks':
      return t('speaks');
    case 'here':
      return t('here');
    case 'may be here':
      return t('may be here');
  }
}

interface Person {
  readonly id: string;
  readonly presence: Presence;
  readonly target?: Target;
}

/** Who is in the scene, those who speak first, each with what they know by now; then the audience. */
export function peopleHere(here: HereContext): OutlineNode[] {
  const people = here.manuscript.kind === 'script' ? peopleOfScript(here) : peopleOfTreatment(here);
  const rows = people.map((person) => personNode(here, person));
  const audience = audienceNode(here);
  return audience.children.length > 0 ? [...rows, audience] : rows;
}

/** Who speaks there, not V.O., in order of appearance; and who is named for certain in its action. */
function peopleOfScript(here: HereContext): Person[] {
  const { season, uri, item, parts, asked } = here;
  const speakers = new Set(parts.scene.speakers.flatMap((name) => season.person(name) ?? []));
  const named = [...season.characters.keys()].filter(
    (id) => !speakers.has(id) && asked.presence.named({ uri, item }, id) === 'yes',
  );
  return [
    ...[...speakers].map((id): Person => ({ id, presence: 'speaks', target: cueHere(here, id) })),
    ...named.map((id): Person => ({ id, presence: 'here' })),
  ];
}

function peopleOfTreatment({ season, manuscript, scene }: HereContext): Person[] {
  const texts: string[] = [];
  for (const { start, passages } of proseOf(manuscript)) {
    if (start < scene.start || start >= scene.end) continue;
    for (const { kind, stretches } of passages()) {
      if (kind !== 'prose') continue;
      for (const stretch of stretches) texts.push(manuscript.text.slice(start + stretch.start, start + stretch.end));
    }
  }
  const names = namesIn(season, texts, 'names only');
  return [...season.characters.keys()]
    .filter((id) => names.named(id) === 'yes')
    .map((id) => ({ id, presence: 'may be here' }));
}

function cueHere({ season, uri, parts }: HereContext, id: string): Target | undefined {
  const { first, end } = parts.scene;
  return season.characters.get(id)?.cues.find((cue) => cue.uri === uri && cue.item >= first && cue.item < end);
}

function personNode(here: HereContext, { id, presence, target }: Person): OutlineNode {
  const { season } = here;
  const states = knowledgeOf(here, id);
  const known = season.characters.get(id);
  return {
    id: `person:${id}`,
    label: personName(season, id),
    description: [presenceLabel(presence), ...summary(states)].join(' · '),
    kind: 'person',
    ref: `character:${id}`,
    target: target ?? (known && placeOfPerson(here, known)),
    children: factNodes(here, id, states),
  };
}

function audienceNode(here: HereContext): OutlineNode {
  const states = knowledgeOf(here, 'audience');
  return {
    id: 'person:audience',
    label: t('The audience'),
    description: summary(states).join(' · '),
    kind: 'audience',
    children: factNodes(here, 'audience', states),
  };
}

interface States {
  /** What they know for certain, what was told last first. */
  readonly knows: readonly FactStory[];
  /** What the audience knows and they do not: dramatic irony. */
  readonly inTheDark: readonly FactStory[];
}

function knowledgeOf(here: HereContext, who: string): States {
  const { season, uri, item, asked } = here;
  const at = placeAt(season, { uri, item });
  const facts = [...season.facts.values()]
    .map((fact) => ({ fact, moment: fact.points[0]?.moment }))
    .sort(byMoment)
    .map(({ fact }) => fact);
  const inState = (one: string, state: Knowing) => (fact: FactStory) => knowing(asked, fact, one, at) === state;
  return {
    knows: facts.filter(inState(who, 'knows')).reverse(),
    inTheDark: who === 'audience' ? [] : facts.filter(inState(who, 'not-yet')).filter(inState('audience', 'knows')),
  };
}

function summary({ knows, inTheDark }: States): string[] {
  return [
    ...(knows.length > 0 ? [knows.length === 1 ? t('knows 1 fact') : t('knows {0} facts', knows.length)] : []),
    ...(inTheDark.length > 0 ? [t('in the dark about {0}', inTheDark.length)] : []),
  ];
}

function factNodes(here: HereContext, who: string, { knows, inTheDark }: States): OutlineNode[] {
  const { season } = here;
  const node = (
    fact: FactStory,
    kind: string,
    description: string,
    point: KnowledgePoint | undefined,
  ): OutlineNode => ({
    id: `person:${who}/fact:${fact.id}`,
    label: fact.title,
    description,
    kind,
    ref: `fact:${fact.id}`,
    target: point && targetOf(season, point),
    children: [],
  });
  return [
    ...inTheDark.map((fact) =>
      node(fact, 'unaware', t('does not know, the audience does'), toldBy(here, fact, 'audience')),
    ),
    ...knows.map((fact) => {
      const point = toldBy(here, fact, who);
      return node(fact, 'knows', point ? whereLabel(season, point, pageOf(here, point)) : t('all along'), point);
    }),
  ];
}

/** The first moment by now at which somebody is told a fact. */
function toldBy(here: HereContext, fact: FactStory, who: string): KnowledgePoint | undefined {
  return learningsOf(here.asked, fact, who).find(({ point, perhaps }) => !perhaps && isToldBy(here, point))?.point;
}

function pageOf({ measure }: HereContext, { text }: KnowledgePoint): number | undefined {
  return text && measure?.page(text);
}
