import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { addCheck } from './cli/check/check.ts';
import { addOutline } from './cli/outline/outline.ts';
import { addParse } from './cli/parse.ts';
import { addStats } from './cli/stats/stats.ts';
import { UsageError } from './cli/usage-error.ts';

/** The exit code for bad use: a wrong option, a file that cannot be read. */
const BAD_USE = 2;

/** `chekhov`: each command is a file or folder in `cli/` that adds itself here. */
const program = new Command('chekhov')
  .description('Setups, payoffs, reveals and twists of screen stories.')
  .version(version, '-V, --version', 'print which Chekhov this is')
  .exitOverride()
  .showHelpAfterError('(--help tells more)');
addCheck(program, { version, rulePages: path.join(__dirname, '../docs/rules') });
addOutline(program);
addStats(program);
addParse(program);

async function main(): Promise<void> {
  process.stdout.on('error', outputFailed);
  try {
    refuseUnknownCommand(process.argv.slice(2));
    await program.parseAsync();
  } catch (error) {
    // Commander has said what is wrong; help that was asked for comes this way too, with 0.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : BAD_USE;
    else if (error instanceof UsageError) {
      for (const line of error.message.split('\n')) console.error(`chekhov: ${line}`);
      process.exitCode = BAD_USE;
    } else throw error;
  }
}

/** Commander would show the program's help for `bogus --help` and `help bogus`, as if nothing were wrong. */
function refuseUnknownCommand(args: readonly string[]): void {
  const words = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).filter((word) => !/^-/.test(word));
  const name = words[0] === 'help' ? words[1] : words[0];
  if (name === undefined || name === 'help' || program.commands.some((command) => command.name() === name)) return;
  program.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
}

/** Whoever reads the output may have seen enough, `| head` for one; or there may be no room for it. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  console.error(
    `chekhov: the output cannot be written: ${error.code === 'ENOSPC' ? 'there is no space left' : error.message}`,
  );
  process.exit(BAD_USE);
}

void main();
