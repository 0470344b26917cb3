import { type DefinitionParams, DefinitionRequest, type Location, type LocationLink } from 'vscode-languageserver';
import { definition as definitionOf } from '../core/query/locate.ts';
import type { Feature } from './feature.ts';
import { goTo } from './go-to.ts';

/** From a payoff to its setups. */
export const definition: Feature<DefinitionParams, Location[] | LocationLink[]> = {
  method: DefinitionRequest.method,
  empty: [],
  handle: (params, session, token) => goTo(session, params, token, definitionOf, session.client.definitionLinks),
};
