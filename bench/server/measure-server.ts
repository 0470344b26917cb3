import { spawnSync } from 'node:child_process';
import { quantile } from '../measure.ts';
import { milliseconds, type Table } from '../report.ts';
import { Client, type Usage } from './client.ts';
import { episodeName, inFolder, manyScripts, season } from './folders.ts';
import { type Latencies, typeAndAsk } from './type-and-ask.ts';

export interface ServerResults {
  /** Milliseconds of each. */
  readonly latencies: Latencies;
  readonly ready: readonly number[];
  readonly bareNode: readonly number[];
  readonly folder: FolderResults;
}

interface FolderResults {
  readonly scripts: number;
  /** From `initialized` until the diagnostics of an open script are there, for which everything must have been read. */
  readonly indexed: number;
  /** How long a request about an open script waits meanwhile. */
  readonly meanwhile: readonly number[];
  readonly usage: Usage;
}

const STARTS = 10;
const SCRIPTS = 1000;

export async function measureServer(): Promise<ServerResults> {
  console.error('server: starts');
  const { ready, bareNode } = await measureStarts();
  console.error('server: a season of eight scripts');
  const latencies = await inFolder(season(), (uri) => typeAndAsk(uri(''), uri(episodeName(4))));
  console.error(`server: a folder of ${SCRIPTS} scripts`);
  const folder = await inFolder(manyScripts(SCRIPTS), (uri) => indexFolder(uri(''), uri('series-001/e01.fountain')));
  return { latencies, ready, bareNode, folder };
}

async function measureStarts(): Promise<Pick<ServerResults, 'ready' | 'bareNode'>> {
  const ready: number[] = [];
  const bareNode: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bareNode.push(performance.now() - start);
    await inFolder([], async (uri) => {
      const client = await Client.start(uri(''));
      ready.push(client.readyAfter);
      await client.stop();
    });
  }
  return { ready, bareNode };
}

async function indexFolder(folder: string, uri: string): Promise<FolderResults> {
  const client = await Client.start(folder);
  const start = performance.now();
  await client.open(uri, 'INT. FLAT - DAY\n\nSun.\n');
  let indexed = 0;
  const textDocument = { uri };
  const done = client.request('textDocument/diagnostic', { textDocument }).then(() => {
    indexed = performance.now() - start;
  });
  const meanwhile: number[] = [];
  while (indexed === 0) {
    const asked = performance.now();
    await client.request('textDocument/foldingRange', { textDocument });
    meanwhile.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await done;
  const usage = await client.usage();
  await client.stop();
  return { scripts: SCRIPTS, indexed, meanwhile, usage };
}

export function serverTable({ latencies, ready, bareNode, folder }: ServerResults): Table {
  const times = (name: string, all: readonly number[], budget = '') => [
    name,
    milliseconds(quantile(all, 0.5)),
    milliseconds(quantile(all, 0.95)),
    budget,
  ];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const { usage } = folder;
  return [
    ['', 'p50', 'p95', 'budget'],
    ...Object.entries(latencies).map(([name, { all, budget }]) => times(`${name}, ms`, all, `p95 < ${budget}`)),
    times('server ready: process started to `initialize` answered, ms', ready, 'p50 < 200'),
    times('of that, Node alone, ms', bareNode),
    [`${folder.scripts} scripts of 150 kB indexed, s`, (folder.indexed / 1000).toFixed(2), '', '< 6'],
    ['processor time of the server for that, s', (usage.processor / 1000).toFixed(2), '', ''],
    times('a request meanwhile, ms', folder.meanwhile, 'p95 < 16'),
    ['heap after', megabytes(usage.heapUsed), '', '< 200 MB'],
    ['resident set after', megabytes(usage.rss), '', ''],
    ['resident set at most', megabytes(usage.peakRss), '', ''],
  ];
}
