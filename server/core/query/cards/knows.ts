import { askOf, type Knowing, knowing } from '../../knowledge/knowing.ts';
import { placeAt } from '../../knowledge/place.ts';
import { presenceIn } from '../../knowledge/presence.ts';
import { byMoment } from '../../season/moments.ts';
import { perSeason } from '../../season/per-season.ts';
import type { FactStory, Season } from '../../season/season.ts';
import type { QueryContext } from '../context.ts';
import { count, listed } from '../labels.ts';
import { personName } from '../persons.ts';

/**
 * What cards say of who knows what at an item of the text at hand, what is told there included. Only what is certain. The
 * season of the context is the one within the horizon.
 */

/** For the card of a fact: `The audience knows, Marissa does not: dramatic irony`. */
export function knowsFact(context: QueryContext, fact: FactStory, item: number): string[] {
  const said = statesOf(context.season, knower(context, item), fact);
  return said === '' ? [] : [said.charAt(0).toUpperCase() + said.slice(1)];
}

/** For the card of a thread: the same of each fact that it is evidence for. */
export function knowsOfThread(context: QueryContext, facts: readonly string[], item: number): string[] {
  const { season } = context;
  const knows = facts.length === 0 ? undefined : knower(context, item);
  return facts.flatMap((id) => {
    const fact = season.facts.get(id);
    const said = fact && knows ? statesOf(season, knows, fact) : '';
    return fact && said !== '' ? [`${bare(fact.title)}: ${said}`] : [];
  });
}

/** More facts than these of one sort make no list that one reads. */
const shownFacts = 5;

/** For the card of somebody: what they do not know and the audience does, what they know, what they have yet to learn. */
export function knowsOfPerson(context: QueryContext, who: string, item: number): string[] {
  const { season } = context;
  const knows = knower(context, item);
  const facts = [...season.facts.values()]
    .map((fact) => ({ fact, moment: fact.points[0]?.moment, state: knows(fact, who) }))
    .sort(byMoment);
  const titles = (state: Knowing) => facts.filter((one) => one.state === state).map(({ fact }) => fact);
  const isIrony = (fact: FactStory) => who !== 'audience' && knows(fact, 'audience') === 'knows';
  const ahead = titles('not-yet');
  return [
    ...linesOf('The audience knows, they do not (dramatic irony)', ahead.filter(isIrony)),
    ...linesOf('Knows', titles('knows').reverse()),
    ...linesOf(
      'Does not know yet',
      ahead.filter((fact) => !isIrony(fact)),
    ),
  ];
}

function linesOf(said: string, facts: readonly FactStory[]): string[] {
  const more = facts.length - shownFacts;
  const shown = more > 1 ? facts.slice(0, shownFacts) : facts;
  const lines = shown.map(({ title }) => `${said}: ${bare(title)}`);
  return more > 1 ? [...lines, `${said}: ${count(more, 'other fact')}`] : lines;
}

/** `the audience knows, Marissa does not: dramatic irony`; empty where nothing is certain. */
function statesOf(season: Season, knows: Knower, fact: FactStory): string {
  const people = castOf(season, fact);
  const inState = (state: Knowing) => people.filter((who) => knows(fact, who) === state);
  const knowing = inState('knows');
  const ahead = inState('not-yet');
  const audience = knows(fact, 'audience');
  if (audience === 'knows' && ahead.length > 0) {
    const irony = `the audience knows, ${said(season, ahead, ['does not', 'do not'])}: dramatic irony`;
    return knowing.length === 0 ? irony : `${irony}; ${said(season, knowing, ['knows too', 'know too'])}`;
  }
  const all = audience === 'knows' ? ['audience', ...knowing] : knowing;
  const none = audience === 'not-yet' ? ['audience', ...ahead] : ahead;
  const not: [string, string] =
    all.length > 0 ? ['does not yet', 'do not yet'] : ['does not know it yet', 'do not know it yet'];
  return [
    ...(all.length > 0 ? [said(season, all, ['knows', 'know'])] : []),
    ...(none.length > 0 ? [said(season, none, not)] : []),
  ].join(', ');
}

function said(season: Season, people: readonly string[], [one, many]: readonly [string, string]): string {
  return `${listed(people.map((id) => personName(season, id)))} ${people.length === 1 ? one : many}`;
}

/** Everybody but the audience who can have a part in it: whoever is named by it, and the cast. */
const castOf = perSeason((season, fact: FactStory): readonly string[] => {
  const named = [...(fact.declared?.knownBy ?? []), ...fact.points.flatMap((point) => point.who)];
  return [...new Set([...named, ...season.characters.keys()])].filter((who) => who !== 'audience');
});

type Knower = (fact: FactStory, who: string) => Knowing;

function knower(context: QueryContext, item: number): Knower {
  const { season, uri, manuscript } = context;
  const asked = askOf(season, presenceIn(season, uri, manuscript));
  const at = placeAt(season, { uri, item });
  return (fact, who) => knowing(asked, fact, who, at);
}

/** A title within a sentence of ours. */
function bare(title: string): string {
  return title.replace(/\.$/, '');
}
