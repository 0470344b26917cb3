import type { FindFilesParams, FindFilesResult, ReadFileParams, ReadFileResult } from '../protocol/files.ts';
import { FileProblem, type FileSystem, maxBytes, skippedFolders } from './file-system.ts';
import { filePattern } from './kinds.ts';
import { describe, type Log } from './log.ts';

/** How the client is asked. */
export interface FileRequests {
  findFiles(params: FindFilesParams): Promise<FindFilesResult>;
  readFile(params: ReadFileParams): Promise<ReadFileResult>;
}

/** Files that only the client can reach. */
export class ClientFileSystem implements FileSystem {
  private readonly client: FileRequests;
  private readonly log: Log;

  constructor(client: FileRequests, log: Log) {
    this.client = client;
    this.log = log;
  }

  async read(uri: string): Promise<string> {
    const answer = await this.client.readFile({ uri, maxBytes }).catch((error: unknown) => {
      throw new FileProblem(error instanceof Error ? error.message : String(error));
    });
    if ('missing' in answer) throw new FileProblem('it is not there', true);
    if ('problem' in answer) throw new FileProblem(answer.problem);
    if (answer.text.slice(0, 8000).includes('\0')) throw new FileProblem('it is binary');
    return answer.text.startsWith('\ufeff') ? answer.text.slice(1) : answer.text;
  }

  async *find(folder: string, wanted: (name: string) => boolean): AsyncIterable<string> {
    const exclude = `**/{${[...skippedFolders].join(',')}}/**`;
    try {
      const { uris } = await this.client.findFiles({ folder, include: filePattern, exclude });
      for (const uri of new Set(uris)) if (wanted(uri)) yield uri;
    } catch (error) {
      this.log.warn(`The files of ${folder} cannot be listed: ${describe(error)}`);
    }
  }

  /** The client tells of folders by their files: whatever lies in one is found, and in a file nothing is. */
  async isFolder(): Promise<boolean> {
    return true;
  }
}
