import { type FileSystem, noFiles } from './file-system.ts';
import { schemeOf } from './uris.ts';

/** Files on disk where the server has one, all others from the client where it offers that. */
export function routed(disk: FileSystem | undefined, client: FileSystem | undefined): FileSystem {
  const of = (uri: string): FileSystem => (schemeOf(uri) === 'file' && disk) || client || noFiles;
  return {
    read: (uri) => of(uri).read(uri),
    find: (folder, wanted) => of(folder).find(folder, wanted),
    isFolder: (uri) => of(uri).isFolder(uri),
    watch: (folder, changed) => of(folder).watch?.(folder, changed) ?? { dispose() {} },
  };
}
