import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { bigintAsNumber } from './bigint-as-number.ts';
import { bootId } from './boot-id.ts';
import { createKyselyStore } from './kysely-store.ts';
import { openDepartures } from './open-departures.ts';
import { openSqlite } from './open-sqlite.ts';
import type { TellUnreadable } from './readable-rows.ts';
import type { Departures } from './shapes/departures.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Store } from './store.ts';

/** A connection that said nothing for so long is asked whether it is still there. */
const quietMs = 30_000;

/**
 * PostgreSQL when a URL is given, else SQLite in the data directory.
 * Rows this version cannot read are left out where many are read, and told of. Throws `store.locked`, `store.full` or `store.unavailable`.
 */
export async function openStore(
  where: { databaseUrl: string | null; dataDir: string },
  tellUnreadable?: TellUnreadable,
): Promise<Store> {
  if (where.databaseUrl !== null) {
    const pool = new Pool({
      connectionString: where.databaseUrl,
      types: { getTypeParser: bigintAsNumber },
      // A server that vanished without a word is found out: who waits for its answer would wait for ever.
      keepAlive: true,
      keepAliveInitialDelayMillis: quietMs,
    });
    // A dropped idle connection is replaced on the next query, which reports its own failure.
    pool.on('error', () => {});
    return createKyselyStore('postgres', new PostgresDialect({ pool }), { tellUnreadable });
  }
  const { database, unlock } = openSqlite(where.dataDir);
  let departures: Departures | null = null;
  try {
    const boot = bootId();
    departures = boot === null ? null : openDepartures(where.dataDir, boot);
    return await createKyselyStore('sqlite', sqliteDialect(database), {
      departures,
      release: unlock,
      tellUnreadable,
    });
  } catch (cause) {
    if (database.isOpen) database.close();
    departures?.close();
    unlock();
    throw cause;
  }
}
