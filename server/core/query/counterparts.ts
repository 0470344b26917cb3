import type { Mark } from '../annotations/annotation.ts';
import { within } from '../season/horizon.ts';
import { itemsOf } from '../season/items.ts';
import type { Target } from '../season/season.ts';
import type { Span } from '../text/span.ts';
import type { QueryContext } from './context.ts';
import { definition, implementation, references } from './locate.ts';
import { mentionedAt } from './mentions/mentioned.ts';
import { contains } from './places.ts';
import { spotAt } from './spots.ts';

/** The other side of a mark: of a setup its payoffs, of a payoff its setups, of a reveal its evidence. */
export interface Counterparts {
  /** The mark or mention that is meant. */
  readonly origin: Span;
  /** What is looked for. */
  readonly side: 'payoffs' | 'setups';
  /** In narrative order; empty where there is none. */
  readonly targets: readonly Target[];
  /** Every place of what the mark is about, for looking at them all at once: those in texts, else those in the study. */
  readonly everywhere: readonly Target[];
}

/** Those of the mark at the offset, else of the first mark on its line. Undefined where neither is there. */
export function counterparts(context: QueryContext, offset: number): Counterparts | undefined {
  const about = aboutAt(context, offset);
  if (!about) return undefined;
  const { origin, places, plants } = about;
  const forward = () => places.flatMap((place) => implementation(context, place)?.targets ?? []);
  const back = () => places.flatMap((place) => definition(context, place)?.targets ?? []);
  const targets = unique(plants ? forward() : back());
  const found = unique(places.flatMap((place) => references(context, place, false)?.targets ?? []));
  const inTexts = found.filter((target) => !('span' in target));
  return {
    origin,
    side: plants ? 'payoffs' : 'setups',
    targets,
    everywhere: inTexts.length > 0 ? inTexts : found,
  };
}

interface About {
  readonly origin: Span;
  /** Where its ids stand, each to be asked about. */
  readonly places: readonly number[];
  /** It plants, or keeps alive: what it leads to lies ahead. */
  readonly plants: boolean;
}

function aboutAt(asked: QueryContext, offset: number): About | undefined {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const { manuscript } = context;
  const { text } = manuscript;
  const mentioned = spotAt(context, offset) ? undefined : mentionedAt(context, offset);
  if (mentioned?.type === 'thread') {
    const plants = mentioned.inference ? mentioned.inference.role !== 'payoff' : false;
    return { origin: mentioned.span, places: [mentioned.span.start], plants };
  }
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const end = start + text.lineText(line).length;
  const items = itemsOf(manuscript.facts);
  const here: number[] = [];
  for (let item = manuscript.itemAt(end); item >= 0 && manuscript.place(item).end >= start; item--) {
    if (items[item]!.type === 'mark') here.unshift(item);
  }
  const item = here.find((one) => contains(manuscript.place(one), offset)) ?? here.find((one) => isAbout(one));
  return item === undefined || !isAbout(item) ? undefined : aboutItem(context, item, offset);

  function isAbout(one: number): boolean {
    return (
      manuscript
        .annotation(one)
        ?.ids.some((id) => ['thread', 'fact'].includes(spotAt(context, id.start)?.type ?? '')) === true
    );
  }
}

function aboutItem(context: QueryContext, item: number, offset: number): About {
  const annotation = context.manuscript.annotation(item)!;
  const under = annotation.ids.filter((id) => contains(id, offset));
  const ids = under.length > 0 ? under : annotation.ids;
  return {
    origin: { start: annotation.start, end: annotation.end },
    places: ids.map(({ start }) => start),
    plants: doesPlant(annotation.mark!),
  };
}

function doesPlant({ kind, cleared }: Mark): boolean {
  return kind === 'setup' || kind === 'reminder' || kind === 'storyline' || (kind === 'herring' && !cleared);
}

function unique(targets: readonly Target[]): Target[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const key = JSON.stringify(target);
    return !seen.has(key) && seen.add(key);
  });
}
