import { type Inference, inferredRoles, inferredRolesIn } from '../../mentions/inferred-roles.ts';
import type { MentioningPassage } from '../../mentions/mentions.ts';
import type { QueryContext } from '../context.ts';

/**
 * The inferred roles of the mentions in a text, or in some passages of it, as far as the season of the context goes: where
 * that is the season within a horizon, a role that is given later is not among them.
 */
export function rolesIn(context: QueryContext, passages?: readonly MentioningPassage[]): readonly Inference[] {
  const { season, manuscript } = context;
  const { study } = season;
  if (!study) return [];
  const episode = episodeNumber(context);
  const roles = passages
    ? inferredRolesIn(passages, manuscript, study, episode)
    : inferredRoles(manuscript, study, episode);
  return roles.filter(({ thread, role, point }) => {
    const story = season.threads.get(thread);
    const told = role === 'setup' ? story?.setups : role === 'reminder' ? story?.reminders : story?.payoffs;
    return told?.some(({ entry }) => entry === point) === true;
  });
}

/** The number of the episode that a file tells, where the text does not say so itself. */
export function episodeNumber({ season, uri }: Pick<QueryContext, 'season' | 'uri'>): number | undefined {
  const file = season.files.get(uri);
  const first = file?.structure.episodes[0]?.first;
  const moment = first === undefined ? undefined : season.moment({ uri, item: first });
  return moment && season.episodes[moment.episode]?.number;
}
