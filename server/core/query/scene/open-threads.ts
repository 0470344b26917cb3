import { t } from '@vscode/l10n';
import type { Occurrence, ThreadStory } from '../../season/season.ts';
import type { OutlineNode } from '../answers.ts';
import { occurrencesOf } from '../cards/thread-card.ts';
import { dotted } from '../labels.ts';
import { threadMentionsIn } from '../mentions/mention-list.ts';
import { type HereContext, isToldBy } from './here.ts';
import { agoLabel, type Touch, type TouchRole, touchOf } from './touches.ts';

/**
 * The threads that are open at a place: planted by now, and neither fired for the last time nor cleared. A motif owes nothing,
 * and is none of them. Those that were left alone for longest come first.
 */
export function openThreads(here: HereContext): OutlineNode[] {
  const mentioned = lastMentions(here);
  return [...here.season.threads.values()]
    .filter((thread) => isOpen(here, thread))
    .flatMap((thread) => {
      const touch = lastTouch(here, thread, mentioned.get(thread.id));
      return touch ? [{ thread, touch }] : [];
    })
    .sort((a, b) => a.touch.order - b.touch.order || (a.thread.id < b.thread.id ? -1 : 1))
    .map(({ thread, touch }) => ({
      id: `thread:${thread.id}`,
      label: thread.title,
      description: dotted(agoLabel(here, touch), wordOf(touch.role)),
      kind: 'thread',
      ref: `thread:${thread.id}`,
      status: statusOf(thread),
      target: touch.target,
      children: [],
    }));
}

function wordOf(role: TouchRole): string {
  switch (role) {
    case 'setup':
      return t('setup');
    case 'reminder':
      return t('reminder');
    case 'payoff':
      return t('payoff');
    case 'cleared':
      return t('cleared');
    case 'mentioned':
      return t('mentioned');
  }
}

function isOpen(here: HereContext, thread: ThreadStory): boolean {
  if (thread.intent === 'motif') return false;
  const told = (list: readonly Occurrence[]) => list.map((one) => isToldBy(here, one));
  const isPlanted = told([...thread.setups, ...thread.reminders]).includes(true);
  const endings = told([...thread.payoffs, ...thread.cleared]);
  // Where it is not certain that it is over, nor that it is not, nothing is said.
  return isPlanted && (endings.length === 0 || endings.includes(false));
}

/** What it is at this place: that it is paid later on is not to be seen yet. */
function statusOf({ intent }: ThreadStory): string | undefined {
  return intent === 'herring' || intent === 'open' ? intent : undefined;
}

function lastTouch(here: HereContext, thread: ThreadStory, mention: Touch | undefined): Touch | undefined {
  const touches = occurrencesOf(thread)
    .filter((one) => isToldBy(here, one))
    .map((one) => touchOf(here, one));
  if (mention) touches.push(mention);
  return touches.reduce<Touch | undefined>((last, one) => (last && last.order > one.order ? last : one), undefined);
}

/** The last mention of each thread in the prose of this text, up to the place. */
function lastMentions(here: HereContext): Map<string, Touch> {
  const { uri, parts, manuscript, offset } = here;
  const from = parts.episode.first === 0 ? 0 : manuscript.place(parts.episode.first).start;
  const last = new Map<string, Touch>();
  for (const { start, end, threads } of threadMentionsIn(here)) {
    if (start < from || start > offset) continue;
    const touch: Touch = { order: start, role: 'mentioned', start, target: { uri, span: { start, end } } };
    for (const thread of threads) last.set(thread, touch);
  }
  return last;
}
