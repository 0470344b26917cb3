// A zip archive once more, by a compressor that takes its time (7-Zip's): the files are the same, in fewer bytes.
import { chmodSync, copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { path7za } from '7zip-bin';
import { run, temporaryFolder } from './processes.mjs';
import { Plain } from './terminal.mjs';

/** Writes the archive anew. @param {string} archive */
export async function squeeze(archive) {
  if (process.platform !== 'win32') chmodSync(path7za, 0o755); // the package leaves that to whoever runs it
  const { folder, remove } = temporaryFolder('squeeze');
  const [inside, list, squeezed] = ['inside', 'list.txt', 'squeezed.zip'].map((name) => path.join(folder, name));
  await sevenZip(['x', archive, `-o${inside}`], folder);
  const names = readdirSync(inside, { recursive: true, encoding: 'utf8' });
  // Files alone: as vsce packs them, there are no entries for folders.
  writeFileSync(list, names.filter((name) => statSync(path.join(inside, name)).isFile()).join('\n'));
  await sevenZip(['a', '-tzip', '-mx=9', '-mfb=258', '-mpass=15', squeezed, `@${list}`], inside);
  copyFileSync(squeezed, archive);
  await remove();
}

/** @param {string[]} args @param {string} cwd */
async function sevenZip(args, cwd) {
  const { ok, output, why } = await run(path7za, args, { cwd });
  if (!ok) throw new Plain(`The package could not be squeezed (${why}):\n${output.trim()}`);
}
