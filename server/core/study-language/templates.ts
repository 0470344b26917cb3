import { within } from '../season/horizon.ts';
import type { Path } from '../study/yaml-source.ts';
import { candidates } from './candidates.ts';
import type { Completion } from './complete.ts';
import type { StudyQuery } from './context.ts';
import type { Cursor } from './cursor.ts';
import { aliasTemplate, type EntryTemplate, entryTemplate, studyTemplate } from './entry-templates.ts';
import { lineStartAt } from './line-start.ts';
import { helpAt } from './schema.ts';
import { studyText } from './words.ts';

/** The whole entry that may begin at a place of a study file, to fill in; at the root of an empty file, a whole study. */
export function templates(query: StudyQuery, cursor: Cursor, path: Path): Completion[] {
  const { text, sections } = studyText(query.text);
  const before = text.slice(lineStartAt(text, cursor.span.start), cursor.span.start);
  const template = templateAt(query, path, sections.every(({ key }) => key === '') && before.trim() === '');
  if (!template || cursor.quoted || cursor.colon) return [];
  const { label, also, lines } = template;
  // What has several lines begins its own, behind nothing but the dash of the entry.
  if (lines.length > 1 && (cursor.flow || !/^\s*(?:-\s+)?$/.test(before))) return [];
  const depth = ' '.repeat(before.trimStart().length + cursor.lead.length);
  const snippet = cursor.lead + lines.join(`\n${depth}`);
  const says = helpAt(path.slice(0, -1))?.description;
  return [
    {
      label,
      kind: 'template',
      edit: { ...cursor.span, insert: cursor.lead },
      snippet,
      also,
      ...(says && { says }),
    },
  ];
}

function templateAt(query: StudyQuery, path: Path, isEmpty: boolean): EntryTemplate | undefined {
  if (path.length === 0) return isEmpty ? studyTemplate() : undefined;
  const [list, index, key, inner] = path;
  if (typeof list !== 'string' || typeof index !== 'number') return undefined;
  if (path.length === 4 && list === 'characters' && key === 'aliases' && typeof inner === 'number')
    return aliasTemplate();
  if (path.length > 2) return undefined;
  const { season, horizon } = query;
  const seen = season && within(season, horizon);
  const episodes = seen ? candidates(seen, { list: 'episodes', own: true }, '') : [];
  return entryTemplate(list, {
    episode: episodes[0]?.write ?? '1',
    cited: (season?.study?.sources.length ?? 0) > 0,
  });
}
