import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';
import { coded, type Finding, good, problem, warning } from '../finding.ts';

const mebibyte = 1024 * 1024;
const fewBytes = 500 * mebibyte;
const tooFewBytes = 50 * mebibyte;
/** Linux's number of a file system that lives in memory. */
const tmpfs = 0x01021994;

/** The disk of an existing data directory. Throws what the file system throws. */
export async function disk(directory: string, production: boolean): Promise<Finding[]> {
  const place = resolve(directory);
  const { bavail, bsize, type } = await statfs(place);
  const temporary =
    type === tmpfs || [tmpdir(), '/tmp', '/var/tmp'].some((top) => isBelow(place, resolve(top)));
  return [freeSpace(bavail * bsize), ...(temporary ? [lostAtRestart(place, production)] : [])];
}

/** What free space of so many bytes means for a ledger that must be written before anything is sent. Pure. */
export function freeSpace(bytes: number): Finding {
  const free = `${Math.floor(bytes / mebibyte).toLocaleString('en')} MiB are free on the disk of DATA_DIR.`;
  if (bytes < tooFewBytes) return coded('disk', 'problem', 'store.full', {}, free);
  if (bytes < fewBytes)
    return warning(
      'disk',
      free,
      'Free space there, or move DATA_DIR to a larger disk: with none left nothing is sent.',
    );
  return good('disk', free);
}

function lostAtRestart(place: string, production: boolean): Finding {
  const said = `DATA_DIR (${place}) is a place that is emptied: the ledger of what was sent would be lost with it.`;
  const next =
    'Set DATA_DIR to a directory on a disk that survives a restart of the machine and a redeployment.';
  return production ? problem('disk', said, next) : warning('disk', said, next);
}

function isBelow(place: string, top: string): boolean {
  return place === top || place.startsWith(top.endsWith(sep) ? top : `${top}${sep}`);
}
