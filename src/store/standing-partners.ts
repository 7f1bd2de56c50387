import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { bigintAsNumber } from './bigint-as-number.ts';
import { guarded } from './guarded.ts';
import { ledgerFile } from './open-sqlite.ts';
import { partnerTable } from './partner-table.ts';
import type { Schema } from './schema.ts';
import type { PartnerChange } from './shapes/partner-table.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

const patienceMs = 4_000;

/**
 * The newest change of each partner registered in Teams, oldest first, from a store that a running Reachback may have; nothing is migrated
 * or written, and without a ledger there are none. Throws `store.unavailable` and what it is a case of.
 */
export function standingPartners(where: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<PartnerChange[]> {
  return guarded(async () => {
    const dialect =
      where.databaseUrl === null ? readOnlySqlite(where.dataDir) : readOnlyPostgres(where.databaseUrl);
    if (dialect === null) return [];
    const db = new Kysely<Schema>({ dialect });
    try {
      const tables = await db.introspection.getTables();
      return tables.some(({ name }) => name === 'partnerChange') ? await partnerTable(db).standing() : [];
    } finally {
      await db.destroy();
    }
  });
}

function readOnlySqlite(dataDir: string): Dialect | null {
  const ledger = join(dataDir, ledgerFile);
  return existsSync(ledger) ? sqliteDialect(new DatabaseSync(ledger, { readOnly: true })) : null;
}

function readOnlyPostgres(connectionString: string): Dialect {
  const pool = new Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    types: { getTypeParser: bigintAsNumber },
  });
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
