import { t } from '@vscode/l10n';
import type { Season } from '../../season/season.ts';
import { entriesOf } from '../../season/study-entries.ts';
import type { ActPart, EpisodePart, ScenePart } from '../../structure/file-structure.ts';
import type { Problem, SeasonContext, SeasonRule } from '../rule.ts';

/**
 * An act that ends without a turn or reveal, in an episode whose turns are marked. The last act may, and so may a tag. Nothing
 * is said of an episode for which the study has one that no text places: it may end any of the acts.
 */
export const actNoTurn: SeasonRule = {
  code: 'act.no-turn',
  reads: 'season',
  *check({ season, file }: SeasonContext): Iterable<Problem> {
    for (const episode of file.structure.episodes) {
      const acts = episode.acts.filter(({ heading, kind }) => heading !== undefined && isProper(kind));
      const turns = marksOf(episode).filter(({ mark }) => mark.kind === 'turn').length;
      if (turns === 0 || studyHasMore(season, episode, turns)) continue;
      for (const act of acts.slice(0, -1)) {
        if (endsInTurn(act)) continue;
        yield { item: act.heading!, message: t('“{0}” ends without a turn or reveal.', act.title) };
      }
    }
  },
};

function isProper(kind: ActPart['kind']): boolean {
  return kind === 'act' || kind === 'teaser' || kind === 'prologue';
}

function marksOf({ acts }: EpisodePart) {
  return acts.flatMap((act) => act.scenes).flatMap((scene) => scene.marks);
}

/** Whether the study tells of more turns in the episode than its text does, or of a reveal that no text has. */
function studyHasMore({ study, episodes, facts }: Season, part: EpisodePart, turns: number): boolean {
  const index = episodes.findIndex(({ told, linked }) => [told, ...linked].some((text) => text?.part === part));
  const number = episodes[index]?.number;
  if (!study || number === undefined) return false;
  const { events } = entriesOf(study);
  const told = study.turns.filter(
    ({ episode, event }) => (episode ?? events.get(event ?? '')?.told?.episode) === number,
  );
  if (told.length > turns) return true;
  return [...facts.values()].some(({ points }) =>
    points.some(({ role, text, moment }) => role === 'reveal' && !text && moment?.episode === index),
  );
}

/** In the last scene stands a turn or a reveal; or anywhere in the act the turn that by name ends it. */
function endsInTurn(act: ActPart): boolean {
  const last = act.scenes.at(-1);
  return (last !== undefined && turns(last)) || act.scenes.some(isActOut);
}

function turns(scene: ScenePart): boolean {
  return scene.marks.some(({ mark }) => mark.kind === 'turn' || mark.kind === 'reveal');
}

function isActOut(scene: ScenePart): boolean {
  return scene.marks.some(({ mark }) => mark.kind === 'turn' && mark.value === 'act-out');
}
