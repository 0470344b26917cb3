import * as vscode from 'vscode';
import { type OutlineRow, type RowCardParams, rowCardRequest } from '../../server/protocol/outline.ts';
import { isTrusted } from '../links.ts';
import type { Connection } from '../server/connection.ts';

/** The card of a row that has a place, as a tooltip; undefined where there is nothing to say. */
export async function rowCard(
  server: Connection,
  { location, kind, ref }: OutlineRow,
): Promise<vscode.MarkdownString | undefined> {
  if (!location) return undefined;
  const { uri, range } = location;
  const params: RowCardParams = { uri, position: range.start, kind, ...(ref && { ref }) };
  const card = await server.request<string | null>(rowCardRequest, params);
  if (!card) return undefined;
  const markdown = new vscode.MarkdownString(card);
  markdown.isTrusted = isTrusted;
  return markdown;
}
