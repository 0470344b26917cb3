// Problems appear and go, while typing and when files change on disk; bad files do no harm.
import * as vscode from 'vscode';
import { at, eventually, hoverText, openFile, workspaceFile } from '../lib/editor.ts';
import { equal, includes } from '../lib/expect.ts';

const codes = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source?.toLowerCase() === 'chekhov')
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
const remove = (name: string) => vscode.workspace.fs.delete(workspaceFile(name));

/** Does something again and again until `probe` shows it: a watcher that is still starting misses the first time. */
const until = (
  what: string,
  act: () => Thenable<unknown>,
  probe: () => Thenable<string>,
  shows: (seen: string) => boolean,
) =>
  eventually(
    what,
    async () => {
      await act();
      let seen = '';
      for (let i = 0; i < 20; i++) {
        seen = await probe();
        if (shows(seen)) return true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(seen);
    },
    60_000,
  );

async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = at(document, old);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + old.length)), text);
  await vscode.workspace.applyEdit(edit);
}

describe('checking', () => {
  it('warns of a setup that is never paid off', async () => {
    const { document } = await openFile('episode-1.fountain');
    await eventually('setup.unpaid', () => codes(document.uri).includes('setup.unpaid'));
  });

  it('says nothing any more once it is paid, and again when it is not', async () => {
    const script = (await openFile('episode-1.fountain')).document;
    const treatment = (await openFile('episode-2.treatment.md')).document;
    await eventually('setup.unpaid', () => codes(script.uri).includes('setup.unpaid'));
    const editor = await openFile('episode-1.fountain');
    await replace(treatment, 'He opens the desk', 'He reads the letter. [[payoff: sealed-letter]] He opens the desk');
    await eventually('the problem to go', () => !codes(editor.document.uri).includes('setup.unpaid'));
    await replace(treatment, 'He reads the letter. [[payoff: sealed-letter]] ', '');
    await eventually('the problem to return', () => codes(editor.document.uri).includes('setup.unpaid'));
  });

  it('reports an annotation that names nothing', async () => {
    const { document } = await openFile('episode-1.fountain');
    await replace(document, 'Nobody will ever look there.', 'Nobody will ever look there. [[setup:]]');
    await eventually('annotation.malformed', () => codes(document.uri).includes('annotation.malformed'));
    await replace(document, ' [[setup:]]', '');
    await eventually('the problem to go', () => !codes(document.uri).includes('annotation.malformed'));
  });

  it('notices files that come and go on disk', async () => {
    const { document } = await openFile('episode-2.treatment.md');
    const card = () => hoverText(document, at(document, 'brass-key'));
    const extra = 'Episode: 3\n\nINT. CELLAR - NIGHT\n\nThe key again. [[reminder: brass-key | In the cellar.]]\n';
    await until(
      'the new reminder',
      () => write('episode-3.fountain', extra),
      card,
      (seen) => seen.includes('In the cellar'),
    );
    await remove('episode-3.fountain');
    await eventually('the reminder to go', async () => !(await card()).includes('In the cellar'));
  });

  it('keeps the last good study while one is broken', async () => {
    const { document } = await openFile('locked-room.study.yaml');
    const script = (await openFile('episode-1.fountain')).document;
    const card = () => hoverText(script, at(script, 'brass-key'));
    await eventually('the title from the study', async () => (await card()).includes('The brass key'));
    await openFile('locked-room.study.yaml');
    await replace(document, 'study: 1', 'study: [');
    await eventually('study.invalid', () => codes(document.uri).includes('study.invalid'));
    includes(await card(), 'The brass key');
    await replace(document, 'study: [', 'study: 1');
    await eventually('no problem', () => codes(document.uri).length === 0);
  });

  it('leaves out an entry that is wrong, and says where', async () => {
    const { document } = await openFile('locked-room.study.yaml');
    const { line } = at(document, 'kind: object');
    await replace(document, 'kind: object', 'kind: 7');
    const problem = () => vscode.languages.getDiagnostics(document.uri).find(({ range }) => range.start.line === line);
    equal((await eventually('a problem at its place', problem)).severity, vscode.DiagnosticSeverity.Error);
    await replace(document, 'kind: 7', 'kind: object');
    await eventually('no problem', () => codes(document.uri).length === 0);
  });

  it('reads on after files that cannot be read', async () => {
    await vscode.workspace.fs.writeFile(workspaceFile('binary.fountain'), new Uint8Array([0, 255, 254, 0, 1, 2, 3]));
    await write('empty.fountain', '');
    await write('broken.study.yaml', '}{: [');
    const { document } = await openFile('episode-1.fountain');
    await eventually('a card', async () =>
      (await hoverText(document, at(document, 'brass-key'))).includes('The brass key'),
    );
    for (const name of ['binary.fountain', 'empty.fountain', 'broken.study.yaml']) await remove(name);
    await eventually('a card', async () =>
      (await hoverText(document, at(document, 'brass-key'))).includes('The brass key'),
    );
  });
});
