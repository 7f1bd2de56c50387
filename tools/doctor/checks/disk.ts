import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Finding, problem, warning } from '../finding.ts';
import { freeSpace } from './free-space.ts';
import { isEmptied } from './is-emptied.ts';

/** The disk of an existing data directory. Throws what the file system throws. */
export async function disk(directory: string, production: boolean): Promise<Finding[]> {
  const place = resolve(directory);
  const { bavail, bsize, type } = await statfs(place);
  return [freeSpace(bavail * bsize), ...(isEmptied(place, type) ? [lostAtRestart(place, production)] : [])];
}

function lostAtRestart(place: string, production: boolean): Finding {
  const said = `DATA_DIR (${place}) is a place that is emptied: the ledger of what was sent would be lost with it.`;
  const next =
    'Set DATA_DIR to a directory on a disk that survives a restart of the machine and a redeployment; in a container, to a volume.';
  return production ? problem('disk', said, next) : warning('disk', said, next);
}
