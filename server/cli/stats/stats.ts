import { type Command, Option } from 'commander';
import { CancellationToken } from 'vscode-languageserver';
import { producedFilms, theBreakfastClub } from '../../core/measure/reference.ts';
import { statsOf } from '../../core/query/stats.ts';
import { contextOf } from '../../features/ask.ts';
import { addStoryOptions, type StoryOptions } from '../stories/options.ts';
import { openStories, type Stories } from '../stories/stories.ts';
import { painter, usesColour } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { prettyStats } from './pretty.ts';

interface StatsOptions extends StoryOptions {
  readonly format: 'pretty' | 'json';
}

/** Adds `chekhov stats FILE`: a script or treatment in numbers. */
export function addStats(program: Command): void {
  const command = program
    .command('stats')
    .description('measure a script or treatment: length, acts, speakers, places, and how much of a chamber play it is')
    .argument('<file>', 'a script or treatment; “-” for stdin')
    .addOption(new Option('--format <format>', 'how to print it').choices(['pretty', 'json']).default('pretty'));
  addStoryOptions(command).action(async (file: string, options: StatsOptions) => {
    const stories = await openStories([file], options);
    const stats = await measure(stories, file);
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(asJson(file, stats), undefined, 2)}\n`);
    else process.stdout.write(prettyStats(stats, painter(usesColour(process.stdout, process.env))));
    if (stories.incomplete) process.exitCode = 2;
    stories.dispose();
  });
}

async function measure({ session, files }: Stories, file: string) {
  const [uri, ...others] = files;
  if (others.length > 0) throw new UsageError(`${file} is a folder: stats takes one script or treatment`);
  const context = uri && (await contextOf(session, uri, CancellationToken.None));
  if (!context) throw new UsageError(`${file} is no script or treatment that can be read`);
  return statsOf(context);
}

/** Pages as a number of pages; the values of films beside the measures. */
function asJson(file: string, { episodes, ...all }: ReturnType<typeof statsOf>) {
  return {
    file,
    ...inPages(all),
    episodes: episodes.map(({ acts, chamber, ...episode }) => ({
      ...inPages(episode),
      acts: acts.map(inPages),
      chamber: { ...chamber, breaks: chamber.breaks.length, references: [producedFilms, theBreakfastClub] },
    })),
  };
}

function inPages<T extends { readonly eighths: number }>(part: T): T & { readonly pages: number } {
  return { ...part, pages: part.eighths / 8 };
}
