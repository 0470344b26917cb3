import { loadStudy } from '../study/load.ts';
import type { Study } from '../study/study.ts';
import { studyText } from '../study-language/words.ts';
import { addEntries } from '../study-language/yaml-edit.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { type MissingEntry, type MissingList, missingLists } from './missing.ts';
import { flowValue, withoutGaps } from './yaml-section.ts';

/** What adds entries to a study file. */
export interface Added {
  /** In the order of the text, in its coordinates; no two at one place. */
  readonly edits: readonly TextEdit[];
  /** The file as it is afterwards, and where the first of the entries stands in it. */
  readonly text: SourceText;
  readonly shown: Span;
}

/**
 * Adds entries to a study file at the ends of their lists; all else stays as its writer has put it. Undefined where the file
 * is not written in a way that lets them be added, or would not be read with all of them, and nothing wrong that was not
 * before.
 *
 * @param source the file as it stands
 */
export function addMissing(source: SourceText, missing: readonly MissingEntry[]): Added | undefined {
  const { study, problems } = loadStudy(anyUri, source.toString());
  if (!study || missing.length === 0) return undefined;
  const edits = editsFor(source, study, missing);
  if (!edits) return undefined;
  const after = edits.reduceRight((text, edit) => text.replace(edit), source);
  const result = loadStudy(anyUri, after.toString());
  const isThere = missing.every(({ list, id }) => result.study?.[list].some((entry) => entry.id === id));
  // Where a study lists sources, what was only annotated has none yet: that is for its writer to say.
  const wrong = (all: typeof problems) => all.filter(({ code }) => code !== 'study.uncited').length;
  if (!isThere || wrong(result.problems) > wrong(problems)) return undefined;
  return { edits, text: after, shown: shownIn(edits[0]!) };
}

/** Nothing is said of where the file lies. */
const anyUri = 'file:///study.study.yaml';

function editsFor(source: SourceText, study: Study, missing: readonly MissingEntry[]): TextEdit[] | undefined {
  const file = studyText(source);
  const edits: TextEdit[] = [];
  // What belongs to the last list comes before a list that is new, where both stand at the end of the text.
  const isNew = (list: MissingList) => file.sections.every(({ key }) => key !== list);
  for (const list of [...missingLists].sort((a, b) => Number(isNew(a)) - Number(isNew(b)))) {
    const entries = missing.filter((one) => one.list === list);
    if (entries.length === 0) continue;
    const lines = entries.map(({ entry }) => linesOf(withKnown(entry, study, missing)));
    const edit = addEntries(file, list, lines);
    if (!edit) return undefined;
    const there = edits.find(({ start }) => start === edit.start);
    if (there) edits[edits.indexOf(there)] = { ...there, insert: joined(there.insert, edit.insert) };
    else edits.push(edit);
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Behind a list that is new, and ends its last line, one more has but a blank line before it. */
function joined(first: string, second: string): string {
  if (!first.endsWith('\n')) return first + second;
  const eol = first.includes('\r\n') ? '\r\n' : '\n';
  return `${first}${eol}${second.trimStart()}`;
}

/** Without whom or what the study will not have either. */
function withKnown(
  entry: MissingEntry['entry'],
  study: Study,
  missing: readonly MissingEntry[],
): MissingEntry['entry'] {
  const has = (list: 'characters' | 'facts', id: unknown) =>
    study[list].some((one) => one.id === id) || missing.some((one) => one.list === list && one.id === id);
  const { evidence_for: evidence, known_by: knownBy } = entry;
  return {
    ...entry,
    ...(Array.isArray(evidence) && { evidence_for: evidence.filter((id) => has('facts', id)) }),
    ...(Array.isArray(knownBy) && { known_by: knownBy.filter((id) => has('characters', id)) }),
  };
}

function linesOf(entry: MissingEntry['entry']): string[] {
  return Object.entries(withoutGaps(entry)).map(([key, value]) => `${key}: ${flowValue(value)}`);
}

/** What the first edit writes, without the line ends around it. */
function shownIn({ start, insert }: TextEdit): Span {
  const lead = insert.length - insert.trimStart().length;
  return { start: start + lead, end: start + insert.trimEnd().length };
}
