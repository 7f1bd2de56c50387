import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The first moment a zip can name, by the clock of wherever this runs: so it is written down the same everywhere. */
const always = new Date(1980, 0, 1);

/** A zip archive of these files at its root, in this order; the same files give the same bytes, on every machine. */
export async function zip(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of files) {
    // Stored as they are: the images are compressed, and compression may differ from one zlib to the next.
    archive.addBuffer(content, name, {
      mtime: always,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  }
  archive.end();
  return buffer(archive.outputStream);
}
