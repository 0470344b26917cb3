// Runs a command and sees to it that nothing of it outlives the script that wants it:
//   supervise.mjs COMMAND ARG…   (forked, with a channel to the script)
// It leads a process group of its own. When the command ends, or the channel closes for
// whatever reason (also when the script was killed outright), the whole group is asked to
// end, and killed a little later. How the command ended is told over the channel.
import { spawn, spawnSync } from 'node:child_process';

const PATIENCE = 2_000; // for a command that is asked to end
const GRACE = 200; // for what a command that has ended leaves behind
const windows = process.platform === 'win32';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/** Signals all in the group; SIGKILL includes this process itself. @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  if (!windows) return process.kill(-process.pid, signal);
  spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  if (signal === 'SIGKILL') process.exit();
}

/** @param {number} patience */
function end(patience) {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), patience);
}

/** @param {{ code: number | null, signal?: NodeJS.Signals | null, error?: string }} how */
function report(how) {
  if (process.connected) process.send?.(how, () => end(GRACE));
  else end(GRACE);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {}); // sent to the group, meant for the others
process.on('disconnect', () => end(PATIENCE));
child.on('error', (error) => report({ code: null, error: error.message }));
child.on('exit', (code, signal) => report({ code, signal }));
