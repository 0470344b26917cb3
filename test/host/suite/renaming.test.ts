// A name that is refused changes nothing: no other extension may write it over the annotation.
import * as vscode from 'vscode';
import { at, eventually, openFile } from '../lib/editor.ts';
import { equal } from '../lib/expect.ts';

describe('renaming in a treatment', () => {
  const renamed = async (newName: string) => {
    const { document } = await openFile('episode-2.treatment.md');
    const position = at(document, '[[payoff: brass-key', { into: 12 });
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      newName,
    );
  };

  it('gives an id another name in every text', async () => {
    await eventually('edits of several files', async () => (await renamed('old-key')).size > 1);
  });

  it('does nothing at all where the name cannot be given', async () => {
    for (const name of ['The key, of brass!', 'sealed-letter']) equal((await renamed(name)).size, 0, name);
  });
});
