import { type DefinitionParams, DefinitionRequest, type Location, type LocationLink } from 'vscode-languageserver';
import { definition as definitionOf } from '../core/query/locate.ts';
import { studyDefinition } from '../core/study-language/locate.ts';
import { askStudyAt } from './ask-study.ts';
import type { Feature } from './feature.ts';
import { goTo, placesOf } from './go-to.ts';

/** From a payoff to its setups; in a study from an id to its entry, and from an entry to its places in the texts. */
export const definition: Feature<DefinitionParams, Location[] | LocationLink[]> = {
  method: DefinitionRequest.method,
  empty: [],
  async handle(params, session, token) {
    const { definitionLinks } = session.client;
    const study = await askStudyAt(session, params, token, studyDefinition);
    if (study) return study.answer ? placesOf(session, study.answer, study.query.text, definitionLinks) : [];
    return goTo(session, params, token, definitionOf, definitionLinks);
  },
};
