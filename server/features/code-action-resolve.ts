import { type CancellationToken, type CodeAction, CodeActionResolveRequest } from 'vscode-languageserver';
import { itemsOf } from '../core/season/items.ts';
import type { NoteInScene } from '../core/study-language/fixes/fix.ts';
import { beneathHeading } from '../core/study-language/fixes/own-paragraph.ts';
import { goToCommand } from '../protocol/client.ts';
import type { Feature, Session } from './feature.ts';
import { workspaceEditOf } from './workspace-edit.ts';

/** What an action carries whose edit is made when somebody chooses it: a note for a scene, which may be in a closed file. */
interface SceneData extends NoteInScene {
  /** The file in which it was offered. */
  readonly from: string;
  /** Of the document of the scene, when it was offered; null where it was not open. */
  readonly version: number | null;
}

/** The edit of an action that was offered without one. */
export const codeActionResolve: Feature<CodeAction, CodeAction> = {
  method: CodeActionResolveRequest.method,
  empty: { title: '' },
  async handle(action, session) {
    const data = dataOf(action.data);
    return (data && (await edited(session, action, data))) ?? action;
  },
};

/**
 * An action that puts a note into a scene, with its edit where the client does not ask for that later. Undefined where the
 * note can stand nowhere in the scene.
 */
export async function withEdit(
  session: Session,
  action: CodeAction,
  from: string,
  { uri, item, note }: NoteInScene,
  token: CancellationToken,
): Promise<CodeAction | undefined> {
  const data: SceneData = { uri, item, note, from, version: versionOf(session, uri) };
  if (session.client.resolvesActionEdits) return { ...action, data };
  const made = await edited(session, action, data);
  return token.isCancellationRequested ? undefined : made;
}

/** Undefined where the text has changed since, or the note cannot stand there. */
async function edited(session: Session, action: CodeAction, data: SceneData): Promise<CodeAction | undefined> {
  const { workspace, client } = session;
  const { uri, item, note, from, version } = data;
  if (!workspace.season(uri)?.files.has(uri)) return undefined;
  const manuscript = await workspace.manuscript(uri);
  if (!manuscript || versionOf(session, uri) !== version) return undefined;
  const edit = itemsOf(manuscript.facts)[item] && beneathHeading(manuscript, item, note);
  if (!edit) return undefined;
  const { text } = manuscript;
  const line = text.lineAt(edit.start) + 2;
  return {
    ...action,
    edit: workspaceEditOf(session, [{ uri, text, edits: [edit] }], { from, label: action.title }),
    // A note that nobody sees being written is of little use: the writer goes on from there.
    ...(client.options.commandLinks && {
      command: { title: action.title, command: goToCommand, arguments: [workspace.clientUri(uri), line, 0] },
    }),
  };
}

function versionOf({ workspace }: Session, uri: string): number | null {
  return workspace.document(uri)?.version ?? null;
}

/** It has been with the client: it may be anything. */
function dataOf(data: unknown): SceneData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, item, note, from, version } = data as Partial<SceneData>;
  if (typeof uri !== 'string' || typeof note !== 'string' || typeof from !== 'string') return undefined;
  if (typeof item !== 'number' || (typeof version !== 'number' && version !== null)) return undefined;
  return { uri, item, note, from, version };
}
