import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from '../../server/core/fountain/script.ts';
import type { Manuscript } from '../../server/core/manuscript.ts';
import { lengthOf, pageAt } from '../../server/core/pages/manuscript-pages.ts';
import type { Finding } from '../../server/core/query/answers.ts';
import type { Measure } from '../../server/core/query/context.ts';
import { diagnose, type RuleSettings, severityOf } from '../../server/core/rules/diagnose.ts';
import { Seasons } from '../../server/core/season/seasons.ts';
import { loadStudy } from '../../server/core/study/load.ts';
import { SourceText } from '../../server/core/text/source-text.ts';
import { Treatment } from '../../server/core/treatment/treatment.ts';

export interface Found {
  readonly file: string;
  /** As editors count: from 1. */
  readonly line: number;
  readonly code: string;
  readonly severity: string;
  /** The text that it stands at. */
  readonly at: string;
}

/** The texts of a folder in the repository, by name. */
export function textsOf(folder: string): Map<string, string> {
  const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const names = readdirSync(path).filter(
    (name) => /\.(fountain|spmd|md|treatment|yaml)$/.test(name) && name !== 'README.md',
  );
  return new Map(names.sort().map((name) => [name, readFileSync(`${path}${name}`, 'utf8')]));
}

/** The texts of the study files in all sample folders, by name. */
export function sampleStudies(): [name: string, text: string][] {
  const folders = ['samples/broken', 'samples/broken/study-file', 'samples/the-long-table', 'samples/all-her-fault'];
  return folders.flatMap((folder) => [...textsOf(folder)]).filter(([name]) => name.endsWith('.study.yaml'));
}

/** What all rules find in all files of one folder, pages included, as an editor with everything open would show it. */
export function findAll(texts: ReadonlyMap<string, string>, settings: RuleSettings = {}): Found[] {
  return findingsIn(texts, settings).map(({ file, source, finding: { code, severity, span } }) => ({
    ...placed(source, span),
    file,
    code,
    severity,
  }));
}

/** A finding as it is said, with the text that it stands in. */
interface FindingIn {
  readonly file: string;
  readonly source: SourceText;
  readonly finding: Pick<Finding, 'code' | 'severity' | 'span' | 'message'> & Partial<Pick<Finding, 'related'>>;
}

/** The same with its words. */
export function findingsIn(texts: ReadonlyMap<string, string>, settings: RuleSettings = {}): FindingIn[] {
  const base = 'file:///samples';
  const seasons = new Seasons();
  seasons.configure({ folders: [base] });
  const found: FindingIn[] = [];
  for (const [name, text] of texts) {
    if (!/\.study\.yaml$/.test(name)) continue;
    const { study, problems } = loadStudy(`${base}/${name}`, text);
    seasons.setStudy(`${base}/${name}`, study);
    const source = SourceText.of(text);
    for (const problem of problems) {
      const severity = severityOf(problem.code, settings.rules);
      if (severity === 'off') continue;
      found.push({ file: name, source, finding: { ...problem, severity } });
    }
  }
  const manuscripts = new Map<string, Manuscript>();
  for (const [name, text] of texts) {
    const uri = `${base}/${name}`;
    const isScript = /\.(fountain|spmd)$/.test(name);
    if (!isScript && !seasons.isTreatment(uri)) continue;
    const manuscript = isScript ? Script.parse(text) : Treatment.parse(text);
    manuscripts.set(uri, manuscript);
    seasons.setFile(uri, manuscript.facts);
  }
  const measure: Measure = {
    page: ({ uri, item }) => pageAt(manuscripts.get(uri)!, manuscripts.get(uri)!.place(item).start),
    length: ({ uri }) => lengthOf(manuscripts.get(uri)!, 0, manuscripts.get(uri)!.text.length),
  };
  for (const [uri, manuscript] of manuscripts) {
    const context = { season: seasons.seasonOf(uri)!, uri, manuscript, measure };
    for (const finding of diagnose(context, settings)) {
      found.push({ file: uri.slice(base.length + 1), source: manuscript.text, finding });
    }
  }
  return found;
}

function placed(text: SourceText, { start, end }: { readonly start: number; readonly end: number }) {
  return { line: text.lineAt(start) + 1, at: text.slice(start, end) };
}
