import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import type { Fix, Found } from '../core/study-language/fixes/fix.ts';
import { studyFixes } from '../core/study-language/fixes/study-fixes.ts';
import { textFixes } from '../core/study-language/fixes/text-fixes.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { spanOf } from '../lsp/positions.ts';
import { contextOf } from './ask.ts';
import { studyQueryOf, studyTextOf } from './ask-study.ts';
import type { Session } from './feature.ts';
import type { FileEdits } from './workspace-edit.ts';

/** Ways to mend what is wrong in one file, as the file is now. */
export interface Mender {
  readonly text: SourceText;
  /** Ways to mend what a diagnostic tells. */
  fixes(diagnostic: Diagnostic): Fix[];
  /** The edits of a way to mend, but for a note in another scene. */
  files(fix: Fix): FileEdits[];
}

/** Undefined for a file that Chekhov knows nothing of. */
export async function menderOf(session: Session, uri: string, token: CancellationToken): Promise<Mender | undefined> {
  const mender = (await studyMender(session, uri, token)) ?? (await textMender(session, uri, token));
  if (!mender) return undefined;
  const known = await session.reports.of(uri, token);
  const { text, files, fixes } = mender;
  return {
    text,
    files,
    fixes: (diagnostic) => {
      // A client may leave out of a diagnostic what it does not know itself.
      const data = diagnostic.data ?? known.items.find((item) => isSame(item, diagnostic))?.data;
      return fixes({ code: String(diagnostic.code), ...spanOf(text, diagnostic.range), data: dataOf(data) });
    },
  };
}

interface FileMender extends Omit<Mender, 'fixes'> {
  fixes(found: Found): Fix[];
}

async function studyMender(session: Session, uri: string, token: CancellationToken): Promise<FileMender | undefined> {
  const query = await studyQueryOf(session, uri, token);
  if (!query) return undefined;
  const { text } = query;
  return {
    text,
    fixes: (found) => studyFixes(query, found),
    files: ({ here }) => [{ uri: query.uri, text, edits: here }],
  };
}

async function textMender(session: Session, uri: string, token: CancellationToken): Promise<FileMender | undefined> {
  const context = await contextOf(session, uri, token);
  if (!context) return undefined;
  const { text } = context.manuscript;
  const studyUri = context.season.study?.uri;
  const study = studyUri === undefined ? undefined : studyTextOf(session, studyUri);
  return {
    text,
    fixes: (found) => textFixes(context, study, found),
    files: ({ here, inStudy }) => [
      { uri: context.uri, text, edits: here },
      ...(studyUri !== undefined && study ? [{ uri: studyUri, text: study, edits: inStudy }] : []),
    ],
  };
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);
}

/** It has been with the client: it may be anything. */
function dataOf(data: unknown): Found['data'] {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'string'));
}
