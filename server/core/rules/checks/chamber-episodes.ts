import type { Manuscript } from '../../manuscript.ts';
import { type ChamberMeasures, chamberMeasures } from '../../measure/chamber.ts';
import type { Target } from '../../season/season.ts';
import type { EpisodePart } from '../../structure/file-structure.ts';
import type { Study } from '../../study/study.ts';
import type { Span } from '../../text/span.ts';
import type { Problem, TextContext } from '../rule.ts';

/** An episode that declares the form of a chamber play and is told in the file, measured. */
export interface ChamberEpisode {
  readonly measures: ChamberMeasures;
  /** A problem with it stands at the annotation of its form, else at its heading, else at the top of the file. */
  problem(message: string, related?: readonly { readonly target: Target; readonly message: string }[]): Problem;
}

/** Where a script and a treatment tell the same episode, the script counts, and so it is measured. */
export function chamberEpisodes(context: TextContext): ChamberEpisode[] {
  const { season, uri, file } = context;
  return season.episodes.flatMap(({ form, told }) => {
    if (form !== 'chamber-play' || told?.uri !== uri) return [];
    const part = file.structure.episodes.find(({ first, end }) => first === told.part.first && end === told.part.end);
    if (!part) return [];
    return [
      {
        measures: measuresOf(context, part),
        problem: (message, related = []) => ({ ...placeOf(context, part), message, related }),
      },
    ];
  });
}

function placeOf({ manuscript }: TextContext, part: EpisodePart): { readonly item: number } | { readonly span: Span } {
  const marks = part.acts.flatMap(({ scenes }) => scenes.flatMap((scene) => scene.marks));
  const item = marks.find(({ mark }) => mark.kind === 'form')?.item ?? part.heading;
  return item === undefined ? { span: { start: 0, end: manuscript.text.lineText(0).length } } : { item };
}

interface Measured {
  readonly study: Study | undefined;
  readonly measures: ChamberMeasures;
}

/** Four rules ask for the same. What is kept goes with the text: its parts stay when the text of a closed file is dropped. */
const measured = new WeakMap<Manuscript, Map<EpisodePart, Measured>>();

function measuresOf({ season: { study }, manuscript }: TextContext, part: EpisodePart): ChamberMeasures {
  const byPart = measured.get(manuscript) ?? new Map<EpisodePart, Measured>();
  measured.set(manuscript, byPart);
  const kept = byPart.get(part);
  if (kept && kept.study === study) return kept.measures;
  const measures = chamberMeasures(manuscript, part, study);
  byPart.set(part, { study, measures });
  return measures;
}
