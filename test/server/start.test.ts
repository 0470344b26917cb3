// What was compiled when the server started is kept for its next start, where nobody else can write.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { serverFile } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const build = join(serverFile, '../browser.js');
const windows = process.platform === 'win32';

/** Stands for the folder for temporary files. */
let temporary: Folder;
let keptIn: string;
beforeEach(() => {
  temporary = new Folder({});
  keptIn = join(temporary.path, windows ? 'chekhov-compiled' : `chekhov-${userInfo().uid}`);
});
afterEach(() => temporary.remove());

/** From the start to the end; resolves with the server's name. */
async function startAndStop(): Promise<string | undefined> {
  const { path } = temporary;
  const child = spawn(process.execPath, [serverFile, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: path, TEMP: path, TMP: path },
  });
  const exit = once(child, 'exit');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const { serverInfo } = await connection.sendRequest<{ serverInfo?: { name: string } }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exit).toEqual([0, null]);
  connection.dispose();
  return serverInfo?.name;
}

function kept(): string {
  const [file, ...others] = readdirSync(keptIn);
  expect(others).toEqual([]);
  return join(keptIn, file!);
}

describe('what was compiled', () => {
  it('is kept by the first start, and left as it is by the next', async () => {
    await startAndStop();
    const { size, ctimeMs } = statSync(kept());
    expect(size).toBeGreaterThan(100_000);
    expect(await startAndStop()).toBe('Chekhov');
    expect(statSync(kept())).toMatchObject({ size, ctimeMs });
  });

  it('is kept anew when the build is another', async () => {
    await startAndStop();
    utimesSync(kept(), 1, 1);
    expect(await startAndStop()).toBe('Chekhov');
    expect(Math.abs(statSync(kept()).mtimeMs - statSync(build).mtimeMs)).toBeLessThan(1);
  });

  it('is kept anew when it cannot be used', async () => {
    await startAndStop();
    const { mtime, size } = statSync(kept());
    writeFileSync(kept(), readFileSync(kept()).subarray(0, size / 2));
    utimesSync(kept(), mtime, mtime);
    expect(await startAndStop()).toBe('Chekhov');
    expect(statSync(kept()).size).toBeGreaterThan(size / 2 + 1);
  });

  it.skipIf(windows)('can be read and written by its user alone', async () => {
    await startAndStop();
    expect(statSync(keptIn).mode & 0o777).toBe(0o700);
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
  });

  it.skipIf(windows)('is not kept where others can write', async () => {
    mkdirSync(keptIn);
    chmodSync(keptIn, 0o777);
    expect(await startAndStop()).toBe('Chekhov');
    expect(readdirSync(keptIn)).toEqual([]);
  });

  it('is not kept where that cannot be', async () => {
    writeFileSync(keptIn, '');
    expect(await startAndStop()).toBe('Chekhov');
    expect(readFileSync(keptIn, 'utf8')).toBe('');
  });
});
