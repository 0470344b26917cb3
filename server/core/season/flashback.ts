import type { Mark } from '../annotations/annotation.ts';
import { compareStoryTimes, parseStoryTime, type StoryTime } from '../annotations/story-time.ts';

/**
 * Whether each mark of an episode, in order, stands in a flashback as far as the text says so: after a `[[story: …]]` that
 * goes back in time, up to `[[story: now]]`; or in a scene whose heading says FLASHBACK.
 */
export function inFlashback(
  marks: readonly { readonly mark: Mark; readonly scene: { readonly title: string } }[],
): boolean[] {
  const times = marks.map(({ mark }) => timeOf(mark));
  const lastNow = times.findLastIndex(isNow);
  const latest = new Map<StoryTime['axis'], StoryTime>();
  let back = false;
  return marks.map(({ scene }, i) => {
    const time = times[i];
    if (time) {
      // A time that `now` ends later on was left, whichever way; other times go back only against those before them.
      back = !isNow(time) && (i < lastNow || goesBack(time, latest.get(time.axis)));
      if (!back) latest.set(time.axis, time);
    }
    return back || saysFlashback(scene.title);
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

function saysFlashback(heading: string): boolean {
  return /(?<!\b(?:end|end of|after|after the) )\bflash[- ]?back\b/i.test(heading);
}
