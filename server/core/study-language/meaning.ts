import type { ReferredList } from '../study/references.ts';
import type { Study } from '../study/study.ts';
import { listsOf } from './lists.ts';
import type { StudyWord } from './words.ts';

/** The lists that an id may be of: one, but for a bare one in a note's or dispute's `on`. */
export function meantBy(study: Study | undefined, { list, id }: StudyWord): readonly ReferredList[] {
  return list === 'any' ? listsOf(study, id) : [list];
}
