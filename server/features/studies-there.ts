import { byName, folderOf, nameOf } from '../core/season/paths.ts';
import { loadStudy } from '../core/study/load.ts';
import type { Study } from '../core/study/study.ts';
import type { NewFile } from '../protocol/new-files.ts';
import type { Applies, StudyThere } from '../protocol/new-studies.ts';
import { builtInStudies } from '../workspace/built-in.ts';
import type { Session } from './feature.ts';

/** What is known of the studies that are there, for whoever is about to make another. */

export function isBuiltIn(uri: string): boolean {
  return Object.values(builtInStudies).includes(uri);
}

/** The study files of a folder, by name. URIs are canonical, that of the folder without a slash at its end. */
export function studiesIn({ workspace }: Session, folder: string): string[] {
  return [...workspace.uris()]
    .filter((uri) => folderOf(uri) === folder && workspace.study(uri) !== undefined)
    .sort((a, b) => byName(nameOf(a), nameOf(b)));
}

export function studyThere({ workspace }: Session, uri: string, study?: Study): StudyThere {
  if (isBuiltIn(uri)) return { uri, name: study?.title ?? nameOf(uri), closed: 'builtIn' };
  const isBroken = workspace.study(uri)?.loaded.study === undefined;
  return { uri: workspace.clientUri(uri), name: nameOf(uri), ...(isBroken && { closed: 'broken' }) };
}

/** A name that no study of the folder has: `the-gull-2.study.yaml`. */
export function freeStudyName(session: Session, folder: string, name: string): string {
  const taken = new Set(studiesIn(session, folder).map((uri) => nameOf(uri).toLowerCase()));
  const ending = '.study.yaml';
  const stem = name.slice(0, -ending.length);
  let free = name;
  for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${stem}-${i}${ending}`;
  return free;
}

/**
 * Which study would apply to texts if a new one lay in a folder. Of texts to which different ones would, one to which the new
 * one would not counts. Undefined where no study would.
 */
export function whichApplies(
  { workspace }: Session,
  folder: string,
  { name, text }: NewFile,
  texts: readonly string[],
): Applies | undefined {
  const uri = `${folder}/${encodeURIComponent(name)}`;
  const made = loadStudy(uri, text).study;
  const applying = made && workspace.applyingWith(made);
  const found = applying ? texts.flatMap((one) => applying(one) ?? []) : [];
  const one = found.find(({ study }) => study !== uri) ?? found[0];
  if (!one) return undefined;
  const isNew = one.study === uri;
  return { name: isNew ? name : nameOf(one.study), isNew, because: one.because };
}
