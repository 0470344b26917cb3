import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import type { DiskChange } from '../workspace/disk.ts';
import { describe, type Log } from '../workspace/log.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Client } from './client.ts';
import { guardNotification } from './guard.ts';

const watchers: FileSystemWatcher[] = [
  { globPattern: '**/*.{fountain,spmd,treatment}' },
  { globPattern: '**/*.treatment.md' },
  { globPattern: '**/*.{md,markdown}' },
  { globPattern: '**/*.study.yaml' },
  // Of a folder that is deleted, renamed or moved here, nothing but the folder is told.
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

const changes: Readonly<Record<FileChangeType, DiskChange>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Takes what the client tells of files and folders, before it is asked to. */
export function listenToFiles(connection: Connection, workspace: Workspace, log: Log): void {
  connection.onDidChangeWatchedFiles(
    guardNotification(
      DidChangeWatchedFilesNotification.method,
      ({ changes: events }) => {
        for (const { uri, type } of events) workspace.diskChanged(uri, changes[type] ?? 'changed');
      },
      log,
    ),
  );
  connection.workspace.onDidCreateFiles(({ files }) => {
    for (const { uri } of files) workspace.diskChanged(uri, 'created');
  });
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) workspace.diskChanged(uri, 'deleted');
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      workspace.diskChanged(oldUri, 'deleted');
      workspace.diskChanged(newUri, 'created');
    }
  });
}

/** Asks the client to tell of changes. Never rejects: a client that refuses is one that tells nothing. */
export async function askToWatch(connection: Connection, client: Client, log: Log): Promise<void> {
  const { watchFiles, watchSettings } = client;
  const asked = [
    watchFiles && connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    watchSettings && connection.client.register(DidChangeConfigurationNotification.type, { section: 'chekhov' }),
  ];
  try {
    await Promise.all(asked);
  } catch (error) {
    log.warn(`The client does not watch files: ${describe(error)}`);
  }
}
