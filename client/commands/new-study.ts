import * as vscode from 'vscode';
import {
  type NewStudyParams,
  type NewStudyResult,
  newStudyRequest,
  type StudyOfferResult,
  type StudyPlace,
  studyOfferRequest,
} from '../../server/protocol/new-studies.ts';
import type { Connection } from '../server/connection.ts';
import { askForFolder, notAnswered, writeNew } from './new-file.ts';
import { askWhatToDo, openStudyFile, tellWhichApplies } from './two-studies.ts';

const MOST_EPISODES = 500;

/**
 * Asks for title and number of episodes, for which it offers what the texts in the folder say; writes a commented study file,
 * and opens it. Overwrites nothing. Whoever calls the command with `{ title, episodes }` is not asked; the Explorer calls it
 * with a folder. Where none is open, `story` is the text that one is looking at.
 */
export async function newStudy(server: Connection, given: unknown, story: vscode.Uri | undefined): Promise<void> {
  const folder =
    given instanceof vscode.Uri ? given : await askForFolder(vscode.l10n.t('In which folder does the study belong?'));
  if (folder === 'cancelled') return;
  const place: StudyPlace = folder ? { folder: folder.toString() } : story ? { uri: story.toString() } : {};
  const params = isStudy(given) ? { ...given, ...place } : await askForStudy(server, place);
  if (!params) return;
  const file = await server.request<NewStudyResult | null>(newStudyRequest, params);
  if (!file) return notAnswered();
  if (await writeNew(file, 'yaml', folder)) tellWhichApplies(file.applies);
}

async function askForStudy(server: Connection, place: StudyPlace): Promise<NewStudyParams | undefined> {
  const offer = await server.request<StudyOfferResult | null>(studyOfferRequest, place);
  if (!offer) {
    await notAnswered();
    return undefined;
  }
  const { study } = offer;
  if (study) {
    const message = vscode.l10n.t('There is a study in this folder already: “{0}”.', study.name);
    const choice = await askWhatToDo(message, study, ['open', 'second']);
    if (choice === 'open') await openStudyFile(study);
    if (choice !== 'second') return undefined;
  }
  const asked = await askForWords(offer);
  return asked && { ...asked, ...place, ...(study && { another: true }) };
}

async function askForWords(offer: StudyOfferResult): Promise<{ title: string; episodes: number } | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Study (1/2)'),
    prompt: vscode.l10n.t('What is the series or film called?'),
    value: offer.title ?? '',
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write a title.') : undefined),
  });
  if (title === undefined) return undefined;
  const episodes = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Study (2/2)'),
    prompt:
      offer.told > 0
        ? vscode.l10n.t('How many episodes will it have? {0} are here. The story ends with the last one.', offer.told)
        : vscode.l10n.t('How many episodes does it have? A film has one.'),
    value: String(offer.episodes ?? 8),
    validateInput: (value) =>
      episodesIn(value) === undefined ? vscode.l10n.t('Write a number from 1 to {0}.', MOST_EPISODES) : undefined,
  });
  const number = episodes === undefined ? undefined : episodesIn(episodes);
  return number === undefined ? undefined : { title: title.trim(), episodes: number };
}

function isStudy(given: unknown): given is Pick<NewStudyParams, 'title' | 'episodes'> {
  const { title, episodes } = (given ?? {}) as Partial<NewStudyParams>;
  return typeof title === 'string' && typeof episodes === 'number';
}

function episodesIn(value: string): number | undefined {
  const number = /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= MOST_EPISODES ? number : undefined;
}
