import * as vscode from 'vscode';
import type { FindFilesParams, FindFilesResult, ReadFileParams, ReadFileResult } from '../../server/protocol/files.ts';
import { messageOf } from '../message-of.ts';

/** No story is longer, whatever the server asks for. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Reads a file that the server cannot reach: on the web, or in a virtual workspace. */
export async function readFile({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> {
  const file = vscode.Uri.parse(uri);
  try {
    const { size, type } = await vscode.workspace.fs.stat(file);
    if (type & vscode.FileType.Directory) return { problem: 'it is a folder' };
    if (size > Math.min(maxBytes, MOST_BYTES)) return { problem: `it has ${size} bytes, too many` };
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { missing: true };
    return { problem: messageOf(error) };
  }
}

export async function findFiles({ folder, include, exclude }: FindFilesParams): Promise<FindFilesResult> {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), include);
  const found = await vscode.workspace.findFiles(pattern, exclude || undefined);
  return { uris: found.map((uri) => uri.toString()) };
}
