import { CancellationToken, type Connection } from 'vscode-languageserver';
import { pause } from '../workspace/breath.ts';
import { describe } from '../workspace/log.ts';
import type { Session } from './feature.ts';
import { emptyReport } from './reports.ts';

const rest = 150;

/** Sends what is wrong to a client that does not ask for it, file by file, whenever it has become something else. */
export class Publisher {
  private readonly connection: Connection;
  private readonly session: Session;
  private readonly sent = new Map<string, string>();
  private stopped = false;

  constructor(connection: Connection, session: Session) {
    this.connection = connection;
    this.session = session;
    void this.run();
  }

  dispose(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const change = this.session.reports.nextChange();
      try {
        await this.publish();
      } catch (error) {
        this.session.log.error(`Diagnostics cannot be published: ${describe(error)}`);
      }
      await change;
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }

  private async publish(): Promise<void> {
    const { workspace, reports } = this.session;
    for (const uri of new Set([...workspace.uris(), ...this.sent.keys()])) {
      const { id, items } = await reports.of(uri, CancellationToken.None);
      if (this.stopped) return;
      const before = this.sent.get(uri) ?? emptyReport.id;
      if (workspace.stateOf(uri) === undefined) this.sent.delete(uri);
      else this.sent.set(uri, id);
      if (id === before) continue;
      const version = workspace.document(uri)?.version;
      await this.connection.sendDiagnostics({
        uri: workspace.clientUri(uri),
        ...(version !== undefined && { version }),
        diagnostics: [...items],
      });
      await pause();
    }
  }
}
