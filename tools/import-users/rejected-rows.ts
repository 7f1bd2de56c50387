import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import type { UserRow } from './read/read-users.ts';

/** How far the two files of rejected rows go, in bytes. */
export interface RejectedSizes {
  readonly rows: number;
  readonly reasons: number;
}

export interface RejectedRows {
  add(row: UserRow, kind: string, reason: string): void;
  /** On the disk, and how far that is. */
  sizes(): RejectedSizes;
  close(): void;
}

/**
 * Rows that were not imported, beside the file they come from: one file of them as they stood there, to be mended and imported, and one of
 * line numbers and reasons. Goes on at `from`; what was written behind that is of rows that are read again.
 */
export function openRejectedRows(
  paths: ReturnType<typeof rejectedPaths>,
  head: string,
  from: RejectedSizes | null,
): RejectedRows {
  const rows = openAt(paths.rows, from?.rows ?? 0);
  const reasons = openAt(paths.reasons, from?.reasons ?? 0);

  return {
    add({ raw, line }, kind, reason) {
      if (raw !== null) {
        if (rows.size() === 0) rows.write(Buffer.from(head));
        rows.write(Buffer.concat([raw, Buffer.from('\n')]));
      }
      reasons.write(
        Buffer.from(
          `line ${line}: ${kind}: ${reason}${raw === null ? ' (left out of the other file)' : ''}\n`,
        ),
      );
    },
    sizes: () => ({ rows: rows.sync(), reasons: reasons.sync() }),
    close() {
      rows.close();
      reasons.close();
    },
  };
}

/** Where the rejected rows of a file go. Pure. */
export function rejectedPaths(path: string): { readonly rows: string; readonly reasons: string } {
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  return { rows: `${stem}.rejected${ending}`, reasons: `${stem}.rejected.txt` };
}

/** Nothing is written, nothing is there. */
function openAt(path: string, from: number) {
  let size = from;
  let file = existsSync(path) && from > 0 ? openSync(path, 'r+') : null;
  if (file !== null) ftruncateSync(file, from);
  else if (existsSync(path)) unlinkSync(path);
  return {
    size: () => size,
    write(bytes: Buffer) {
      file ??= openSync(path, 'w');
      size += writeSync(file, bytes, 0, bytes.length, size);
    },
    sync() {
      if (file !== null) fsyncSync(file);
      return size;
    },
    close() {
      if (file !== null) closeSync(file);
    },
  };
}
