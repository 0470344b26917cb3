import type { CancellationToken, CompletionList, CompletionParams } from 'vscode-languageserver';
import { Script } from '../core/fountain/script.ts';
import { completeScript } from '../core/script-language/complete-script.ts';
import { scriptCursor } from '../core/script-language/script-cursor.ts';
import { idOfStudy } from '../core/season/catalogue.ts';
import { folderOf } from '../core/season/paths.ts';
import { annotationCursor } from '../core/study-language/annotation-cursor.ts';
import { completeAnnotation } from '../core/study-language/complete-annotation.ts';
import { completeFrontMatter } from '../core/treatment-language/complete-front-matter.ts';
import { frontCursor } from '../core/treatment-language/front-cursor.ts';
import { offsetAt } from '../lsp/positions.ts';
import { builtInStudies } from '../workspace/built-in.ts';
import { kindOfFile } from '../workspace/kinds.ts';
import { contextOf } from './ask.ts';
import { itemsOf } from './completion-item.ts';
import type { Session } from './feature.ts';

/**
 * What may stand at a place of a script or treatment: in an annotation kinds, ids, keys and values; in a script characters,
 * extensions, headings, places, times of day, transitions, sections, and what a title page has; in a treatment what its front
 * matter has.
 */
export async function completeInText(
  { textDocument, position }: CompletionParams,
  session: Session,
  token: CancellationToken,
): Promise<CompletionList> {
  const manuscript = session.workspace.document(textDocument.uri)?.manuscript;
  const at = manuscript && offsetAt(manuscript.text, position);
  const inAnnotation = at !== undefined && annotationCursor(manuscript!.text, at, true) !== undefined;
  const inScript = !inAnnotation && manuscript instanceof Script && scriptCursor(manuscript, at!) !== undefined;
  const inFront = !inAnnotation && manuscript?.kind === 'treatment' && frontCursor(manuscript.text, at!) !== undefined;
  // Most keys are typed in prose: there nobody is made to wait for a season.
  if (!inAnnotation && !inScript && !inFront) return nothing;
  const context = await contextOf(session, textDocument.uri, token);
  if (!context) return nothing;
  const { text } = context.manuscript;
  const offset = offsetAt(text, position);
  const words = { studies: () => studiesFor(session, context.uri) };
  const inText = inScript ? completeScript : completeFrontMatter;
  const offered = inAnnotation ? completeAnnotation(context, offset) : inText(context, offset, words);
  // The next letter may make prose of what could have been a name, and a word whole: then nothing is to stay on the screen.
  return { isIncomplete: !inAnnotation, items: itemsOf(session, context.uri, text, offered ?? []) };
}

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** What `Study:` can name: the studies from the file's folder up, and those that are built in. */
function studiesFor({ workspace }: Session, uri: string): string[] {
  const studies = [...workspace.uris()].filter(
    (one) => kindOfFile(one) === 'study' && uri.startsWith(`${folderOf(one)}/`),
  );
  return [...studies.map(idOfStudy), ...Object.keys(builtInStudies)];
}
