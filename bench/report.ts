import { AW_PARSER, FLOOR, type Verdict } from './budgets.ts';
import { type Measured, quiet } from './measure.ts';

/** A table, with its head as the first row. */
export type Table = readonly (readonly string[])[];

/** What was measured, a line for each subject, and how it relates to the floor, to aw-parser and to a tenth of the text. */
export function tableOf(measured: readonly Measured[]): Table {
  const sizes = [...new Set(measured.map(({ size }) => size))].filter((size) => size > 0);
  const time = (name: string, size: number) => {
    const found = measured.find((one) => one.name === name && one.size === size);
    return found && quiet(found);
  };
  const [, middle = 0, most = 0] = sizes;
  const floor = time(FLOOR, middle);
  const aw = time(AW_PARSER, middle);
  const rows = [...new Set(measured.map(({ name }) => name))].map((name) => {
    const times = sizes.map((size) => time(name, size));
    const one = time(name, middle) ?? time(name, 0);
    const ten = time(name, most);
    return [
      name,
      ...times.map((ms, i) =>
        ms !== undefined ? milliseconds(ms) : sizes[i] === middle && one ? milliseconds(one) : '',
      ),
      one && floor ? ratio(one / floor) : '',
      one && aw ? ratio(aw / one) : '',
      one && ten ? ratio(ten / one) : '',
    ];
  });
  const head = ['ms', ...sizes.map((size) => `${size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} kB`}`)];
  return [[...head, 'floors', 'aw-parser takes', 'ten times the text'], ...rows];
}

export function verdictTable(verdicts: readonly Verdict[]): Table {
  return [
    ['budget', 'measured', 'limit', ''],
    ...verdicts.map(({ budget, measured, limit, atLeast, holds }) => [
      budget,
      ratio(measured),
      `${atLeast ? '≥' : '≤'} ${ratio(limit)}`,
      holds ? 'holds' : 'FAILS',
    ]),
  ];
}

/** For a terminal: columns, the first to the left and the others to the right. */
export function plain(table: Table): string {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return table.map(line).join('\n').replace(/ +$/gm, '');
}

export function markdown(table: Table): string {
  const [head, ...rows] = table;
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(head!), `|${head!.map((_, i) => (i === 0 ? '---|' : '--:|')).join('')}`, ...rows.map(line)].join('\n');
}

export function milliseconds(ms: number): string {
  return ms < 1 ? ms.toFixed(4) : ms < 10 ? ms.toFixed(2) : ms.toFixed(1);
}

function ratio(times: number): string {
  return times >= 100 ? times.toFixed(0) : times >= 0.1 ? times.toFixed(2) : times.toPrecision(2);
}
