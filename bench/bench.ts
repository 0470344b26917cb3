// npm run bench                 measures reading, typing, pages and mentions, against peers and the floor
// npm run bench -- --check      and fails where a budget does not hold: ratios and growth only
// npm run bench -- --server     measures the built server over stdio instead (npm run build first)
// Options: --json FILE (default dist/bench.json; what is there of the other kind stays), --docs (puts the tables of that
// file into docs/performance.md), --rounds N, --only REGEXP (of subjects).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Verdict, verdicts } from './budgets.ts';
import { writeDocs } from './docs.ts';
import { type Measured, measureAll } from './measure.ts';
import { plain, tableOf, verdictTable } from './report.ts';
import { measureServer, type ServerResults, serverTable } from './server/measure-server.ts';
import { subjects } from './subjects.ts';

export interface Results {
  readonly machine?: string;
  readonly reading?: readonly Measured[];
  readonly verdicts?: readonly Verdict[];
  readonly server?: ServerResults;
}

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    server: { type: 'boolean' },
    docs: { type: 'boolean' },
    json: { type: 'string', default: 'dist/bench.json' },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const results = options.server ? { server: await server() } : reading();
  const before = existsSync(options.json) ? (JSON.parse(readFileSync(options.json, 'utf8')) as Results) : {};
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`;
  const all: Results = { ...before, machine, ...results };
  if (options.only !== undefined) return;
  mkdirSync(path.dirname(path.resolve(options.json)), { recursive: true });
  writeFileSync(options.json, `${JSON.stringify(all, undefined, 1)}\n`);
  if (options.docs) writeDocs('docs/performance.md', all);
}

function reading(): Pick<Results, 'reading' | 'verdicts'> {
  const only = new RegExp(options.only ?? '');
  const chosen = subjects().filter(({ name, size }) => only.test(`${name} ${size}`));
  const pass = () =>
    measureAll(
      chosen,
      { rounds: Number(options.rounds), slot: 20 },
      () => process.stderr.isTTY && process.stderr.write('.'),
    );
  let measured = pass();
  // A busy moment may have been longer than all rounds: what fails is looked at again.
  if (options.check && verdicts(measured).some(({ holds }) => !holds)) {
    const again = pass();
    measured = measured.map((one, i) => ({ ...one, rounds: [...one.rounds, ...again[i]!.rounds] }));
  }
  console.log(`\n${plain(tableOf(measured))}\n`);
  if (options.only !== undefined) return { reading: measured };
  const judged = verdicts(measured);
  console.log(
    `${plain(verdictTable(judged))}\n\nload ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  const failed = judged.filter(({ holds }) => !holds);
  if (options.check && failed.length > 0) {
    console.error(
      `\n${failed.length} of ${judged.length} budgets do not hold: ${failed.map((one) => one.budget).join('; ')}`,
    );
    process.exitCode = 1;
  }
  return { reading: measured, verdicts: judged };
}

async function server(): Promise<ServerResults> {
  const results = await measureServer();
  console.log(
    `\n${plain(serverTable(results))}\n\nload ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  return results;
}

void main();
