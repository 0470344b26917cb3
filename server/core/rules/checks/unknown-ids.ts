import { t } from '@vscode/l10n';
import { oneSlipApart } from '../../annotations/nearest.ts';
import type { Season } from '../../season/season.ts';
import { entriesOf } from '../../season/study-entries.ts';
import { idsIn, namesOf } from '../../season/words.ts';
import type { Problem, SeasonContext, SeasonRule } from '../rule.ts';

/**
 * Ids that the study does not declare. A study whose list is empty declares nothing and is not asked; without a study a
 * thread or fact exists by being annotated.
 */

export const threadUnknown: SeasonRule = {
  code: 'thread.unknown',
  reads: 'season',
  *check({ season, digest }: SeasonContext): Iterable<Problem> {
    const declared = entriesOf(season.study).threads;
    if (declared.size === 0) return;
    for (const { item, mark } of digest.marks) {
      // Beat's storylines are not written for the study.
      if (namesOf(mark.kind) !== 'threads' || mark.kind === 'storyline') continue;
      for (const id of mark.ids)
        if (!declared.has(id) && !isFlawed(season, 'threads', id)) yield unknown(item, id, 'thread', declared.keys());
    }
  },
};

export const factUnknown: SeasonRule = {
  code: 'fact.unknown',
  reads: 'season',
  *check({ season, digest }: SeasonContext): Iterable<Problem> {
    const declared = entriesOf(season.study).facts;
    if (declared.size === 0) return;
    for (const { item, mark } of digest.marks) {
      const ids = namesOf(mark.kind) === 'facts' ? mark.ids : idsIn(mark, 'for');
      for (const id of ids)
        if (!declared.has(id) && !isFlawed(season, 'facts', id)) yield unknown(item, id, 'fact', declared.keys());
    }
  },
};

export const characterUnknown: SeasonRule = {
  code: 'character.unknown',
  reads: 'season',
  *check({ season, digest }: SeasonContext): Iterable<Problem> {
    const declared = entriesOf(season.study).characters;
    // Whose names are invalid, nobody can tell.
    if (declared.size === 0 || season.study?.flawed.has('characters')) return;
    for (const { item, mark } of digest.marks) {
      if (namesOf(mark.kind) !== 'facts') continue;
      for (const id of [...idsIn(mark, 'to'), ...idsIn(mark, 'who')]) {
        // Whoever speaks in a script is there, declared or not.
        if (id === 'audience' || season.person(id) !== undefined) continue;
        yield unknown(item, id, 'character', declared.keys());
      }
    }
  },
};

/** An entry that is invalid is one all the same. */
function isFlawed({ study }: Season, list: 'threads' | 'facts', id: string): boolean {
  return study?.flawed.get(list)?.has(id) === true;
}

type Unknown = 'thread' | 'fact' | 'character';

function unknown(item: number, id: string, what: Unknown, declared: Iterable<string>): Problem {
  const meant = [...declared].find((other) => oneSlipApart(id, other));
  return {
    item,
    id,
    message: meant === undefined ? unknownText(what, id) : meantText(what, id, meant),
    data: { [what]: id, ...(meant ? { suggestion: meant } : undefined) },
  };
}

function unknownText(what: Unknown, id: string): string {
  switch (what) {
    case 'thread':
      return t('The study has no thread “{0}”.', id);
    case 'fact':
      return t('The study has no fact “{0}”.', id);
    case 'character':
      return t('The study has no character “{0}”.', id);
  }
}

function meantText(what: Unknown, id: string, meant: string): string {
  switch (what) {
    case 'thread':
      return t('The study has no thread “{0}”. Did you mean “{1}”?', id, meant);
    case 'fact':
      return t('The study has no fact “{0}”. Did you mean “{1}”?', id, meant);
    case 'character':
      return t('The study has no character “{0}”. Did you mean “{1}”?', id, meant);
  }
}
