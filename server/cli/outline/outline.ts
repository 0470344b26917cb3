import { type Command, Option } from 'commander';
import type { Arrangement } from '../../core/query/answers.ts';
import { outlineOfAll } from '../../core/query/outline.ts';
import type { Season } from '../../core/season/season.ts';
import { aTextOf, measured } from '../../features/ask.ts';
import { rowsOf } from '../../features/outline.ts';
import type { OutlineRow } from '../../protocol/outline.ts';
import { addStoryOptions, type StoryOptions } from '../stories/options.ts';
import { openStories, type Stories } from '../stories/stories.ts';
import { painter, usesColour } from '../terminal.ts';
import { tree } from './tree.ts';

interface OutlineOptions extends StoryOptions {
  readonly by: Arrangement;
  readonly format: 'pretty' | 'json';
}

const arrangements: readonly Arrangement[] = ['twist', 'structure', 'thread'];

/** Adds `chekhov outline PATH…`: the outline of the seasons that the paths belong to. */
export function addOutline(program: Command): void {
  const command = program
    .command('outline')
    .description('print the outline of a season: its twists, its structure or its threads')
    .argument('<path...>', 'files or folders of the season; “-” for stdin')
    .addOption(new Option('--by <arrangement>', 'what comes first').choices([...arrangements]).default('twist'))
    .addOption(new Option('--format <format>', 'how to print it').choices(['pretty', 'json']).default('pretty'));
  addStoryOptions(command).action(async (paths: string[], options: OutlineOptions) => {
    const stories = await openStories(paths, options);
    const rows = await outline(stories, options.by);
    const paint = painter(usesColour(process.stdout, process.env));
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    else process.stdout.write(rows.length > 0 ? tree(rows, paint) : 'There is nothing to outline.\n');
    if (stories.incomplete) process.exitCode = 2;
    stories.dispose();
  });
}

/** As the request `chekhov/outline` answers: the rows of one season, or each of several under a row of its own. */
async function outline({ session, files }: Stories, by: Arrangement): Promise<OutlineRow[]> {
  const seasons = new Set(files.flatMap((uri): Season | Season[] => session.workspace.season(uri) ?? []));
  const nodes = await measured(session, (measure) =>
    outlineOfAll([...seasons], by, (season) => {
      const { horizon } = session.settings(aTextOf(season));
      return { measure, ...(horizon && { horizon }) };
    }),
  );
  return rowsOf(session, nodes);
}
