import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';

/** Linux's numbers of file systems that do not last: one lives in memory, the other is a container's own layer, gone when it is replaced. */
const passing: readonly number[] = [0x01021994, 0x794c7630];

/** Whether what is kept at a place is gone after a restart or a redeployment; `type`: of its file system, as `statfs` tells. Pure. */
export function isEmptied(place: string, type: number): boolean {
  return passing.includes(type) || [tmpdir(), '/tmp', '/var/tmp'].some((top) => isBelow(place, resolve(top)));
}

function isBelow(place: string, top: string): boolean {
  return place === top || place.startsWith(top.endsWith(sep) ? top : `${top}${sep}`);
}
