import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { type RuleCode, rules, type Severity } from '../../core/rules/table.ts';
import type { LineRange } from '../../workspace/lines.ts';
import { isWithin } from '../stories/paths.ts';
import type { CheckedName, CheckHost, CheckReport, Found } from './report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';
/** Files within the current folder are named from there: the name that SARIF's readers know it by. */
const base = '%SRCROOT%';

const codes = Object.keys(rules) as RuleCode[];

/** SARIF 2.1.0 (docs.oasis-open.org/sarif), for code scanning. Lines and columns count from 1, in UTF-16 units. */
export function sarifReport({ files, complete }: CheckReport, host: CheckHost): string {
  const run = {
    tool: {
      driver: { name: 'Chekhov', semanticVersion: host.version, rules: codes.map((code) => ruleOf(code, host)) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { uri: `${URI.file(process.cwd()).toString()}/` } },
    invocations: [{ executionSuccessful: complete }],
    artifacts: files.map((file) => ({ location: artifactOf(file) })),
    results: files.flatMap((file) => file.found.map((one) => resultOf(file, one))),
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function resultOf(file: CheckedName, { code, severity, message, range, related }: Found) {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code as RuleCode),
    level: levelOf(severity),
    message: { text: message },
    locations: [{ physicalLocation: placeOf(file, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        physicalLocation: placeOf(place.file, place.range),
        message: { text: place.message },
      })),
    }),
    // SARIF knows no hints: they are notes, and this tells them apart.
    properties: { severity },
  };
}

function placeOf(file: CheckedName, { start, end }: LineRange) {
  return {
    artifactLocation: artifactOf(file),
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

function artifactOf({ uri, name }: CheckedName): { uri: string; uriBaseId?: string } {
  if (!uri.startsWith('file:')) return { uri: encodeURI(name) };
  const file = URI.parse(uri).fsPath;
  if (!isWithin(process.cwd(), file)) return { uri };
  const parts = path.relative(process.cwd(), file).split(path.sep);
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: base };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** What the rule's page says of it; where the pages are not there, its code alone. */
function ruleOf(code: RuleCode, { rulePages }: CheckHost) {
  const page = pageOf(path.join(rulePages, `${code}.md`));
  return {
    id: code,
    ...(page && {
      shortDescription: { text: page.title },
      fullDescription: { text: page.text },
      help: { text: page.help, markdown: page.help },
    }),
    defaultConfiguration: { level: levelOf(rules[code]) },
    properties: { severity: rules[code], tags: ['screenwriting', code.split('.')[0]] },
  };
}

/** A page begins with its title, `` # `setup.unpaid`: a setup without payoff ``, its default, and what the rule is. */
function pageOf(file: string): { title: string; text: string; help: string } | undefined {
  let page: string;
  try {
    page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
  const [heading = '', , text = ''] = page.split(/\n{2,}/);
  const said = heading.replace(/^# `[^`]*`: /, '');
  return { title: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, text: text.replaceAll('\n', ' '), help: page };
}
