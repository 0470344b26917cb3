import { parseAnnotation } from '../../../server/core/annotations/parse.ts';
import type { FactItem, FileFacts } from '../../../server/core/facts/file-facts.ts';
import { markItem } from '../../../server/core/facts/mark-item.ts';
import type { EpisodePart } from '../../../server/core/structure/file-structure.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';

/** Facts, an item a line: `# section`, `> ACT ONE <`, `INT. SCENE`, `@CUE (ext)`, `[[mark]]`, `THE END`. */
export function factsOf(kind: FileFacts['kind'], text: string, head: Record<string, string> = {}): FileFacts {
  const lines = text.split('\n').map((line) => line.trim());
  return { kind, head, runs: [{ items: lines.filter(Boolean).map(itemOf) }] };
}

function itemOf(line: string): FactItem {
  if (line.startsWith('#')) {
    const title = line.replace(/^#+/, '');
    return { type: 'section', level: line.length - title.length, title: title.trim() };
  }
  if (line.startsWith('>')) {
    const title = line.slice(1, -1).trim();
    return { type: 'act', title, ends: title.startsWith('END') };
  }
  if (line.startsWith('@')) {
    const [, name, extension] = /^@([^(]+?)(?: \((.*)\))?$/.exec(line)!;
    return { type: 'cue', name: name!, extension };
  }
  if (line.startsWith('[[')) {
    const { mark, problems, kind } = parseAnnotation(line.slice(2, -2), 0, 'note')!;
    return markItem(mark, problems, kind.text);
  }
  if (line === 'THE END' || line === 'FADE OUT') return { type: 'end', text: line };
  return { type: 'scene', heading: line };
}

/** Structure in one line: `E5 "Title" { 1 Act One: (–) The call | The school }`; `–` is a part without a heading. */
export function shown(facts: FileFacts): string[] {
  return structureOf(facts).episodes.map(
    (episode) => `${episodeName(episode)} { ${episode.acts.map(act).join('; ')} }`,
  );
}

function episodeName({ season, number, title, form, ends }: EpisodePart): string {
  const name = `${season === undefined ? '' : `S${season}`}${number === undefined ? 'E–' : `E${number}`}`;
  return `${name}${title ? ` "${title}"` : ''}${form ? ` ${form}` : ''}${ends ? ' ends' : ''}`;
}

function act({ kind, number, heading, scenes }: EpisodePart['acts'][number]): string {
  const name = heading === undefined ? '–' : `${kind}${number ?? ''}`;
  return `${name}: ${scenes.map((scene) => scene.title || '–').join(' | ')}`;
}
