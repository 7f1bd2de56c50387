import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';

/** The files of a zip archive whose entries are stored as they are, by name, read by its central directory and checked by their sums. */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  assert.ok(end >= 0, 'no end of a central directory');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(archive.toString('latin1', at, at + 4), 'PK\u0001\u0002');
    assert.equal(archive.readUInt16LE(at + 10), 0, 'stored, not compressed');
    const length = archive.readUInt32LE(at + 24);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + length);
    assert.equal(crc32(content), archive.readUInt32LE(at + 16), `the sum of ${name}`);
    files.set(name, content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
