import { t } from '@vscode/l10n';
import type { Card } from '../query/answers.ts';
import { card } from '../query/cards/card.ts';
import { within } from '../season/horizon.ts';
import { theWhole } from '../study/check.ts';
import type { StudyQuery } from './context.ts';
import { entryCard } from './entry-card.ts';
import { calledOne, entryOf } from './lists.ts';
import { meantBy } from './meaning.ts';
import type { ScalarAt } from './scalars.ts';
import { helpAt, type KeyHelp, wordHelpAt } from './schema.ts';
import { type StudyWord, scalarAt, studyText, wordAt } from './words.ts';

/** The card for what stands at an offset of a study file: an id's own, what a key is for, or what one of its words says. */
export function studyHover(query: StudyQuery, offset: number): Card | undefined {
  const study = studyText(query.text);
  const word = wordAt(study, offset);
  if (word) return wordCard(query, word);
  const scalar = scalarAt(study, offset);
  if (!scalar) return undefined;
  if (scalar.part === 'value') return valueCard(scalar);
  const help = helpAt(scalar.path);
  return help && keyCard(help, scalar.span);
}

function valueCard({ path, value, span }: ScalarAt): Card | undefined {
  const says = typeof value === 'string' ? wordHelpAt(path, value) : undefined;
  return says === undefined ? undefined : card(span, String(value), String(path.at(-1)), { lines: [says] });
}

/** What a key is for. */
export function keyCard({ key, description, required, values }: KeyHelp, span: { start: number; end: number }): Card {
  const choice = values.length > 1 ? [t('One of: {0}.', values.join(', '))] : [];
  return card(span, key, required ? t('required') : '', { lines: [description, ...choice] });
}

function wordCard({ season, horizon, measure }: StudyQuery, word: StudyWord): Card | undefined {
  if (!season) return undefined;
  if (word.list === 'any' && theWhole.has(word.id)) return card(word.whole, season.title, t('The story as a whole'));
  const lists = meantBy(season.study, word);
  const seen = within(season, horizon);
  const cards = lists.flatMap((list) => entryCard(seen, { ...word, list }, word.whole, measure) ?? []);
  if (cards[0]) return cards[0];
  const ahead = lists.some((list) => entryOf(season.study, list, word.id) !== undefined);
  if (!ahead || !horizon) return undefined;
  const kind = calledOne(lists[0]!);
  return card(word.whole, kind.charAt(0).toUpperCase() + kind.slice(1), '', {
    lines: [t('This lies beyond the horizon, which is at episode {0}.', horizon.episode)],
  });
}
