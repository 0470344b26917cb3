import { t } from '@vscode/l10n';
import { oneSlipApart } from '../../annotations/nearest.ts';
import type { ReferredList } from '../../study/references.ts';
import type { Study } from '../../study/study.ts';
import type { StudyQuery } from '../context.ts';
import { allLists, entriesIn, listsOf, oneOf } from '../lists.ts';
import { keysAt, valuesAt } from '../schema.ts';
import { stubOf } from '../stubs.ts';
import { type StudyText, scalarAt, studyText, wordAt } from '../words.ts';
import { addEntry, addSource, markReading, removeEntry } from '../yaml-edit.ts';
import { type Fix, type Found, fix } from './fix.ts';

/** More sources than these to choose from are better typed. */
const mostSources = 6;

/** Ways to mend what is wrong in a study file. */
export function studyFixes({ season, text }: StudyQuery, problem: Found): Fix[] {
  const file = studyText(text);
  // A problem stands at the whole of a value, its quotes too; what is looked for stands within them.
  const quoted = /["']/.test(text.slice(problem.start, problem.start + 1));
  const found = quoted ? { ...problem, start: problem.start + 1 } : problem;
  const study = season?.study;
  switch (found.code) {
    case 'study.unresolved':
      return unresolved(file, study, found);
    case 'study.duplicate':
      return fix(t('Remove this entry'), [removeEntry(file, found.start)]);
    case 'study.uncited':
      return uncited(file, study, found);
    case 'study.invalid':
      return invalid(file, found);
    default:
      return [];
  }
}

function unresolved(file: StudyText, study: Study | undefined, { start, data }: Found): Fix[] {
  const word = wordAt(file, start);
  if (!word || (data.id !== undefined && data.id !== word.id)) return [];
  const { id, span, list } = word;
  const change = (to: string, preferred = false) => fix(t('Change to “{0}”', to), [{ ...span, insert: to }], preferred);
  if (list === 'any') {
    const fits = listsOf(study, id);
    if (fits.length > 1) return fits.flatMap((one) => change(`${oneOf(one)}:${id}`));
  }
  const lists = list === 'any' ? allLists.filter((one) => one !== 'sources') : [list];
  const near = new Set(
    lists.flatMap((one) => entriesIn(study, one).map((entry) => entry.id)).filter((other) => oneSlipApart(id, other)),
  );
  const declared: readonly ReferredList[] = list === 'any' ? ['threads', 'facts', 'events'] : [list];
  return [
    ...[...near].flatMap((other) => change(other, near.size === 1)),
    ...declared.flatMap((one) => declare(file, one, id)),
  ];
}

/** The entry that is missing, to be filled in. */
export function declare(file: StudyText, list: ReferredList, id: string, title?: string): Fix[] {
  const lines = stubOf(list, id, title);
  return lines ? fix(addTitle(list, id), [addEntry(file, list, lines)]) : [];
}

function addTitle(list: ReferredList, id: string): string {
  switch (list) {
    case 'sources':
      return t('Add the source “{0}”', id);
    case 'characters':
      return t('Add the character “{0}”', id);
    case 'places':
      return t('Add the place “{0}”', id);
    case 'events':
      return t('Add the event “{0}”', id);
    case 'facts':
      return t('Add the fact “{0}”', id);
    case 'threads':
      return t('Add the thread “{0}”', id);
    case 'reveals':
      return t('Add the reveal “{0}”', id);
    case 'episodes':
      return t('Add the episode “{0}”', id);
    case 'acts':
      return t('Add the act “{0}”', id);
    case 'turns':
      return t('Add the turn “{0}”', id);
    case 'themes':
      return t('Add the theme “{0}”', id);
    case 'disputes':
      return t('Add the dispute “{0}”', id);
  }
}

function uncited(file: StudyText, study: Study | undefined, { start }: Found): Fix[] {
  const sources = (study?.sources ?? []).slice(0, mostSources);
  return [
    ...sources.flatMap(({ id, publisher, title }) =>
      fix(t('Cite “{0}”', publisher ?? title), [addSource(file, start, id)], sources.length === 1),
    ),
    ...fix(t('Say that it is a reading of your own'), [markReading(file, start)]),
  ];
}

/** A key or word that is a slip away from one that the schema knows. */
function invalid(file: StudyText, { start }: Found): Fix[] {
  const scalar = scalarAt(file, start);
  if (!scalar) return [];
  const written = String(scalar.value);
  const known = scalar.part === 'key' ? keysAt(scalar.path.slice(0, -1)).map(({ key }) => key) : valuesAt(scalar.path);
  if (known.includes(written)) return [];
  const near = known.filter((word) => oneSlipApart(written.toLowerCase(), word) || written.toLowerCase() === word);
  const safe = near.length === 1;
  return near.flatMap((word) =>
    fix(t('Change to “{0}”', word), [{ ...scalar.span, insert: word }], safe).map((one) => ({ ...one, safe })),
  );
}
