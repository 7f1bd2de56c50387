import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';
import { type Finding, problem, warning } from '../finding.ts';
import { freeSpace } from './free-space.ts';

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

function lostAtRestart(place: string, production: boolean): Finding {
  const said = `DATA_DIR (${place}) is a place that is emptied: the ledger of what was sent would be lost with it.`;
  const next =
    'Set DATA_DIR to a directory on a disk that survives a restart of the machine and a redeployment.';
  return production ? problem('disk', said, next) : warning('disk', said, next);
}

function isBelow(place: string, top: string): boolean {
  return place === top || place.startsWith(top.endsWith(sep) ? top : `${top}${sep}`);
}
