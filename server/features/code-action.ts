import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Fix, Found } from '../core/study-language/fixes/fix.ts';
import { studyFixes } from '../core/study-language/fixes/study-fixes.ts';
import { textFixes } from '../core/study-language/fixes/text-fixes.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { spanOf } from '../lsp/positions.ts';
import { contextOf } from './ask.ts';
import { studyQueryOf, studyTextOf } from './ask-study.ts';
import type { Feature, Session } from './feature.ts';
import { type FileEdits, workspaceEditOf } from './workspace-edit.ts';

/** Ways to mend what is wrong. */
export const codeAction: Feature<CodeActionParams, CodeAction[]> = {
  method: CodeActionRequest.method,
  empty: [],
  async handle({ textDocument, context: { diagnostics, only } }, session, token) {
    const wanted = only === undefined || only.some((kind) => CodeActionKind.QuickFix.startsWith(kind));
    const ours = diagnostics.filter(({ source, code }) => source === 'chekhov' && typeof code === 'string');
    if (!wanted || ours.length === 0 || !session.client.codeActionLiterals) return [];
    const mender =
      (await studyMender(session, textDocument.uri, token)) ?? (await textMender(session, textDocument.uri, token));
    if (!mender) return [];
    const known = await session.reports.of(textDocument.uri, token);
    return ours.flatMap((diagnostic) => {
      // A client may leave out of a diagnostic what it does not know itself.
      const data = diagnostic.data ?? known.items.find((item) => isSame(item, diagnostic))?.data;
      const found = { code: String(diagnostic.code), ...spanOf(mender.text, diagnostic.range), data: dataOf(data) };
      return mender.fixes(found).map(
        (fix): CodeAction => ({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          ...(fix.preferred && { isPreferred: true }),
          edit: workspaceEditOf(session, mender.files(fix)),
        }),
      );
    });
  },
};

interface Mender {
  readonly text: SourceText;
  fixes(found: Found): Fix[];
  files(fix: Fix): FileEdits[];
}

async function studyMender(session: Session, uri: string, token: CancellationToken): Promise<Mender | undefined> {
  const query = await studyQueryOf(session, uri, token);
  if (!query) return undefined;
  const { text } = query;
  return {
    text,
    fixes: (found) => studyFixes(query, found),
    files: ({ here }) => [{ uri: query.uri, text, edits: here }],
  };
}

async function textMender(session: Session, uri: string, token: CancellationToken): Promise<Mender | undefined> {
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
