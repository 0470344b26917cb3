import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { Editor, serverFile } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

let folder: Folder | undefined;
afterEach(() => folder?.remove());

describe('the server as a process', () => {
  it('says who it is and what it can', async () => {
    const editor = await Editor.start({ process: true });
    expect(editor.initialized.serverInfo?.name).toBe('Chekhov');
    expect(editor.initialized.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      implementationProvider: true,
      referencesProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      semanticTokensProvider: { full: { delta: true }, range: true },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
    });
    await editor.stop();
  });

  it('ends when it is told to', async () => {
    const editor = await Editor.start({ process: true });
    const exit = once(editor.process!, 'exit');
    await editor.stop();
    expect((await exit)[0]).toBe(0);
  });

  it('ends when the editor is gone', async () => {
    folder = new Folder({ 'e1.fountain': 'INT. A - DAY\n\nSun.\n' });
    const editor = await Editor.start({ process: true, folders: [folder] });
    const exit = once(editor.process!, 'exit');
    editor.process!.stdin!.end();
    expect((await exit)[0]).toBe(1);
    editor.connection.dispose();
  });

  it('says how it is started to who starts it otherwise', async () => {
    const child = spawn(process.execPath, [serverFile], { stdio: ['ignore', 'ignore', 'pipe'] });
    let told = '';
    child.stderr.on('data', (data) => {
      told += data;
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(2);
    expect(told).toContain('--stdio');
  });
});
