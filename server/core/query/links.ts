import type { Manuscript } from '../manuscript.ts';
import type { Season } from '../season/season.ts';
import type { Link } from './answers.ts';
import { headSpan } from './head.ts';

/** Links of a text: from `Study: …` in its title page or front matter to the study, where it has one. */
export function links(manuscript: Manuscript, season: Season): Link[] {
  const head = headSpan(manuscript);
  if (!head || !season.study) return [];
  const line = /^study[^\S\r\n]*:[^\S\r\n]*(\S[^\r\n]*?)[^\S\r\n]*$/im.exec(
    manuscript.text.slice(head.start, head.end),
  );
  if (!line) return [];
  const start = head.start + line.index + line[0].indexOf(line[1]!, line[0].indexOf(':') + 1);
  return [{ start, end: start + line[1]!.length, target: { uri: season.study.uri, span: { start: 0, end: 0 } } }];
}
