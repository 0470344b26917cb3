import type { Measure } from '../query/context.ts';
import type { Horizon } from '../season/horizon.ts';
import type { Season } from '../season/season.ts';
import type { SourceText } from '../text/source-text.ts';

/** What a query about a study file is given. */
export interface StudyQuery {
  /** The study's season, made of its last good state; undefined where there has been none yet. */
  readonly season: Season | undefined;
  readonly uri: string;
  /** The file as it stands in the editor. */
  readonly text: SourceText;
  readonly horizon?: Horizon;
  readonly measure?: Measure;
}
