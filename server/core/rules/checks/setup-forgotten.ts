import { t } from '@vscode/l10n';
import { episodeSpan } from '../../measure/scene-spans.ts';
import { type MentioningPassage, mentioningPassages } from '../../mentions/mentions.ts';
import { cueSetOf } from '../../mentions/study-cues.ts';
import { itemsOf } from '../../season/items.ts';
import { perSeason } from '../../season/per-season.ts';
import type { Occurrence, Season, ThreadStory } from '../../season/season.ts';
import { type Problem, type TextContext, type TextRule, threadsIn } from '../rule.ts';

/**
 * A thread that is not mentioned for many episodes, all of which are there, and is then paid off. Nothing is said of a
 * thread with an occurrence whose episode is not known, nor of one with cues that the prose between mentions.
 */
export const setupForgotten: TextRule = {
  code: 'setup.forgotten',
  reads: 'text',
  tells: 'later',
  *check(context: TextContext): Iterable<Problem> {
    const { season, uri, limits } = context;
    for (const thread of threadsIn(context)) {
      if (thread.setups.length === 0) continue;
      const gap = longestGap(season, thread);
      if (!gap || gap.episodes <= limits.forgottenEpisodes || gap.from.text?.uri !== uri) continue;
      if ((thread.declared?.cues.length ?? 0) > 0 && mayBeMentioned(context, thread.id, gap)) continue;
      yield {
        item: gap.from.text.item,
        id: thread.id,
        message: messageOf(thread.title, gap.episodes),
        related: gap.to.text ? [{ target: gap.to.text, message: t('The next mention') }] : [],
        data: { thread: thread.id },
      };
    }
  },
};

function messageOf(title: string, episodes: number): string {
  return episodes === 1
    ? t('“{0}” is not mentioned for 1 episode after this, and then paid off.', title)
    : t('“{0}” is not mentioned for {1} episodes after this, and then paid off.', title, episodes);
}

interface Gap {
  readonly from: Occurrence;
  readonly to: Occurrence;
  readonly episodes: number;
}

/** The longest run of told episodes between two neighbouring occurrences up to the last payoff. A key in prose changes none. */
const longestGap = perSeason((season, { setups, reminders, payoffs }: ThreadStory): Gap | undefined => {
  if (payoffs.length === 0) return undefined;
  // The first and the last of each episode in which there is one.
  const first: Occurrence[] = [];
  const last: Occurrence[] = [];
  for (const list of [setups, reminders, payoffs]) {
    for (const one of list) {
      if (!one.moment) return undefined;
      first[one.moment.episode] ??= one;
      last[one.moment.episode] = one;
    }
  }
  const paid = Math.max(...payoffs.map(({ moment }) => moment!.episode));
  let longest: Gap | undefined;
  let before = 0;
  for (let episode = 0; episode <= paid; episode++) {
    const to = first[episode];
    if (!to) continue;
    const from = last[before];
    const episodes = episode - before - 1;
    if (from?.text && episodes > (longest?.episodes ?? 0) && allTold(season, before, episode)) {
      longest = { from, to, episodes };
    }
    before = episode;
  }
  return longest;
});

/** Whether the prose of an episode between mentions the thread, or is not at hand. */
function mayBeMentioned(context: TextContext, thread: string, { from, to }: Gap): boolean {
  const { season, uri, manuscript, measure } = context;
  const between = season.episodes.slice(from.moment!.episode + 1, to.moment!.episode);
  return between
    .flatMap(({ told, linked }) => [told, ...linked])
    .some((text) => {
      if (!text || !season.study) return false;
      const found = text.uri === uri ? manuscript : measure?.text?.(text.uri);
      if (!found || itemsOf(found.facts).length < text.part.end) return true;
      const { start, end } = episodeSpan(found, text.part);
      return mentioningPassages(found, cueSetOf(season.study)).some(
        (passage) =>
          passage.kind === 'prose' && passage.start >= start && passage.start < end && isMentioned(passage, thread),
      );
    });
}

function isMentioned({ mentions }: MentioningPassage, thread: string): boolean {
  return mentions.some(({ referents }) => referents.some(({ kind, id }) => kind === 'thread' && id === thread));
}

/** Whether all episodes from one to another are there: each has a text, and their numbers leave none out. */
function allTold(season: Season, from: number, to: number): boolean {
  const episodes = season.episodes.slice(from, to + 1);
  const numbers = episodes.map(({ number }) => number);
  const unbroken = numbers.every((number, i) => number !== undefined && number === numbers[0]! + i);
  return unbroken && episodes.every(({ told }) => told);
}
