// A zip archive once more, by a compressor that takes its time (Zopfli): the files are the same, in fewer bytes.
import { inflateRawSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** Says that sizes follow the data; in the archive that is written, they precede it. */
const SIZES_FOLLOW = 8;

/**
 * Of an archive as vsce writes it: without encryption, comment at its end, or sizes of more than 32 bits.
 * @param {Buffer} zip
 * @returns {Promise<Buffer>}
 */
export async function squeeze(zip) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { header, data } of entriesOf(zip)) {
    const best = await packed(header.readUInt16LE(10), data);
    const entry = Buffer.from(header);
    entry.writeUInt16LE(header.readUInt16LE(8) & ~SIZES_FOLLOW, 8);
    entry.writeUInt16LE(best.method, 10);
    entry.writeUInt32LE(best.data.length, 20);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry);
    const local = localHeader(entry);
    parts.push(local, best.data);
    offset += local.length + best.data.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.from(zip.subarray(zip.length - 22));
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, all, end]);
}

/** The entries of the central directory, each with its data as they are packed. @param {Buffer} zip */
function* entriesOf(zip) {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error('The archive has a comment at its end, or is none.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('The archive’s directory is broken.');
    const length = 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const header = zip.subarray(at, at + length);
    const local = header.readUInt32LE(42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    yield { header, data: zip.subarray(start, start + header.readUInt32LE(20)) };
    at += length;
  }
}

/** The shortest of what there is. @param {number} method @param {Buffer} data */
async function packed(method, data) {
  const plain = method === DEFLATED ? inflateRawSync(data) : data;
  const ways = [
    { method, data },
    { method: STORED, data: plain },
  ];
  if (plain.length > 0)
    ways.push({
      method: DEFLATED,
      data: Buffer.from(await zopfli.deflateAsync(plain, { numiterations: 2, blocksplitting: true })),
    });
  return ways.reduce((best, one) => (one.data.length < best.data.length ? one : best));
}

/** What stands before the data of an entry. @param {Buffer} entry */
function localHeader(entry) {
  const name = entry.subarray(46, 46 + entry.readUInt16LE(28));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  entry.copy(header, 4, 6, 28); // version, flags, method, time, checksum, sizes
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}
