import type { ReferredList } from '../study/references.ts';
import { wordsOfId } from '../study-writing/names.ts';
import { flowText } from '../study-writing/yaml-section.ts';
import { plainIsSafe } from './yaml-text.ts';

/**
 * A new entry of a list, with all that the schema wants of one, as lines of keys and values. What nobody can guess is left
 * open, and so is reported until it is filled in. Undefined for acts, which lie in their episode.
 */
export function stubOf(list: ReferredList, id: string, title = wordsOfId(id)): string[] | undefined {
  const named = `id: ${plainIsSafe(id) ? id : JSON.stringify(id)}`;
  const said = (key: string) => `${key}: ${flowText(title)}`;
  switch (list) {
    case 'sources':
      return [named, said('title')];
    case 'characters':
    case 'places':
      return [named, said('name')];
    case 'events':
    case 'facts':
    case 'themes':
      return [named, said('text')];
    case 'threads':
      return [named, said('title'), 'kind: object'];
    case 'reveals':
      return [named, 'fact:', 'to: [audience]'];
    case 'turns':
      return [named, 'kind: midpoint', said('text')];
    case 'disputes':
      return [named, `claims: [{ text: ${flowText(title)} }]`];
    case 'episodes':
      return /^\d+$/.test(id) ? [`number: ${id}`] : undefined;
    case 'acts':
      return undefined;
  }
}
