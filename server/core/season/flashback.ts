import type { Mark } from '../annotations/annotation.ts';
import { compareStoryTimes, parseStoryTime, type StoryTime } from '../annotations/story-time.ts';
import type { BareScene, EpisodePart, FlashbackBound } from '../structure/file-structure.ts';

/** A mark and where it stands. */
export interface MarkInTime {
  readonly item: number;
  readonly mark: Mark;
  readonly scene: BareScene;
}

/**
 * Whether each mark of an episode, in order, stands in a flashback as far as the text says so: after a `[[story: …]]` that
 * goes back in time, up to `[[story: now]]`; in a scene whose heading says FLASHBACK; or between lines that say so.
 */
export function inFlashback(marks: readonly MarkInTime[], { acts }: Pick<EpisodePart, 'acts'>): boolean[] {
  const times = marks.map(({ mark }) => timeOf(mark));
  const lastNow = times.findLastIndex(isNow);
  const latest = new Map<StoryTime['axis'], StoryTime>();
  const bounds = boundsIn(acts.flatMap(({ scenes }) => scenes));
  let back = false;
  let last: BareScene | undefined;
  let inSuch = false;
  return marks.map(({ scene, item }, i) => {
    // Marks of a scene follow each other.
    if (scene !== last) inSuch = saysFlashback(scene);
    last = scene;
    const time = times[i];
    if (time) {
      // A time that `now` ends later on was left, whichever way; other times go back only against those before them.
      back = !isNow(time) && (i < lastNow || goesBack(time, latest.get(time.axis)));
      if (!back) latest.set(time.axis, time);
    }
    const between = bounds.findLast((bound) => bound.item < item)?.begins ?? false;
    return back || between || inSuch;
  });
}

/** Where lines say that a flashback begins or ends. So may a heading say that it has ended. */
function boundsIn(scenes: readonly BareScene[]): FlashbackBound[] {
  if (!scenes.some(({ flashbacks }) => flashbacks)) return [];
  return scenes.flatMap(({ heading, title, flashbacks = [] }) => {
    const ends = heading !== undefined && SAYS_END.test(title);
    return ends ? [{ item: heading, begins: false }, ...flashbacks] : flashbacks;
  });
}

function timeOf(mark: Mark): StoryTime | undefined {
  return mark.kind === 'story' && mark.value !== undefined ? parseStoryTime(mark.value) : undefined;
}

function isNow(time: StoryTime | undefined): boolean {
  return time?.axis === 'now' && time.from === 0 && time.to === 0;
}

function goesBack(time: StoryTime, latest: StoryTime | undefined): boolean {
  if (time.axis === 'now') return time.to < 0;
  return latest !== undefined && (compareStoryTimes(time, latest) ?? 0) < 0;
}

/** `THE PRESENT`, `END OF FLASHBACK` */
const SAYS_END =
  /\b(?:pr[eé]sent|presente|gegenwart)\b|\b(?:end (?:of )?(?:the )?|ende (?:der |des )?|fin (?:du |del? )?)(?:flash[- ]?back|rückblende)/i;
const SAYS_FLASHBACK =
  /(?<!\b(?:end|end of|after|after the|ende|ende der|ende des|nach|nach der|nach dem|fin|fin du|fin de|fin del|apr[eè]s le|tras el|despu[eé]s del) )\b(?:flash[- ]?back|rückblende)\b/i;

/** Whether its heading says that a scene is a flashback. */
export function saysFlashback({ title }: Pick<BareScene, 'title'>): boolean {
  return SAYS_FLASHBACK.test(title);
}
