import type { Severity } from '../../core/rules/table.ts';
import { columnsOf, count, type Paint, plain, type Style } from '../terminal.ts';
import { type CheckReport, countOf, type Found, type RelatedPlace } from './report.ts';

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };
const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** For people: by file, each finding with its line, and how many there are in all. Lines and columns count from 1. */
export function prettyReport(report: CheckReport, paint: Paint): string {
  const files = report.files
    .filter(({ found }) => found.length > 0)
    .map(
      ({ name, found }) => `${paint('underline', plain(name))}\n${found.map((one) => entry(one, paint)).join('')}\n`,
    );
  return `${files.join('')}${summary(report, paint)}\n`;
}

function entry({ code, severity, message, range, line, related }: Found, paint: Paint): string {
  const where = `${range.start.line + 1}:${range.start.character + 1}`.padStart(8);
  const level = paint(styles[severity], severity.padEnd(7));
  const endOnLine = range.end.line === range.start.line ? range.end.character : line.length;
  return [
    `${where}  ${level}  ${plain(message)}  ${paint('dim', code)}`,
    ...excerpt(line, range.start.character, endOnLine, (carets) => paint(styles[severity], carets)),
    ...related.map((place) => paint('dim', `${' '.repeat(10)}${relatedLine(place)}`)),
    '',
  ].join('\n');
}

function relatedLine({ file, range, message }: RelatedPlace): string {
  return `${plain(message)}: ${plain(file.name)}:${range.start.line + 1}:${range.start.character + 1}`;
}

/** So much of a line is shown: a paragraph of a script is one line, and may be long. */
const before = 40;
const widest = 80;

/** The line around what is found, and what marks it; nothing where the line is blank. */
function excerpt(line: string, start: number, end: number, mark: (carets: string) => string): string[] {
  if (line.trim() === '') return [];
  const indent = line.length - line.trimStart().length;
  const from = start - before > indent ? start - before : Math.min(indent, start);
  const to = Math.min(line.length, Math.max(from + widest, end));
  const cut = Math.min(to, from + 2 * widest);
  const lead = from > indent ? '…' : '';
  const text = `${lead}${plain(line.slice(from, cut))}${cut < line.trimEnd().length ? '…' : ''}`;
  const ahead = columnsOf(lead + plain(line.slice(from, start)));
  const carets = Math.max(1, columnsOf(plain(line.slice(start, Math.min(end, cut)))));
  const margin = ' '.repeat(10);
  return [`${margin}${text}`, `${margin}${' '.repeat(ahead)}${mark('^'.repeat(carets))}`];
}

function summary(report: CheckReport, paint: Paint): string {
  const where = count(report.files.length, 'file');
  const found = severities.map((severity) => ({ severity, number: countOf(report, severity) }));
  const all = found.reduce((sum, { number }) => sum + number, 0);
  if (report.files.length === 0) return 'There is nothing to check.';
  if (all === 0) return paint('green', `Nothing found in ${where}.`);
  const counts = found
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => paint(styles[severity], count(number, severity)));
  return `${paint('bold', `${all} found in ${where}`)}: ${counts.join(', ')}.`;
}
