import { t } from '@vscode/l10n';
import type { Mark } from '../../annotations/annotation.ts';
import type { Season, SeasonEpisode } from '../../season/season.ts';
import { peopleOf, threadsOf } from '../../season/words.ts';
import type { ActPart, EpisodePart, ItemRange, ScenePart } from '../../structure/file-structure.ts';
import type { Span } from '../../text/span.ts';
import type { Card, CardPlace } from '../answers.ts';
import type { Measure } from '../context.ts';
import { counts } from '../counts.ts';
import { type CraftSubject, formSubject } from '../craft-cards.ts';
import {
  actTitle,
  dotted,
  episodeLabel,
  episodeTitle,
  extentLabel,
  formName,
  kindName,
  listed,
  sceneTitle,
  valueName,
  wholeLabel,
} from '../labels.ts';
import { craftFor, disputesOn } from '../notes.ts';
import { personName } from '../persons.ts';
import { stretchOf } from '../places.ts';
import { card } from './card.ts';

/** Cards of scenes, acts and episodes: what they hold. */

export function sceneCard(
  season: Season,
  uri: string,
  episode: SeasonEpisode | undefined,
  act: ActPart,
  scene: ScenePart,
  span: Span,
  measure: Measure | undefined,
): Card {
  const speakers = scene.speakers.map((name) => personName(season, season.person(name) ?? name));
  const named = [...new Set(scene.marks.flatMap(({ mark }) => peopleOf(mark)))]
    .filter((id) => id !== 'audience')
    .map((id) => personName(season, season.person(id) ?? id));
  const uses = scene.setting ? usesOf(season, scene.setting.place) : 0;
  const lines = [
    extentLine(measure, uri, scene),
    speakers.length > 0 && t('Speaking: {0}.', listed([...new Set(speakers)])),
    speakers.length === 0 && named.length > 0 && t('Named in annotations: {0}.', listed([...new Set(named)])),
    threadLine(
      season,
      scene.marks.map(({ mark }) => mark),
    ),
    uses > 0 && t('This place: {0}.', counts.scenes(uses)),
  ];
  return card(span, sceneTitle(scene), dotted(t('Scene'), act.title, episode && episodeLabel(season, episode)), {
    lines: kept(lines),
    craft: craftFor(season.study, [], 'scene'),
  });
}

export function actCard(
  season: Season,
  uri: string,
  episode: SeasonEpisode | undefined,
  act: ActPart,
  span: Span,
  measure: Measure | undefined,
): Card {
  const reading = episode?.declared?.acts.find(({ title }) => title === act.title);
  const turns = turnsIn(uri, act);
  const scenes = act.scenes.filter(({ heading }) => heading !== undefined).length;
  const subject: CraftSubject =
    act.kind === 'teaser' || act.kind === 'tag' ? act.kind : act.kind === 'act' ? 'act' : 'scene';
  return card(span, actTitle(act), dotted(t('Act'), episode && episodeLabel(season, episode)), {
    lines: kept([
      dotted(extentLine(measure, uri, act), shareOf(measure, uri, episode, act)),
      scenes > 0 && `${counts.scenes(scenes)}.`,
      threadLine(season, marksIn(act)),
    ]),
    places: turns,
    missing: turns.length === 0 && turnsAreMarked(episode) ? [t('no turn')] : [],
    craft: craftFor(season.study, reading ? [`act:${reading.id}`] : [], subject),
  });
}

/** `12 % of the episode`, `12 % of the script` where that is no episode; empty where it is not known. */
function shareOf(measure: Measure | undefined, uri: string, episode: SeasonEpisode | undefined, act: ActPart): string {
  const told = [episode?.told, ...(episode?.linked ?? [])].find((one) => one?.part.acts.includes(act));
  const part = told && measure?.length(stretchOf(uri, act));
  const whole = told && measure?.length(stretchOf(uri, told.part));
  if (!part || !whole?.eighths) return '';
  const share = Math.round((100 * part.eighths) / whole.eighths);
  if (episode?.number !== undefined) return t('{0} % of the episode', share);
  return told.kind === 'treatment' ? t('{0} % of the treatment', share) : t('{0} % of the script', share);
}

