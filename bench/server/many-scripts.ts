import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { Client, type Usage } from './client.ts';
import { inFolder, manyScripts } from './folders.ts';

const SCRIPTS = 1000;
const CHECKED = 200;
const CLI = path.resolve('dist/cli.js');
const EXIT_PROBE = path.resolve('bench/server/exit-probe.cjs');

/** Long work on a folder, and what else the server does in that time. Times in milliseconds. */
export interface LongWork {
  readonly took: number;
  /** What the server has had of processors for it. */
  readonly processor: number;
  /** How long requests about an open script wait meanwhile. */
  readonly meanwhile: readonly number[];
}

export interface FolderResults {
  readonly scripts: number;
  /** From `initialized` until the diagnostics of an open script are there, for which everything must have been read. */
  readonly indexed: LongWork;
  readonly usage: Usage;
  /** Symbols of all seasons by a name: when nobody has asked yet, and after the next letter. */
  readonly firstSymbols: LongWork;
  readonly nextSymbols: LongWork;
  /** The outline of all seasons. */
  readonly outline: LongWork;
  readonly usageAfter: Usage;
  readonly check: CheckResults;
}

interface CheckResults {
  readonly scripts: number;
  /** Of the command's process, all its threads, in milliseconds. */
  readonly processor: number;
  readonly peakRss: number;
}

/** A folder of very many scripts, in the server and on the command line. */
export async function measureManyScripts(): Promise<FolderResults> {
  console.error(`server: a folder of ${SCRIPTS} scripts`);
  const inServer = await inFolder(manyScripts(SCRIPTS), (uri) => useFolder(uri(''), uri('series-001/e01.fountain')));
  console.error(`chekhov check: a folder of ${CHECKED} scripts`);
  const check = await inFolder(manyScripts(CHECKED), async (uri) => checkFolder(uri('')));
  return { scripts: SCRIPTS, ...inServer, check };
}

async function useFolder(folder: string, uri: string): Promise<Omit<FolderResults, 'scripts' | 'check'>> {
  const client = await Client.start(folder);
  const textDocument = { uri };
  const during = async (work: Promise<unknown>, start: number, before: number): Promise<LongWork> => {
    let took = 0;
    const done = work.then(() => {
      took = performance.now() - start;
    });
    const meanwhile: number[] = [];
    while (took === 0) {
      const asked = performance.now();
      await client.request('textDocument/foldingRange', { textDocument });
      meanwhile.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await done;
    return { took, processor: (await client.usage()).processor - before, meanwhile };
  };
  const asking = async (method: string, params: object) => {
    const { processor } = await client.usage();
    return during(client.request(method, params), performance.now(), processor);
  };
  const start = performance.now();
  await client.open(uri, 'INT. FLAT - DAY\n\nSun.\n');
  const indexed = await during(client.request('textDocument/diagnostic', { textDocument }), start, 0);
  const usage = await client.usage();
  const firstSymbols = await asking('workspace/symbol', { query: 'coa' });
  const nextSymbols = await asking('workspace/symbol', { query: 'coat' });
  const outline = await asking('chekhov/outline', { by: 'twist' });
  const usageAfter = await client.usage();
  await client.stop();
  return { indexed, usage, firstSymbols, nextSymbols, outline, usageAfter };
}

function checkFolder(folder: string): CheckResults {
  const args = ['--require', EXIT_PROBE, CLI, 'check', '--format', 'json', URI.parse(folder).fsPath];
  const { output } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const used = JSON.parse(output[3] ?? '') as Omit<CheckResults, 'scripts'>;
  return { scripts: CHECKED, ...used };
}
