import { readFileSync, writeFileSync } from 'node:fs';
import type { Results } from './bench.ts';
import { markdown, type Table, tableOf, verdictTable } from './report.ts';
import { serverTable } from './server/measure-server.ts';

/** Puts what was measured between the marks in the page that tells of it. */
export function writeDocs(file: string, results: Results): void {
  const { reading, verdicts, server } = results;
  let page = readFileSync(file, 'utf8');
  if (reading) page = withTable(page, 'reading', tableOf(reading));
  if (verdicts) page = withTable(page, 'budgets', verdictTable(verdicts));
  if (server) page = withTable(page, 'server', serverTable(server));
  writeFileSync(file, page);
}

export function withTable(page: string, name: string, table: Table): string {
  const between = new RegExp(`(?<=<!-- bench: ${name} -->\n)[^]*?(?=<!-- end -->)`);
  if (!between.test(page)) throw new Error(`The page has no place for the table “${name}”.`);
  return page.replace(between, () => `\n${markdown(table)}\n\n`);
}
