import type { FactItem, FileFacts } from '../facts/file-facts.ts';
import { keeping } from '../facts/same.ts';
import { itemsOf } from '../season/items.ts';
import { type Role, rolesOf } from './breaks.ts';
import type { ActPart, EpisodePart, FileStructure, ItemRange, ScenePart } from './file-structure.ts';
import { headEpisode } from './head.ts';
import type { ActHeading, EpisodeHeading } from './headings.ts';
import { scenePart } from './scene.ts';

export { episodeOfFileName } from './file-name.ts';

const structures = new WeakMap<FileFacts, FileStructure>();

/**
 * Episodes, acts and scenes of a file (design, section 2), made once for as long as its facts are the same object. What
 * stands before the first episode heading belongs to the first episode, unless it tells a story of its own. Parts that say
 * the same as in an `earlier` state of the file, where one is given, are the same objects.
 */
export function structureOf(facts: FileFacts, earlier?: FileFacts): FileStructure {
  let structure = structures.get(facts);
  if (!structure) {
    const before = earlier && structures.get(earlier);
    structure = before ? keeping(before, structureFrom(facts, scenesOf(earlier, before))) : structureFrom(facts);
    structures.set(facts, structure);
  }
  return structure;
}

/** Where a part begins, and the item that is its heading: not the first, where a heading of more stands over it. */
interface Break<T> {
  readonly at: number;
  readonly heading?: number;
  readonly says?: T;
}

/** A part between two breaks. */
interface Stretch<T> extends ItemRange {
  readonly heading?: number;
  readonly says?: T;
}

/** All of one file that the parts of its structure are made from. */
interface Source {
  readonly facts: FileFacts;
  readonly items: readonly FactItem[];
  readonly roles: readonly (Role | undefined)[];
  readonly earlier: EarlierScenes | undefined;
  /** The document's, where it has one. */
  readonly title?: string;
}

/** The scenes of an earlier state of the file, by where they begin, and its items. */
interface EarlierScenes {
  readonly items: readonly FactItem[];
  readonly scenes: ReadonlyMap<number, ScenePart>;
}

function scenesOf(facts: FileFacts, { episodes }: FileStructure): EarlierScenes {
  const scenes = episodes.flatMap(({ acts }) => acts.flatMap((act) => act.scenes));
  return { items: itemsOf(facts), scenes: new Map(scenes.map((scene) => [scene.first, scene])) };
}

function structureFrom(facts: FileFacts, earlier?: EarlierScenes): FileStructure {
  const items = itemsOf(facts);
  const source: Source = { facts, items, earlier, ...rolesOf(facts, items) };
  const parts = stretches({ first: 0, end: items.length }, episodeBreaks(source));
  return { episodes: parts.map((part) => episodePart(source, part)) };
}

interface EpisodeSays extends EpisodeHeading {
  /** Of the heading that stands over the episode, or over one before it. */
  readonly within?: number;
}

function episodeBreaks({ items, roles }: Source): Break<EpisodeSays>[] {
  const breaks: Break<EpisodeSays>[] = [];
  let over: number | undefined;
  let within: number | undefined;
  for (const [i, role] of roles.entries()) {
    if (role?.is === 'over') {
      over ??= i;
      within = role.season ?? within;
    } else if (role?.is === 'episode') {
      breaks.push({ at: over ?? i, heading: i, says: { ...role.heading, within } });
      over = undefined;
    } else if (role) {
      over = undefined;
    }
  }
  const [first, ...others] = breaks;
  if (
    !first ||
    items.slice(0, first.at).some(tellsStory) ||
    roles.slice(0, first.at).some((role) => role?.is === 'act')
  ) {
    return breaks;
  }
  return [{ ...first, at: 0 }, ...others];
}

function tellsStory(item: FactItem): boolean {
  return item.type === 'scene' || item.type === 'cue' || item.type === 'act';
}

