import type { Severity } from '../../core/rules/table.ts';
import type { LineRange } from '../../workspace/lines.ts';

/** Something that a rule has found, where it stands, as a report needs it. Lines and characters count from 0. */
export interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: LineRange;
  /** The line that it begins in. */
  readonly line: string;
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly file: CheckedName;
  readonly range: LineRange;
  readonly message: string;
}

/** A file by its URI, and as the user would name it. */
export interface CheckedName {
  readonly uri: string;
  readonly name: string;
}

export interface CheckedFile extends CheckedName {
  readonly found: readonly Found[];
}

export interface CheckReport {
  /** Each file that was looked at, whether or not something is found in it. */
  readonly files: readonly CheckedFile[];
  /** Nothing that was asked about, or belongs to its season, could not be read. */
  readonly complete: boolean;
}

/** Where pages about rules are, and which Chekhov this is. */
export interface CheckHost {
  readonly rulePages: string;
  readonly version: string;
}

/** How much is found of a severity. */
export function countOf({ files }: CheckReport, severity: Severity): number {
  return files.reduce((sum, { found }) => sum + found.filter((one) => one.severity === severity).length, 0);
}
