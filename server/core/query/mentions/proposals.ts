import { annotateFile, annotationsAt, type Proposal } from '../../mentions/annotate.ts';
import { annotatedRoles, scenesOf } from '../../mentions/scenes.ts';
import { within } from '../../season/horizon.ts';
import type { TextEdit } from '../../text/span.ts';
import type { QueryContext } from '../context.ts';
import { threadMentionsIn } from './mention-list.ts';
import { isAhead } from './mentioned.ts';
import { episodeNumber } from './roles.ts';

/** Why there is nothing to annotate. */
export type NothingToAnnotate = 'noStudy' | 'noMention' | 'annotated';

/**
 * What would annotate the mention at an offset: one for each thread it may be of, those whose role is inferred first. What
 * the scene has annotated already is not annotated again: a role that it has, nor by guess a thread that has any. Nothing is
 * written of what lies ahead of the horizon.
 */
export function proposalsAt(asked: QueryContext, offset: number): readonly Proposal[] | NothingToAnnotate {
  const season = within(asked.season, asked.horizon);
  const { manuscript } = asked;
  if (!season.study) return 'noStudy';
  if (isAhead(asked, offset)) return 'noMention';
  const all = annotationsAt(manuscript, season.study, offset, episodeNumber(asked));
  if (all.length === 0) return 'noMention';
  const here = scenesOf(manuscript)(offset);
  const left = all.filter(({ thread, role, inferred }) => {
    const roles = here ? annotatedRoles(here.scene, thread) : new Set();
    return inferred ? !roles.has(role) : roles.size === 0;
  });
  return left.length > 0 ? left.sort((a, b) => Number(b.inferred) - Number(a.inferred)) : 'annotated';
}

/** The edits that annotate all that study and text together tell. */
export function fileEdits(asked: QueryContext): readonly TextEdit[] | NothingToAnnotate {
  const season = within(asked.season, asked.horizon);
  if (!season.study) return 'noStudy';
  const edits = annotateFile(asked.manuscript, season.study, episodeNumber(asked)).filter(
    ({ start }) => !isAhead(asked, start),
  );
  if (edits.length > 0) return edits;
  return threadMentionsIn(asked).length > 0 ? 'annotated' : 'noMention';
}
