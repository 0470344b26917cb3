import { t } from '@vscode/l10n';
import { askOf, type Knowing, knowing } from '../../knowledge/knowing.ts';
import { placeAt } from '../../knowledge/place.ts';
import { presenceIn } from '../../knowledge/presence.ts';
import { byMoment } from '../../season/moments.ts';
import { perSeason } from '../../season/per-season.ts';
import type { FactStory, Season } from '../../season/season.ts';
import type { QueryContext } from '../context.ts';
import { listed } from '../labels.ts';
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
    ...linesOf((what) => t('The audience knows, they do not (dramatic irony): {0}', what), ahead.filter(isIrony)),
    ...linesOf((what) => t('Knows: {0}', what), titles('knows').reverse()),
    ...linesOf(
      (what) => t('Does not know yet: {0}', what),
      ahead.filter((fact) => !isIrony(fact)),
    ),
  ];
}

function linesOf(line: (what: string) => string, facts: readonly FactStory[]): string[] {
  const more = facts.length - shownFacts;
  const shown = more > 1 ? facts.slice(0, shownFacts) : facts;
  const lines = shown.map(({ title }) => line(bare(title)));
  return more > 1 ? [...lines, line(t('{0} other facts', more))] : lines;
}

/** `the audience knows, Marissa does not: dramatic irony`; empty where nothing is certain. */
function statesOf(season: Season, knows: Knower, fact: FactStory): string {
  const people = castOf(season, fact);
  const inState = (state: Knowing) => people.filter((who) => knows(fact, who) === state);
  const knowing = inState('knows');
  const ahead = inState('not-yet');
  const audience = knows(fact, 'audience');
  const names = (who: readonly string[]) => listed(who.map((id) => personName(season, id)));
  if (audience === 'knows' && ahead.length > 0) {
    const irony =
      ahead.length === 1
        ? t('the audience knows, {0} does not: dramatic irony', names(ahead))
        : t('the audience knows, {0} do not: dramatic irony', names(ahead));
    if (knowing.length === 0) return irony;
    return `${irony}; ${knowing.length === 1 ? t('{0} knows too', names(knowing)) : t('{0} know too', names(knowing))}`;
  }
  const all = audience === 'knows' ? ['audience', ...knowing] : knowing;
  const none = audience === 'not-yet' ? ['audience', ...ahead] : ahead;
  return [
    ...(all.length > 0 ? [all.length === 1 ? t('{0} knows', names(all)) : t('{0} know', names(all))] : []),
    ...(none.length > 0 ? [notYet(names(none), none.length === 1, all.length > 0)] : []),
  ].join(', ');
}

/** @param said what they do not know has just been said: that others know it */
function notYet(names: string, isOne: boolean, said: boolean): string {
  if (said) return isOne ? t('{0} does not yet', names) : t('{0} do not yet', names);
  return isOne ? t('{0} does not know it yet', names) : t('{0} do not know it yet', names);
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
