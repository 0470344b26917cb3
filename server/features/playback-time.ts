import { writePlaybackTime } from '../core/writing/playback-time.ts';
import { offsetAt } from '../lsp/positions.ts';
import { type PlaybackTimeParams, playbackTimeRequest } from '../protocol/annotating.ts';
import type { TextChange } from '../protocol/positions.ts';
import type { Feature } from './feature.ts';
import { changesOf, manuscriptFor } from './text-changes.ts';

/** What writes into the annotation at a place when it happens in the film. */
export const playbackTime: Feature<PlaybackTimeParams, TextChange[] | null> = {
  method: playbackTimeRequest,
  empty: null,
  async handle({ uri, position, time }, session, token) {
    const manuscript = await manuscriptFor(session, uri, token);
    const edit = manuscript && writePlaybackTime(manuscript, offsetAt(manuscript.text, position), time);
    return edit ? changesOf(manuscript, [edit]) : null;
  },
};
