import { t } from '@vscode/l10n';
import { type Horizon, within } from '../season/horizon.ts';
import { folderOf } from '../season/paths.ts';
import type { Season } from '../season/season.ts';
import { annotatedIn } from './annotated.ts';
import { patternsFor } from './patterns.ts';
import { commentLines, flowText, yamlSection, yamlText } from './yaml-section.ts';

/**
 * The text of a study file that holds what is annotated in a season: its episodes, who speaks or is named, threads, facts,
 * reveals and turns. Setups, reminders and payoffs stay in the texts, where they are found. Undefined where nothing is
 * annotated and nobody speaks. As everything that is shown, it goes no farther than the horizon.
 */
export function studyFromAnnotations(whole: Season, horizon?: Horizon): string | undefined {
  const season = within(whole, horizon);
  const { episodes, characters, events, facts, threads, reveals, turns } = annotatedIn(season);
  if (characters.length + facts.length + threads.length + turns.length === 0) return undefined;
  const number = season.study?.season ?? onlySeason(season);
  return [
    commentLines([
      t(
        'Made by Chekhov from what is annotated in the texts. Setups, reminders and payoffs are not listed here: they stay\nin the texts, and are found there. Look through it: what no annotation says is a guess.',
      ),
      ...(horizon ? [t('It goes as far as episode {0}, where the horizon is.', horizon.episode)] : []),
    ]),
    `\nstudy: 1\ntitle: ${yamlText(season.title || t('Untitled'))}\n`,
    number === undefined ? '' : `season: ${number}\n`,
    `files: [${filesOf(season).map(flowText).join(', ')}]\n`,
    episodesSection(season, episodes),
    yamlSection([t('Who speaks, or is named in an annotation.')], 'characters', characters),
    yamlSection([t('What annotations name as an event. Write down what happens.')], 'events', events),
    yamlSection([t('What is true in the story, or believed.')], 'facts', facts),
    yamlSection(
      [t('What is planted and pays off. kind is object, trait, promise, secret, line, motif or clue: choose.')],
      'threads',
      threads,
    ),
    yamlSection([t('Who learns a fact, through what.')], 'reveals', reveals),
    yamlSection([t('Turning points.')], 'turns', turns),
  ].join('');
}

/** A study that lists its episodes says that the story ends with the last of them: of a season still being written none does. */
function episodesSection({ over, study }: Season, episodes: readonly object[]): string {
  if (over || (study && study.episodes.length > 0)) return yamlSection([t('The episodes.')], 'episodes', episodes);
  const comment = [
    t(
      'The episodes so far. Where they are listed, the story ends with the last one, and what has not been paid off by then is\nreported. Once it does, take away the signs before these lines.',
    ),
  ];
  const list = yamlSection([], 'episodes', episodes).trim();
  return list === '' ? '' : `\n${commentLines(comment)}${commentLines(list.split('\n'))}`;
}

/** Patterns that the season's texts fit. */
function filesOf({ study, files }: Season): readonly string[] {
  if (study && study.files.length > 0) return study.files;
  const [first = ''] = files.keys();
  return patternsFor(folderOf(study?.uri ?? first), files.keys());
}

function onlySeason({ episodes }: Season): number | undefined {
  const numbers = new Set(episodes.flatMap(({ season }) => season ?? []));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}
