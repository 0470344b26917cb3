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
  if (source.problems.length > 0) return { problems: source.problems, references: [] };
  const { value, problems } = checkShape(source);
  if (Object.keys(value).length === 0) return { problems, references: [] };
  const study = readStudy(uri, value, source);
  const references = referencesIn(value, source);
  return { study, problems: [...problems, ...checkStudy(study, references)], references };
}
