import type { Manuscript } from '../../manuscript.ts';
import { type Inference, inferredRoles } from '../../mentions/inferred-roles.ts';
import type { Study } from '../../study/study.ts';
import type { QueryContext } from '../context.ts';

interface Kept {
  readonly study: Study;
  readonly episode: number | undefined;
  readonly roles: readonly Inference[];
}

const kept = new WeakMap<Manuscript, Kept>();

/**
 * The inferred roles of the mentions in a text, as far as the season of the context goes: where that is the season within a
 * horizon, a role that is given later is not among them.
 */
export function rolesIn(context: QueryContext): readonly Inference[] {
  const { season, manuscript } = context;
  const { study } = season;
  if (!study) return [];
  const episode = episodeNumber(context);
  const before = kept.get(manuscript);
  if (before?.study === study && before.episode === episode) return before.roles;
  const roles = inferredRoles(manuscript, study, episode).filter(({ thread, role, point }) => {
    const story = season.threads.get(thread);
    const told = role === 'setup' ? story?.setups : role === 'reminder' ? story?.reminders : story?.payoffs;
    return told?.some(({ entry }) => entry === point) === true;
  });
  kept.set(manuscript, { study, episode, roles });
  return roles;
}

/** The number of the episode that a file tells, where the text does not say so itself. */
export function episodeNumber({ season, uri }: Pick<QueryContext, 'season' | 'uri'>): number | undefined {
  const file = season.files.get(uri);
  const first = file?.structure.episodes[0]?.first;
  const moment = first === undefined ? undefined : season.moment({ uri, item: first });
  return moment && season.episodes[moment.episode]?.number;
}
