import type { CancellationToken, CompletionItem, CompletionParams } from 'vscode-languageserver';
import { annotationCursor } from '../core/study-language/annotation-cursor.ts';
import { completeAnnotation } from '../core/study-language/complete-annotation.ts';
import { offsetAt } from '../lsp/positions.ts';
import { contextOf } from './ask.ts';
import { itemsOf } from './completion-item.ts';
import type { Session } from './feature.ts';

/**
 * What may stand at a place of a script or treatment: in an annotation kinds, ids, keys and values. The parts of a script
 * (characters, extensions, places, times of day, transitions, title-page keys) have their place here too.
 */
export async function completeInText(
  { textDocument, position }: CompletionParams,
  session: Session,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const manuscript = session.workspace.document(textDocument.uri)?.manuscript;
  // Most keys are typed in prose: there nobody is made to wait for a season.
  if (!manuscript || !annotationCursor(manuscript.text, offsetAt(manuscript.text, position), true)) return [];
  const context = await contextOf(session, textDocument.uri, token);
  if (!context) return [];
  const { text } = context.manuscript;
  return itemsOf(session, context.uri, text, completeAnnotation(context, offsetAt(text, position)) ?? []);
}
