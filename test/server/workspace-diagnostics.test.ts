import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CancellationTokenSource, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { CancellationTokenSource as Source } from 'vscode-languageserver';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const payoff = 'Episode: 2\n\nINT. B - DAY\n\nIt fits. [[payoff: key]]\n';
const fine = 'Episode: 1\n\nINT. C - DAY\n\nSun.\n';

let folder: Folder;
let editor: Editor;

beforeEach(async () => {
  folder = new Folder({ 'e2.fountain': payoff, 'e1.fountain': fine });
  editor = await Editor.start({ folders: [folder] });
});
afterEach(async () => {
  await editor.stop();
  folder.remove();
});

type Heard = readonly { readonly uri: string; readonly value: string }[];
const pull = (heard: Heard = [], more: object = {}, source: CancellationTokenSource = new Source()) =>
  editor.connection.sendRequest<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    { previousResultIds: heard, ...more },
    source.token,
  );
const heardFrom = ({ items }: WorkspaceDiagnosticReport): Heard =>
  items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
const summary = ({ items }: WorkspaceDiagnosticReport) =>
  Object.fromEntries(
    items.map((item) => [
      item.uri.split('/').at(-1),
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]),
  );
const waits = { partialResultToken: 'here' };

describe('what is wrong in all files', () => {
  it('is told of files that are open and of others, and only once', async () => {
    await editor.open(folder.file('e2.fountain'), payoff);
    const first = await pull();
    expect(summary(first)).toEqual({ 'e2.fountain': ['payoff.unplanted'], 'e1.fountain': [] });
    expect(first.items.find(({ uri }) => uri.endsWith('e2.fountain'))!.version).toBe(1);
    expect(first.items.find(({ uri }) => uri.endsWith('e1.fountain'))!.version).toBeNull();
    const again = await pull(heardFrom(first));
    expect(summary(again)).toEqual({ 'e2.fountain': 'unchanged', 'e1.fountain': 'unchanged' });
  });

  it('is told when there is something new, to who can wait', async () => {
    const first = await pull([], waits);
    let answered = false;
    const next = pull(heardFrom(first), waits).then((report) => {
      answered = true;
      return report;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(answered).toBe(false);
    await editor.open(folder.file('e1.fountain'), fine.replace('Sun.', 'Sun. [[setup: key]]'));
    expect(summary(await next)).toEqual({ 'e2.fountain': [], 'e1.fountain': 'unchanged' });
  });

  it('is told no more where nobody waits', async () => {
    const source = new Source();
    const first = await pull([], waits);
    const next = pull(heardFrom(first), waits, source);
    setTimeout(() => source.cancel(), 50);
    await expect(next).rejects.toThrow('Cancelled');
  });

  it('ends with the server', async () => {
    const first = await pull([], waits);
    const next = pull(heardFrom(first), waits);
    await editor.request('shutdown', undefined);
    expect(summary(await next)).toEqual({ 'e2.fountain': 'unchanged', 'e1.fountain': 'unchanged' });
  });

  it('is nothing of a file that is gone', async () => {
    const first = await pull();
    await editor.diskChanged(folder.delete('e2.fountain'), 3);
    const second = await pull(heardFrom(first));
    expect(summary(second)).toEqual({ 'e2.fountain': [], 'e1.fountain': 'unchanged' });
    const third = await pull(heardFrom(second));
    expect(summary(third)).toEqual({ 'e2.fountain': 'unchanged', 'e1.fountain': 'unchanged' });
  });

  it('has the same id in another server, and another one when it is another', async () => {
    const { resultId } = await editor.about<{ resultId: string }>(
      'textDocument/diagnostic',
      folder.file('e2.fountain'),
    );
    await editor.stop();
    editor = await Editor.start({ folders: [folder] });
    const same = await editor.about<{ kind: string }>('textDocument/diagnostic', folder.file('e2.fountain'), {
      previousResultId: resultId,
    });
    expect(same.kind).toBe('unchanged');
    await editor.open(folder.file('e2.fountain'), `\n${payoff}`);
    const moved = await editor.about<{ kind: string }>('textDocument/diagnostic', folder.file('e2.fountain'), {
      previousResultId: resultId,
    });
    expect(moved.kind).toBe('full');
  });
});
