import { Command, CommanderError } from 'commander';
import { addParse } from './cli/parse.ts';
import { UsageError } from './cli/usage-error.ts';

/** `chekhov`: each command is a file in `cli/` that adds itself here. */
const program = new Command('chekhov')
  .description('Setups, payoffs, reveals and twists of screen stories.')
  .exitOverride()
  .showHelpAfterError('(--help tells more)');
addParse(program);

/** The exit code for bad use: a wrong option, a file that cannot be read. */
const BAD_USE = 2;

async function main(): Promise<void> {
  // Whoever reads our output may have seen enough, `| head` for one.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    await program.parseAsync();
  } catch (error) {
    // Commander has said what is wrong; help that was asked for comes this way too, with 0.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : BAD_USE;
    else if (error instanceof UsageError) {
      console.error(`chekhov: ${error.message}`);
      process.exitCode = BAD_USE;
    } else throw error;
  }
}

void main();
