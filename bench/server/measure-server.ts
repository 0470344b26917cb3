import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { quantile } from '../measure.ts';
import { milliseconds, type Table } from '../report.ts';
import { Client } from './client.ts';
import { episodeName, inFolder, season } from './folders.ts';
import { type FolderResults, type LongWork, measureManyScripts } from './many-scripts.ts';
import { type Latencies, typeAndAsk } from './type-and-ask.ts';

export interface ServerResults {
  /** Milliseconds of each. */
  readonly latencies: Latencies;
  readonly ready: readonly number[];
  readonly bareNode: readonly number[];
  readonly activation: readonly number[];
  readonly folder: FolderResults;
}

const STARTS = 10;
const ACTIVATION = path.resolve('bench/server/activation.cjs');

export async function measureServer(): Promise<ServerResults> {
  console.error('server: starts');
  const starts = await measureStarts();
  console.error('server: a season of eight scripts');
  const latencies = await inFolder(season(), (uri) => typeAndAsk(uri(''), uri(episodeName(4))));
  const folder = await measureManyScripts();
  return { latencies, ...starts, folder };
}

async function measureStarts(): Promise<Pick<ServerResults, 'ready' | 'bareNode' | 'activation'>> {
  const ready: number[] = [];
  const bareNode: number[] = [];
  const activation: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bareNode.push(performance.now() - start);
    activation.push(Number(spawnSync(process.execPath, [ACTIVATION], { encoding: 'utf8' }).stdout || Number.NaN));
    await inFolder([], async (uri) => {
      const client = await Client.start(uri(''), false);
      ready.push(client.readyAfter);
      await client.stop();
    });
  }
  return { ready, bareNode, activation };
}

export function serverTable({ latencies, ready, bareNode, activation, folder }: ServerResults): Table {
  const times = (name: string, all: readonly number[], budget = '') => [
    name,
    milliseconds(quantile(all, 0.5)),
    milliseconds(quantile(all, 0.95)),
    budget,
  ];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  const long = (name: string, { took, processor, meanwhile }: LongWork, budget = '') => [
    [`${name}, s`, seconds(took), '', budget],
    ['processor time of the server for that, s', seconds(processor), '', ''],
    times('a request meanwhile, ms', meanwhile, 'p95 < 16'),
  ];
  const { scripts, usage, usageAfter, check } = folder;
  return [
    ['', 'p50', 'p95', 'budget'],
    ...Object.entries(latencies).map(([name, { all, budget }]) => times(`${name}, ms`, all, `p95 < ${budget}`)),
    times('server ready: process started to `initialize` answered, ms', ready, 'p50 < 200'),
    times('of that, Node alone, ms', bareNode),
    times('the extension loaded and activated, ms', activation, 'p50 < 50'),
    ...long(`${scripts} scripts of 150 kB indexed`, folder.indexed, '< 6'),
    ['heap after', megabytes(usage.heapUsed), '', '< 200 MB'],
    ['resident set after', megabytes(usage.rss), '', ''],
    ['resident set at most', megabytes(usage.peakRss), '', ''],
    ...long('a symbol looked for in all of them, for the first time', folder.firstSymbols),
    ...long('the same with another letter', folder.nextSymbols),
    ...long('the outline of all of them', folder.outline),
    ['heap after', megabytes(usageAfter.heapUsed), '', ''],
    ['resident set at most', megabytes(usageAfter.peakRss), '', ''],
    [`\`chekhov check\` of ${check.scripts} scripts of 150 kB, processor time, s`, seconds(check.processor), '', ''],
    ['resident set at most', megabytes(check.peakRss), '', ''],
  ];
}
