import { ReachbackError } from '../errors/reachback-error.ts';

/** Told once of each stored row that this version cannot read. Must not throw. */
export type TellUnreadable = (error: ReachbackError) => void;

/** Reads rows, leaving out those that `read` throws a coded error for. */
export type ReadableRows = <Stored, Plain>(
  stored: readonly Stored[],
  read: (row: Stored) => Plain,
) => Plain[];

/** One row somebody spoilt must not keep the work on all the others from being done; it is told of instead. */
export function createReadableRows(tell: TellUnreadable): ReadableRows {
  const told = new Set<string>();
  return (stored, read) =>
    stored.flatMap((row) => {
      try {
        return [read(row)];
      } catch (cause) {
        if (!(cause instanceof ReachbackError)) throw cause;
        if (!told.has(cause.message)) {
          told.add(cause.message);
          tell(cause);
        }
        return [];
      }
    });
}
