import type { Intent, Role, ThreadPoint } from '../study/study.ts';
import { join, type Said } from './join.ts';
import { byMoment } from './moments.ts';
import type { Occurrence, ThreadStatus, ThreadStory } from './season.ts';
import { listedAt, placeOf, type Sources, saidOf } from './sources.ts';
import { idsIn } from './words.ts';

/** The story of one thread: what texts and study say of it, joined. */
export function threadStory(sources: Sources, id: string): ThreadStory {
  const declared = sources.entries.threads.get(id);
  const said = saidOf(sources, 'thread', id);
  const isLine = said.some(({ mark }) => mark.kind === 'storyline');
  const inRole = (role: Role, points: readonly ThreadPoint[]) =>
    occurrences(
      sources,
      id,
      role,
      said.filter((one) => roleOf(one) === role),
      points,
    );

  let setups = inRole('setup', declared?.setups ?? []);
  let reminders = inRole('reminder', declared?.reminders ?? []);
  const payoffs = inRole('payoff', declared?.payoffs ?? []);
  const cleared = inRole('cleared', declared?.cleared ?? []);
  // A storyline of Beat's has no roles: the first time that it comes up plants it.
  if (setups.length === 0 && isLine && reminders[0]) {
    setups = [{ ...reminders[0], role: 'setup' }];
    reminders = reminders.slice(1);
  }
  const kind = declared?.kind ?? (isLine ? 'motif' : undefined);
  const intent = declared?.intent ?? intentOf(said) ?? (kind === 'motif' ? 'motif' : undefined);
  return {
    id,
    title: declared?.title ?? said.find(({ mark }) => mark.title)?.mark.title ?? id,
    kind,
    intent,
    declared,
    setups,
    reminders,
    payoffs,
    cleared,
    evidenceFor: [
      ...new Set([
        ...(declared?.evidenceFor ?? []),
        ...(sources.entries.revealsBy.get(id) ?? []).map((reveal) => reveal.fact),
        ...said.flatMap(({ mark }) => idsIn(mark, 'for')),
      ]),
    ],
    status: statusOf(setups.length, payoffs.length, cleared.length, intent),
  };
}

/** The part that a mark gives its threads. */
function roleOf({ mark }: Said): Role {
  switch (mark.kind) {
    case 'payoff':
      return 'payoff';
    case 'reminder':
    case 'storyline':
      return 'reminder';
    case 'herring':
      return mark.cleared ? 'cleared' : 'setup';
    default:
      return 'setup';
  }
}

function intentOf(said: readonly Said[]): Intent | undefined {
  for (const { mark } of said) {
    if (mark.kind === 'herring') return 'herring';
    const intent = mark.keys.intent?.trim().toLowerCase();
    if (intent === 'open' || intent === 'motif' || intent === 'herring') return intent;
  }
  return undefined;
}

function occurrences(
  sources: Sources,
  thread: string,
  role: Role,
  said: readonly Said[],
  points: readonly ThreadPoint[],
): Occurrence[] {
  const listed = points.map((point) => listedAt(sources, point));
  return join(said, listed)
    .map(
      (one): Occurrence => ({
        thread,
        role,
        ...placeOf(sources, one.said, one.listed),
        also: one.also,
        entry: one.listed?.entry,
      }),
    )
    .sort(byMoment);
}

function statusOf(setups: number, payoffs: number, cleared: number, intent: Intent | undefined): ThreadStatus {
  if (intent === 'herring') return cleared > 0 ? 'cleared' : 'herring';
  if (payoffs > 0) return setups > 0 ? 'paid' : 'unplanted';
  if (intent !== undefined) return 'open';
  return setups > 0 ? 'unpaid' : 'unplanted';
}
