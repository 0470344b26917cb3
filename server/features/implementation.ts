import {
  type ImplementationParams,
  ImplementationRequest,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import { implementation as implementationOf } from '../core/query/locate.ts';
import type { Feature } from './feature.ts';
import { goTo } from './go-to.ts';

/** From a setup to its payoffs. */
export const implementation: Feature<ImplementationParams, Location[] | LocationLink[]> = {
  method: ImplementationRequest.method,
  empty: [],
  handle: (params, session, token) =>
    goTo(session, params, token, implementationOf, session.client.implementationLinks),
};
