import { newScript as newScriptText, scriptFileName } from '../core/script-language/new-script.ts';
import { type NewFile, type NewScriptParams, newScriptRequest } from '../protocol/new-files.ts';
import type { Feature } from './feature.ts';

/** A script to begin with. */
export const newScript: Feature<NewScriptParams, NewFile | null> = {
  method: newScriptRequest,
  empty: null,
  handle: ({ title, episode }) => ({ name: scriptFileName(title, episode), text: newScriptText(title, episode) }),
};
