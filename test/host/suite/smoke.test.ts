// The extension is there, wakes up when a script is opened, and not before it is needed.
import * as vscode from 'vscode';
import { at, eventually, extension, openFile } from '../lib/editor.ts';
import { equal, ok } from '../lib/expect.ts';

describe('the extension', () => {
  it('is installed', () => {
    equal(extension().packageJSON.displayName, 'Chekhov');
  });

  it('activates when a Fountain script is opened', async () => {
    const { document } = await openFile('episode-1.fountain');
    equal(document.languageId, 'fountain');
    await eventually('activation', () => extension().isActive);
  });

  it('leaves treatments as Markdown', async () => {
    const { document } = await openFile('episode-2.treatment.md');
    equal(document.languageId, 'markdown');
  });

  it('runs in a workspace that is a copy', async () => {
    const { document } = await openFile('episode-1.fountain');
    ok(at(document, '[[setup: brass-key').line > 0, 'an annotation in the script');
    ok(vscode.workspace.workspaceFolders?.[0]?.uri.path.includes('/chekhov-'), 'a temporary folder');
  });
});
