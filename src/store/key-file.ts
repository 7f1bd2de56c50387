import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const stored = z.array(z.object({ kid: z.string(), secret: z.string().min(32), madeAt: z.number() })).min(1);

/** A key as it is kept; `madeAt` in epoch milliseconds. */
export type KeptKey = z.output<typeof stored>[number];

const changedAfterMs = 30 * 24 * 60 * 60_000;
/** What an old key signed or sealed is over after that. */
const stillHeldMs = 48 * 60 * 60_000;

/** The keys that hold now, newest first: a new one when the newest is old, without those that were followed by another long ago. Pure. */
function keysNow(keys: readonly KeptKey[], now: number, fresh: () => KeptKey): readonly KeptKey[] {
  const [newest] = keys;
  const all = newest === undefined || now - newest.madeAt > changedAfterMs ? [fresh(), ...keys] : keys;
  return all.filter((_, index) => index === 0 || now - (all[index - 1]?.madeAt ?? now) <= stillHeldMs);
}

/** The keys kept in a file only this user may read; made when there is none, changed when it is time. Throws what the disk throws. */
export function keptKeys(
  directory: string,
  name: string,
  now: number,
  fresh: () => KeptKey,
): readonly KeptKey[] {
  const path = join(directory, name);
  const before = read(path);
  const keys = keysNow(before, now, fresh);
  if (JSON.stringify(keys) !== JSON.stringify(before)) write(path, keys);
  return keys;
}

function read(path: string): readonly KeptKey[] {
  try {
    return stored.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Whole or not at all. */
function write(path: string, keys: readonly KeptKey[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  writeFileSync(beside, JSON.stringify(keys), { mode: 0o600 });
  chmodSync(beside, 0o600);
  renameSync(beside, path);
}
