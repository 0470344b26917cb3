import type { FileSystem } from '../../workspace/file-system.ts';
import { liesIn } from '../../workspace/uris.ts';

/**
 * A disk of which only some folders are walked: those that hold the seasons asked about, and not all of the project that
 * they lie in. Single files are read from anywhere.
 */
export function seasonFiles(disk: FileSystem, folders: readonly string[]): FileSystem {
  const topmost = [...new Set(folders)].filter((folder, _, all) => !liesIn(all, folder));
  return {
    read: (uri) => disk.read(uri),
    isFolder: (uri) => disk.isFolder(uri),
    async *find(root, wanted) {
      for (const folder of topmost) if (folder === root || liesIn([root], folder)) yield* disk.find(folder, wanted);
    },
  };
}
