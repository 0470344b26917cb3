import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * The server's entry for Node. To compile all of it takes longer than anything else before it answers; so what was compiled is
 * kept for the next start. Node's own way to do so keeps less, and is not there before Node 22.
 */
const file = path.join(__dirname, 'browser.js');
const built = Math.round(statSync(file).mtimeMs);
const kept = whereKept();
const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData: compiled() });
// V8 itself refuses what another V8 has compiled.
if (kept !== undefined && script.cachedDataRejected !== false) keepSoon(kept);
script.runInThisContext()(exports, require, module, file, __dirname);

/**
 * What lies there is run, so nobody else may write to the folder: on Windows and macOS that for temporary files is the user's
 * own, elsewhere it is everybody's. Undefined where that cannot be had.
 */
function whereKept(): string | undefined {
  try {
    const user = process.getuid?.();
    const folder = path.join(tmpdir(), `chekhov-${user ?? 'compiled'}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    if (user !== undefined && (uid !== user || (mode & 0o077) !== 0)) return undefined;
    const { versions, arch } = process;
    return path.join(folder, `${versions.v8}-${arch}-${file.replace(/[^\w.]+/g, '-')}`);
  } catch {
    return undefined;
  }
}

/** It bears the time of the build that it was made from. */
function compiled(): Buffer | undefined {
  try {
    return kept !== undefined && Math.round(statSync(kept).mtimeMs) === built ? readFileSync(kept) : undefined;
  } catch {
    return undefined;
  }
}

/** Once the start is over: whatever it has called is compiled by then, and is not dropped yet, as what is called once will be. */
function keepSoon(to: string): void {
  const keep = () => {
    try {
      const partial = `${to}.${process.pid}`;
      writeFileSync(partial, script.createCachedData(), { mode: 0o600 });
      utimesSync(partial, built / 1000, built / 1000);
      renameSync(partial, to);
    } catch {
      // The next start will take its time, as this one did.
    }
  };
  setTimeout(() => {
    process.off('exit', atExit);
    keep();
  }, 5000).unref();
  const atExit = (code: number) => {
    if (code === 0) keep(); // else it may not have started at all
  };
  process.on('exit', atExit);
}
