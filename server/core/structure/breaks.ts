import type { FactItem, FileFacts, SectionItem } from '../facts/file-facts.ts';
import {
  type ActHeading,
  actHeading,
  actOfLine,
  type EpisodeHeading,
  episodeHeading,
  seasonHeading,
} from './headings.ts';

/** What the i-th item begins. Where nothing is said of an item, it goes on with what it stands in. */
export type Role =
  | { readonly is: 'episode'; readonly heading: EpisodeHeading }
  | { readonly is: 'act'; readonly heading: ActHeading }
  | { readonly is: 'scene' }
  /** A heading over the episode or act that comes next, such as `Part Two` or `Season 2`: what it covers begins with it. */
  | { readonly is: 'over'; readonly season?: number }
  /** The title of the document. */
  | { readonly is: 'title'; readonly title: string };

/**
 * The roles of the items. In a treatment every heading is a scene but those of episodes and acts, the document's title, and
 * those that stand over an episode or act. The document's title is the first heading, where it alone is of its level and all
 * others are deeper. A heading stands over an episode or act where it is of a higher level than that, and nothing but
 * annotations and such headings comes between.
 */
export function rolesOf(facts: FileFacts, items: readonly FactItem[]): Roles {
  const roles = items.map((item) => ownRole(item, facts.kind));
  if (facts.kind === 'script') dropGermanDays(items, roles);
  markHeadingsOver(items, roles);
  const at = facts.kind === 'treatment' ? titleItem(items) : undefined;
  const is = at === undefined ? undefined : roles[at]?.is;
  if (at === undefined || (is !== 'scene' && is !== 'over')) return { roles };
  if (is === 'scene') roles[at] = undefined;
  return { roles, title: (items[at] as SectionItem).title };
}

interface Roles {
  readonly roles: (Role | undefined)[];
  /** The title of the document. */
  readonly title?: string;
}

function ownRole(item: FactItem, kind: FileFacts['kind']): Role | undefined {
  switch (item.type) {
    case 'scene':
      return SCENE;
    case 'act': {
      const heading = actOfLine(item.title)?.heading ?? { kind: 'act', ends: item.ends };
      return { is: 'act', heading: item.ends ? { ...heading, ends: true } : heading };
    }
    case 'section':
      return sectionRole(item, kind);
    case 'cue':
    case 'transition':
    case 'mark':
    case 'slip':
    case 'flashback':
    case 'end':
      return undefined;
  }
}

const SCENE: Role = { is: 'scene' };

/** What a section's title says. Items keep their identity through edits elsewhere, so that most titles are read once. */
const said = new WeakMap<SectionItem, Role | 'nothing'>();

function sectionRole(item: SectionItem, kind: FileFacts['kind']): Role | undefined {
  let role = said.get(item);
  if (!role) {
    role = titleRole(item) ?? 'nothing';
    said.set(item, role);
  }
  if (role !== 'nothing') return role;
  return kind === 'treatment' ? SCENE : undefined;
}

function titleRole(item: SectionItem): Role | undefined {
  const episode = episodeHeading(item.title);
  if (episode) return { is: 'episode', heading: episode };
  const act = actHeading(item.title);
  return act && { is: 'act', heading: act };
}

/**
 * `TAG` alone on a line is a short last act in English, and in German says that it is day. Where a script's headings speak
 * German, it is an act where it stands once in its episode, after all other acts.
 */
function dropGermanDays(items: readonly FactItem[], roles: (Role | undefined)[]): void {
  const isTag = (i: number) => items[i]!.type === 'act' && beginsTag(roles[i]);
  if (!items.some((_, i) => isTag(i)) || !items.some(speaksGerman)) return;
  let days: number[] = [];
  let lastAct: number | undefined;
  for (let i = 0; i <= items.length; i++) {
    const role = roles[i];
    if (i === items.length || role?.is === 'episode') {
      const [day] = days;
      const isLast = days.length === 1 && lastAct !== undefined && lastAct < day!;
      if (!isLast) for (const one of days) roles[one] = undefined;
      days = [];
      lastAct = undefined;
    } else if (isTag(i)) {
      days.push(i);
    } else if (role?.is === 'act' && !role.heading.ends) {
      lastAct = i;
    }
  }
}

function beginsTag(role: Role | undefined): boolean {
  return role?.is === 'act' && role.heading.kind === 'tag' && !role.heading.ends;
}

/** The time of day ends its part of the heading: `INT. TAG HEUER STORE - DAY` is English. */
const GERMAN =
  /[-–—.,(] *(?:TAGS?|NACHTS?|MORGENS?|ABENDS?|MITTAGS?|VORMITTAGS?|NACHMITTAGS?)(?= *(?:$|[-–—.,/()\d]))/i;

function speaksGerman(item: FactItem): boolean {
  return item.type === 'scene' && GERMAN.test(item.heading);
}

/** Looks backward for headings that stand over an episode or act. */
function markHeadingsOver(items: readonly FactItem[], roles: (Role | undefined)[]): void {
  let below: { level: number; episode: boolean } | undefined;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    if (item.type === 'mark' || item.type === 'slip') continue;
    if (item.type !== 'section') {
      below = undefined;
      continue;
    }
    const is = roles[i]?.is;
    const higher = below !== undefined && item.level < below.level;
    if (higher && is !== 'episode' && (is !== 'act' || below!.episode)) {
      const season = seasonHeading(item.title);
      roles[i] = season === undefined ? { is: 'over' } : { is: 'over', season };
      below = { level: item.level, episode: below!.episode };
    } else {
      below = is === 'episode' || is === 'act' ? { level: item.level, episode: is === 'episode' } : undefined;
    }
  }
}

function titleItem(items: readonly FactItem[]): number | undefined {
  let title: number | undefined;
  let level = 0;
  let deeper = 0;
  for (const [i, item] of items.entries()) {
    if (item.type !== 'section') continue;
    if (title === undefined) {
      title = i;
      level = item.level;
    } else if (item.level > level) {
      deeper++;
    } else {
      return undefined;
    }
  }
  return deeper > 0 ? title : undefined;
}