export function episodeCard(
  season: Season,
  uri: string,
  episode: SeasonEpisode,
  part: EpisodePart,
  span: Span,
  measure: Measure | undefined,
): Card {
  const refs = [
    ...(episode.number === undefined ? ['season'] : [`episode:${episode.number}`]),
    ...(episode.number === 1 || season.episodes.length === 1 ? ['season'] : []),
  ];
  const acts = part.acts.filter(({ heading }) => heading !== undefined).length;
  const scenes = part.acts.flatMap((act) => act.scenes).filter(({ heading }) => heading !== undefined).length;
  const form = episode.form && formName(episode.form);
  const kind = episode.number === undefined ? t('Story') : t('Episode');
  const parts = [acts > 0 && counts.acts(acts), scenes > 0 && counts.scenes(scenes)].filter((one) => one !== false);
  const others = [episode.told, ...episode.linked].filter((text) => text && text.uri !== uri);
  return card(
    span,
    episodeTitle(season, episode),
    dotted(kind, form, season.title === episode.title ? '' : season.title),
    {
      lines: kept([
        wholeLabel(measure?.length(stretchOf(uri, part))),
        episode.declared?.note,
        parts.length > 0 && `${parts.join(', ')}.`,
        others.length > 0 &&
          (episode.told?.uri === uri
            ? t('Another text tells this episode too; this one counts.')
            : t('Another text of this episode counts; this one is linked to it.')),
      ]),
      places: [
        ...others.flatMap((text) => (text ? [textLine(text.kind, text.uri, text.part)] : [])),
        ...part.acts.flatMap((act) => turnsIn(uri, act)),
      ],
      craft: craftFor(season.study, [...new Set(refs)], formSubject(episode.form)),
      disputes: disputesOn(
        season.study,
        refs.filter((ref) => ref !== 'season'),
      ),
    },
  );
}

/** `p. 4 · 2 3/8 pages · 2 minutes` */
function extentLine(measure: Measure | undefined, uri: string, part: ItemRange): string {
  return extentLabel(measure?.page({ uri, item: part.first }), measure?.length(stretchOf(uri, part)));
}

function textLine(kind: string, uri: string, part: EpisodePart): CardPlace {
  const role = kind === 'script' ? t('Script') : t('Treatment');
  return { role, where: '', target: { uri, item: part.heading ?? part.first }, here: false, reading: false };
}

function marksIn(act: ActPart): Mark[] {
  return act.scenes.flatMap((scene) => scene.marks.map(({ mark }) => mark));
}

function turnsIn(uri: string, act: ActPart): CardPlace[] {
  return act.scenes.flatMap((scene) =>
    scene.marks.flatMap(({ item, mark }): CardPlace[] =>
      mark.kind === 'turn'
        ? [
            {
              role: kindName('turn'),
              where: valueName(mark) ?? '',
              text: mark.note ?? (scene.title || undefined),
              target: { uri, item },
              here: false,
              reading: false,
            },
          ]
        : [],
    ),
  );
}

function turnsAreMarked(episode: SeasonEpisode | undefined): boolean {
  return episode?.told?.part.acts.some((act) => marksIn(act).some(({ kind }) => kind === 'turn')) ?? false;
}

/** More titles than these make no line that one reads. */
const shownThreads = 8;

function threadLine(season: Season, marks: readonly Mark[]): string | false {
  const ids = [...new Set(marks.flatMap((mark) => [...threadsOf(mark)]))];
  const titles = ids.flatMap((id) => season.threads.get(id)?.title ?? []);
  if (titles.length === 0) return false;
  const more = titles.length - shownThreads;
  return t('Threads: {0}.', listed(more > 1 ? [...titles.slice(0, shownThreads), t('{0} others', more)] : titles));
}

/** In how many scenes of the season a place is used. */
function usesOf(season: Season, place: string): number {
  const wanted = place.toLowerCase();
  let uses = 0;
  for (const episode of season.episodes) {
    for (const act of episode.told?.part.acts ?? []) {
      uses += act.scenes.filter(({ setting }) => setting?.place.toLowerCase() === wanted).length;
    }
  }
  return uses;
}

function kept(lines: readonly (string | false | undefined)[]): string[] {
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}
