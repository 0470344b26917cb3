import { checkStudy } from './check.ts';
import { readStudy } from './read.ts';
import { referencesIn, type StudyReference } from './references.ts';
import { checkShape } from './shape.ts';
import type { Study, StudyProblem } from './study.ts';
import { readYaml } from './yaml-source.ts';

export interface LoadedStudy {
  /** Undefined where the file is no study at all: broken YAML, or nothing that a study has. The last good one stays in force. */
  readonly study?: Study;
  readonly problems: readonly StudyProblem[];
  /** Each place in the file that names an entry. */
  readonly references: readonly StudyReference[];
}

/** Reads a study file. Never throws: what is wrong is a problem at its place, and the rest holds. */
export function loadStudy(uri: string, text: string): LoadedStudy {
  const source = readYaml(text);
  if (source.broken) return { problems: source.problems, references: [] };
  const { value, problems, flawed } = checkShape(source);
  const wrong = [...source.problems, ...problems];
  if (Object.keys(value).length === 0) return { problems: wrong.slice(0, mostProblems), references: [] };
  const study = { ...readStudy(uri, value, source), flawed };
  const references = referencesIn(value, source);
  return { study, problems: [...wrong, ...checkStudy(study, references)].slice(0, mostProblems), references };
}

/** Nobody mends more at a time, and no editor shows more of one file. */
const mostProblems = 1000;

/** A study that says nothing but, if given, which season it is of: for asking what one would mean to texts. */
export function blankStudy(uri: string, season?: number): Study {
  return loadStudy(uri, `title: A\n${season === undefined ? '' : `season: ${season}\n`}`).study!;
}