function episodePart(source: Source, part: Stretch<EpisodeSays>): EpisodePart {
  const head = headEpisode(source.facts.head);
  const own = part.says ?? { ...head, title: head.title ?? source.title };
  return {
    first: part.first,
    end: part.end,
    heading: part.heading,
    number: own.number,
    season: own.season ?? part.says?.within ?? head.season,
    title: own.title,
    form: formOf(source, part),
    acts: stretches(part, actBreaks(source, part)).map((act) => actPart(source, act)),
    ends: endsStory(source, part),
  };
}

function formOf({ items }: Source, { first, end }: ItemRange): string | undefined {
  for (let i = first; i < end; i++) {
    const item = items[i]!;
    if (item.type === 'mark' && item.mark.kind === 'form') return item.mark.value;
  }
  return undefined;
}

/** Sections are never printed, and may follow THE END like annotations; so may a line that ends an act. */
function endsStory({ items, roles }: Source, { first, end }: ItemRange): boolean {
  for (let i = end - 1; i >= first; i--) {
    const item = items[i]!;
    if (item.type === 'end') return true;
    const role = roles[i];
    if (role?.is === 'act' ? !role.heading.ends : tellsStory(item)) return false;
  }
  return false;
}

/**
 * Acts begin at their headings. A heading that says again which act it is (a section above the printed line, a page that
 * repeats it) begins nothing; and scenes after END OF ACT ONE stand in an act without a heading.
 */
function actBreaks({ roles }: Source, { first, end }: ItemRange): Break<ActHeading>[] {
  const breaks: Break<ActHeading>[] = [];
  let current: ActHeading | undefined;
  let over: number | undefined;
  for (let i = first; i < end; i++) {
    const role = roles[i];
    if (role?.is === 'over') over ??= i;
    else if (role?.is === 'act') {
      if (role.heading.ends) {
        current = current && { ...current, ends: true };
      } else if (!current || current.ends || !isSame(current, role.heading)) {
        current = role.heading;
        breaks.push({ at: over ?? i, heading: i, says: current });
      }
      over = undefined;
    } else if (role) {
      if (role.is === 'scene' && current?.ends) {
        breaks.push({ at: i });
        current = undefined;
      }
      over = undefined;
    }
  }
  return breaks;
}

function isSame(a: ActHeading, b: ActHeading): boolean {
  return a.kind === b.kind && a.number === b.number && (a.kind !== 'act' || a.number !== undefined);
}

function actPart({ items, roles, earlier }: Source, act: Stretch<ActHeading>): ActPart {
  const breaks: Break<never>[] = [];
  for (let i = act.first; i < act.end; i++) if (roles[i]?.is === 'scene') breaks.push({ at: i, heading: i });
  const item = act.heading === undefined ? undefined : items[act.heading];
  return {
    first: act.first,
    end: act.end,
    heading: act.heading,
    kind: act.says?.kind ?? 'act',
    number: act.says?.number,
    title: item?.type === 'section' || item?.type === 'act' ? item.title : '',
    scenes: stretches(act, breaks).map((scene) => sameScene(items, scene, earlier) ?? scenePart(items, scene)),
  };
}

/** The scene that was made of the very same items in the same place. */
function sameScene(
  items: readonly FactItem[],
  { first, end, heading }: Stretch<never>,
  earlier: EarlierScenes | undefined,
): ScenePart | undefined {
  const scene = earlier?.scenes.get(first);
  if (!scene || scene.end !== end || scene.heading !== heading) return undefined;
  for (let i = first; i < end; i++) if (items[i] !== earlier!.items[i]) return undefined;
  return scene;
}

/** Cuts a range at its breaks. What stands before the first is a part without a heading; so is all, where there is none. */
function stretches<T>({ first, end }: ItemRange, breaks: readonly Break<T>[]): Stretch<T>[] {
  const parts: Stretch<T>[] = [];
  if (breaks.length === 0 || breaks[0]!.at > first) parts.push({ first, end: breaks[0]?.at ?? end });
  for (const [i, { at, heading, says }] of breaks.entries()) {
    parts.push({ first: at, end: breaks[i + 1]?.at ?? end, heading, says });
  }
  return parts;
}
