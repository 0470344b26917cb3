import type { Link } from '../query/answers.ts';
import { folderOf, pathWithin } from '../season/paths.ts';
import type { StudyQuery } from './context.ts';
import { type ScalarAt, scalarsOf } from './scalars.ts';
import { studyText } from './words.ts';

/** Links of a study file: the addresses of its sources, and the files that it names one by one. */
export function studyLinks({ text, season, uri }: StudyQuery): Link[] {
  const study = studyText(text);
  const scalars = (list: string): ScalarAt[] =>
    study.sections
      .filter(({ key }) => key === list)
      .flatMap(({ pieces }) => pieces.flatMap((piece) => scalarsOf(study.text, piece)))
      .filter(({ part }) => part === 'value');
  const folder = folderOf(uri);
  const files = new Map([...(season?.files.keys() ?? [])].map((file) => [pathWithin(folder, file), file]));
  const named = scalars('files').flatMap(({ path, value, span }): Link[] => {
    const file = path.length === 2 ? files.get(String(value).replace(/^\.\//, '')) : undefined;
    return file === undefined ? [] : [{ ...span, target: { uri: file, item: 0 } }];
  });
  const addresses = scalars('sources').flatMap(({ path, value, span }): Link[] => {
    const isAddress = path.length === 3 && path[2] === 'url' && /^https?:\/\/\S+$/.test(String(value));
    return isAddress ? [{ ...span, url: String(value) }] : [];
  });
  return [...named, ...addresses].sort((a, b) => a.start - b.start);
}
