import type { ActPart, EpisodePart, ScenePart } from '../../structure/file-structure.ts';
import type { Problem, SeasonContext, SeasonRule } from '../rule.ts';

/** An act that ends without a turn or reveal, in an episode whose turns are marked. The last act may, and so may a tag. */
export const actNoTurn: SeasonRule = {
  code: 'act.no-turn',
  reads: 'season',
  *check({ file }: SeasonContext): Iterable<Problem> {
    for (const episode of file.structure.episodes) {
      const acts = episode.acts.filter(({ heading, kind }) => heading !== undefined && isProper(kind));
      if (!marksTurns(episode)) continue;
      for (const act of acts.slice(0, -1)) {
        if (endsInTurn(act)) continue;
        yield { item: act.heading!, message: `“${act.title}” ends without a turn or reveal.` };
      }
    }
  },
};

function isProper(kind: ActPart['kind']): boolean {
  return kind === 'act' || kind === 'teaser' || kind === 'prologue';
}

function marksTurns(episode: EpisodePart): boolean {
  return episode.acts.some((act) => act.scenes.some((scene) => scene.marks.some(({ mark }) => mark.kind === 'turn')));
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
