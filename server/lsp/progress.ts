import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';

const every = 100;

/** Shows how far the first indexing has got, in clients that show such things. Never rejects. */
export async function showProgress(connection: Connection, workspace: Workspace): Promise<void> {
  if (workspace.isSettled()) return;
  try {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Chekhov', 0, t('Reading scripts and treatments'), false);
    const timer = setInterval(() => {
      const { files, left } = workspace.progress();
      progress.report(files === 0 ? 0 : (100 * (files - left)) / files, t('{0} of {1} files', files - left, files));
    }, every);
    await workspace.settled();
    clearInterval(timer);
    progress.done();
  } catch {
    // A client that shows no progress, or is gone: the work goes on all the same.
  }
}
