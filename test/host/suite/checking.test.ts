// Problems appear and go, while typing and when files change on disk; bad files do no harm.
import * as vscode from 'vscode';
import { at, eventually, hoverText, openFile, workspaceFile } from '../lib/editor.ts';
import { includes } from '../lib/expect.ts';

const codes = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source?.toLowerCase() === 'chekhov')
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
const remove = (name: string) => vscode.workspace.fs.delete(workspaceFile(name));

/** Does something again and again until it shows: a watcher that is still starting misses the first time. */
const until = (what: string, act: () => Thenable<unknown>, shows: () => unknown) =>
  eventually(
    what,
    async () => {
      await act();
      for (let i = 0; i < 20; i++) {
        if (await shows()) return true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return false;
    },
    25_000,
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
    const extra = 'Episode: 1\n\nINT. CELLAR - NIGHT\n\nThe key again. [[reminder: brass-key | In the cellar.]]\n';
    await until(
      'the new reminder',
      () => write('episode-1b.fountain', extra),
      async () => (await card()).split('Reminder').length > 2,
    );
    await remove('episode-1b.fountain');
    await eventually('the reminder to go', async () => (await card()).split('Reminder').length === 2);
  });

  it('shows where a study is wrong, and keeps what was good', async () => {
    const { document } = await openFile('locked-room.study.yaml');
    await replace(document, 'kind: object\n    evidence_for', 'kind: 7\n    evidence_for');
    await eventually('study.invalid', () => codes(document.uri).includes('study.invalid'));
    await replace(document, 'study: 1', 'study: [');
    await eventually('study.invalid', () => codes(document.uri).includes('study.invalid'));
    const script = (await openFile('episode-1.fountain')).document;
    includes(await hoverText(script, at(script, 'brass-key')), 'The brass key');
    await replace(document, 'study: [', 'study: 1');
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
