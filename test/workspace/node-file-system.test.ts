import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '../../server/workspace/file-system.ts';
import { kindOfFile } from '../../server/workspace/kinds.ts';
import { NodeFileSystem } from '../../server/workspace/node-file-system.ts';
import { Folder } from '../server/lib/folder.ts';

const logged: string[] = [];
const log = { info: () => {}, warn: (line: string) => void logged.push(line), error: () => {} };
const files = new NodeFileSystem(log);
let folder: Folder;

afterEach(() => {
  folder.remove();
  logged.length = 0;
});

async function found(): Promise<string[]> {
  const names: string[] = [];
  for await (const uri of files.find(folder.uri, (name) => kindOfFile(name) !== undefined))
    names.push(uri.slice(folder.uri.length + 1));
  return names.sort();
}

describe('finding files', () => {
  it('goes through folders, but not through what holds no one’s writing', async () => {
    folder = new Folder({
      'a.fountain': '',
      'b/c/d.treatment.md': '',
      'notes.txt': '',
      'node_modules/e.fountain': '',
      '.git/f.fountain': '',
    });
    expect(await found()).toEqual(['a.fountain', 'b/c/d.treatment.md']);
  });

  it('ends where a folder links to itself, and finds each file once, by its own name', async () => {
    folder = new Folder({ 'b/one.fountain': '' });
    symlinkSync(folder.path, join(folder.path, 'b/loop'));
    symlinkSync(join(folder.path, 'b'), join(folder.path, 'a'));
    symlinkSync(join(folder.path, 'b/one.fountain'), join(folder.path, 'another.fountain'));
    symlinkSync(join(folder.path, 'itself'), join(folder.path, 'itself'));
    symlinkSync(join(folder.path, 'gone'), join(folder.path, 'nowhere.fountain'));
    expect(await found()).toEqual(['b/one.fountain']);
    expect(logged.join()).toContain('links to itself');
  });

  it('follows links that lead out of the folder', async () => {
    const elsewhere = new Folder({ 'x.fountain': '', 'in/y.fountain': '' });
    folder = new Folder();
    symlinkSync(join(elsewhere.path, 'x.fountain'), join(folder.path, 'x.fountain'));
    symlinkSync(join(elsewhere.path, 'in'), join(folder.path, 'linked'));
    expect(await found()).toEqual(['linked/y.fountain', 'x.fountain']);
    elsewhere.remove();
  });

  it('says what cannot be listed, and finds the rest', async () => {
    folder = new Folder({ 'a.fountain': '' });
    const names: string[] = [];
    for await (const uri of files.find(folder.file('gone'), () => true)) names.push(uri);
    expect(names).toEqual([]);
    expect(logged.join()).toContain('is not there');
    expect(await found()).toEqual(['a.fountain']);
  });
});

describe('reading files', () => {
  const problem = (uri: string) => files.read(uri).then(String, (error: Error) => error.message);

  it('gives the text without its byte-order mark', async () => {
    folder = new Folder({ 'a.fountain': '\ufeffINT. A - DAY\r\n' });
    expect(await files.read(folder.file('a.fountain'))).toBe('INT. A - DAY\r\n');
  });

  it('says why there is none', async () => {
    folder = new Folder({ 'binary.fountain': new Uint8Array([65, 0, 66]), 'big.fountain': 'x'.repeat(10_485_760) });
    expect(await problem(folder.file('binary.fountain'))).toContain('binary');
    expect(await problem(folder.file('big.fountain'))).toContain('10.5 MB');
    expect(await problem(folder.file('gone.fountain'))).toContain('not there');
    expect(await problem(folder.uri)).toContain('no file');
  });

  it('does not wait for the end of a pipe', async () => {
    folder = new Folder();
    execFileSync('mkfifo', [join(folder.path, 'pipe.fountain')]);
    expect(await problem(folder.file('pipe.fountain'))).toContain('no file');
  });

  it('says so where it may not', async () => {
    folder = new Folder({ 'secret.fountain': 'open to root' });
    chmodSync(join(folder.path, 'secret.fountain'), 0);
    const may = process.getuid?.() === 0;
    expect(await problem(folder.file('secret.fountain'))).toContain(may ? 'open to root' : 'may not be read');
  });

  it('reads UTF-16 where a byte-order mark says so', () => {
    expect(decode(new Uint8Array([0xff, 0xfe, 0x41, 0]))).toBe('A');
    expect(decode(new Uint8Array([0xfe, 0xff, 0, 0x41]))).toBe('A');
  });
});
