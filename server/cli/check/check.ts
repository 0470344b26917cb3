import { type Command, InvalidArgumentError, Option } from 'commander';
import { CancellationToken } from 'vscode-languageserver';
import type { SourceText } from '../../core/text/source-text.ts';
import { findingsIn } from '../../features/findings.ts';
import { rangeOf } from '../../workspace/lines.ts';
import { addCheckOptions, addStoryOptions, type StoryOptions } from '../stories/options.ts';
import { withProgress } from '../stories/progress.ts';
import { openStories, type Stories } from '../stories/stories.ts';
import { painter, usesColour } from '../terminal.ts';
import { jsonReport } from './json.ts';
import { prettyReport } from './pretty.ts';
import { type CheckedFile, type CheckedName, type CheckHost, type CheckReport, countOf, type Found } from './report.ts';
import { sarifReport } from './sarif.ts';

interface CheckOptions extends StoryOptions {
  readonly format: keyof typeof reports;
  readonly maxWarnings?: number;
}

const reports = {
  pretty: (report: CheckReport) => prettyReport(report, painter(usesColour(process.stdout, process.env))),
  json: jsonReport,
  sarif: sarifReport,
};

/** Adds `chekhov check PATH…`: what the rules find. */
export function addCheck(program: Command, host: CheckHost): void {
  const command = program
    .command('check')
    .description('say what the rules find in scripts, treatments and study files')
    .argument('<path...>', 'files, or folders with all that is in them; “-” for stdin')
    .addOption(new Option('--format <format>', 'how to print it').choices(Object.keys(reports)).default('pretty'))
    .option('--max-warnings <number>', 'fail if there are more warnings than these', parseCount);
  addStoryOptions(addCheckOptions(command))
    .addHelpText(
      'after',
      '\nExit code: 0; 1 where there is an error, or too many warnings; 2 for bad use, and where something cannot be read.',
    )
    .action(async (paths: string[], options: CheckOptions) => {
      const stories = await openStories(paths, options);
      const files = await check(stories);
      const report = { files, complete: !stories.incomplete };
      process.stdout.write(reports[options.format](report, host));
      process.exitCode = exitCode(report, options.maxWarnings);
      stories.dispose();
    });
}

/** What the rules find in each of the files, in the order of its lines. What the season has to say elsewhere is left out. */
async function check(stories: Stories): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  await withProgress(
    () => `Checking ${checked.length + 1} of ${stories.files.length} files…`,
    async () => {
      for (const uri of stories.files) {
        const found = await findingsIn(stories.session, uri, CancellationToken.None);
        const hint = stories.session.workspace.studyHint(uri);
        if (hint) stories.note(uri, hint);
        checked.push({ ...named(stories, uri), found: found ? placed(stories, found) : [] });
      }
    },
  );
  return checked;
}

type FindingsIn = NonNullable<Awaited<ReturnType<typeof findingsIn>>>;

function placed(stories: Stories, { findings, text }: FindingsIn): Found[] {
  const inOrder = [...findings].sort((a, b) => a.span.start - b.span.start);
  const lineAt = lineReader(text);
  return inOrder.map(({ code, severity, message, span, related }) => {
    const range = rangeOf(text, span);
    return {
      code,
      severity,
      message,
      range,
      line: lineAt(range.start.line),
      related: related.flatMap(({ target, message }) => {
        const place = stories.session.workspace.place(target);
        return place ? [{ file: named(stories, place.uri), range: place.range, message }] : [];
      }),
    };
  });
}

/** Gives copies of lines: a piece of the text would keep all of the text. What is found in one line has one copy. */
function lineReader(text: SourceText): (line: number) => string {
  let last = -1;
  let copy = '';
  return (line) => {
    if (line !== last) copy = Buffer.from(text.lineText(line)).toString();
    last = line;
    return copy;
  };
}

function named(stories: Stories, uri: string): CheckedName {
  return { uri, name: stories.nameOf(uri) };
}

function exitCode(report: CheckReport, maxWarnings = Number.POSITIVE_INFINITY): number {
  if (!report.complete) return 2;
  return countOf(report, 'error') > 0 || countOf(report, 'warning') > maxWarnings ? 1 : 0;
}

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It should be a whole number, 0 or more.');
  return Number(value);
}
