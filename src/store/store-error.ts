import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { recognise } from '../errors/refusals/recognise.ts';

const engineError = z.object({ code: z.string().optional(), errcode: z.number().optional() });

/** SQLite's primary result codes (of an extended one, the lowest eight bits) by name. */
const sqliteCodes: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/** Puts an engine's error in the catalogue's words; passes our own errors through. */
export function storeError(cause: unknown): ReachbackError {
  if (cause instanceof ReachbackError) return cause;
  const seen = engineError.safeParse(cause);
  const errcode = seen.success ? seen.data.errcode : undefined;
  const code = seen.success ? seen.data.code : undefined;
  const named = errcode === undefined ? undefined : sqliteCodes[errcode & 0xff];
  const known = recognise({ by: 'store', says: [code, named].filter((each) => each !== undefined) });
  return new ReachbackError(known?.code ?? 'store.unavailable', {
    cause,
    facts: {
      ...(code === undefined ? {} : { engineCode: code }),
      ...(errcode === undefined ? {} : { errcode }),
    },
  });
}
