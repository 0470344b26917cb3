import { slugOf } from '../annotations/slug.ts';

/** A script to begin with: a title page, and below it the empty line on which one writes on. A film has no episode. */
export function newScript(title: string, episode?: number): string {
  const lines = [`Title: ${oneLine(title) || 'Untitled'}`];
  if (episode !== undefined) lines.push(`Episode: ${episode}`);
  lines.push('Author:', '', '');
  return lines.join('\n');
}

/** `the-gull.fountain`; of an episode, `the-gull-e03.fountain`, so that a season's files stand in order. */
export function scriptFileName(title: string, episode?: number): string {
  const slug = [...slugOf(oneLine(title))].slice(0, 60).join('').replace(/-+$/, '') || 'script';
  return episode === undefined ? `${slug}.fountain` : `${slug}-e${String(episode).padStart(2, '0')}.fountain`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
