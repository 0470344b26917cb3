import { t } from '@vscode/l10n';
import { episodeTitle, sceneTitle } from '../../query/labels.ts';
import type { Season, SeasonEpisode, TextTarget } from '../../season/season.ts';
import type { ScenePart } from '../../structure/file-structure.ts';
import type { Fix } from './fix.ts';

/** A scene that a note can be put beneath the heading of. */
interface HeadedScene {
  readonly episode: SeasonEpisode;
  readonly scene: ScenePart;
  readonly heading: TextTarget;
}

/** What is missing of a thread, written as a note of its own into another scene, from where the writer takes it on. */
export function notesElsewhere(season: Season, here: TextTarget, code: string, thread: string | undefined): Fix[] {
  if (thread === undefined) return [];
  const scenes = headedScenes(season);
  const own = scenes.findIndex(({ heading, scene }) => heading.uri === here.uri && holds(scene, here.item));
  const last = scenes.length - 1;
  const into = (index: number, title: (where: string) => string, note: string): Fix[] => {
    const at = scenes[index];
    if (!at || index === own) return [];
    const where = `${episodeTitle(season, at.episode)}, ${sceneTitle(at.scene)}`;
    return [{ title: title(where), here: [], inStudy: [], inScene: { ...at.heading, note } }];
  };
  switch (code) {
    case 'setup.unpaid':
      return own < last
        ? into(last, (where) => t('Pay it off in the last scene ({0})', where), `[[payoff: ${thread}]]`)
        : [];
    case 'herring.uncleared':
      return own < last
        ? into(last, (where) => t('Clear it in the last scene ({0})', where), `[[herring: ${thread} cleared]]`)
        : [];
    case 'payoff.unplanted':
      return [
        ...(own > 1
          ? into(own - 1, (where) => t('Plant it in the scene before ({0})', where), `[[setup: ${thread}]]`)
          : []),
        ...(own > 0 ? into(0, (where) => t('Plant it in the first scene ({0})', where), `[[setup: ${thread}]]`) : []),
      ];
    default:
      return [];
  }
}

/** In narrative order, of the texts that count. */
function headedScenes({ episodes }: Season): HeadedScene[] {
  return episodes.flatMap((episode) => {
    const { told } = episode;
    if (!told) return [];
    return told.part.acts
      .flatMap(({ scenes }) => scenes)
      .flatMap((scene) => {
        return scene.heading === undefined ? [] : [{ episode, scene, heading: { uri: told.uri, item: scene.heading } }];
      });
  });
}

function holds({ first, end }: ScenePart, item: number): boolean {
  return item >= first && item < end;
}
