import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { Script } from '../../server/core/fountain/script.ts';
import { paginate } from '../../server/core/pages/pagination.ts';
import { generateScript, generateStudy, sampleScript } from '../generate.ts';

export const EPISODES = 8;

/** A folder of generated texts, for as long as something is done with it. */
export async function inFolder<R>(
  files: Iterable<readonly [string, string]>,
  use: (uri: (name: string) => string) => Promise<R>,
): Promise<R> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'chekhov-bench-')));
  try {
    for (const [name, text] of files) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await use((name) => URI.file(path.join(folder, name)).toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function episodeName(episode: number): string {
  return `e${String(episode).padStart(2, '0')}.fountain`;
}

/** Eight scripts of sixty pages, and the study of their season. */
export function* season(): Iterable<readonly [string, string]> {
  const length = lengthOfPages(60);
  yield ['season.study.yaml', generateStudy(EPISODES)];
  for (let episode = 1; episode <= EPISODES; episode++) yield [episodeName(episode), generateScript(length, episode)];
}

/** So many scripts of 150 kB, in folders of eight that are seasons. */
export function* manyScripts(count: number): Iterable<readonly [string, string]> {
  const texts = Array.from({ length: EPISODES }, (_, i) => generateScript(150_000, i + 1));
  for (let i = 0; i < count; i++) {
    const series = String(Math.floor(i / EPISODES) + 1).padStart(3, '0');
    yield [`series-${series}/${episodeName((i % EPISODES) + 1)}`, texts[i % EPISODES]!];
  }
}

function lengthOfPages(pages: number): number {
  const sample = sampleScript();
  return Math.round((sample.length * pages) / paginate(Script.parse(sample)).pages);
}
