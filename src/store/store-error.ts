import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';

const engineError = z.object({ code: z.string().optional(), errcode: z.number().optional() });

/** SQLite's primary result code for a full disk or file; PostgreSQL's class 53 has `disk_full`. */
const sqliteFull = 13;
const postgresDiskFull = '53100';

/** Puts an engine's error in the catalogue's words; passes our own errors through. */
export function storeError(cause: unknown): ReachbackError {
  if (cause instanceof ReachbackError) return cause;
  const seen = engineError.safeParse(cause);
  const errcode = seen.success ? seen.data.errcode : undefined;
  const code = seen.success ? seen.data.code : undefined;
  const full =
    (errcode !== undefined && (errcode & 0xff) === sqliteFull) ||
    code === postgresDiskFull ||
    code === 'ENOSPC';
  return new ReachbackError(full ? 'store.full' : 'store.unavailable', {
    cause,
    facts: {
      ...(code === undefined ? {} : { engineCode: code }),
      ...(errcode === undefined ? {} : { errcode }),
    },
  });
}
