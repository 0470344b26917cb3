import { type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver';
import { references as referencesOf } from '../core/query/locate.ts';
import { askAt, locationsOf } from './ask.ts';
import type { Feature } from './feature.ts';

export const references: Feature<ReferenceParams, Location[]> = {
  method: ReferencesRequest.method,
  empty: [],
  async handle(params, session, token) {
    const { includeDeclaration } = params.context;
    const asked = await askAt(session, params, token, (context, offset) =>
      referencesOf(context, offset, includeDeclaration),
    );
    return locationsOf(session, asked?.answer?.targets ?? []);
  },
};
