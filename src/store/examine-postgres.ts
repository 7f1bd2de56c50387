import { Pool } from 'pg';
import { type SchemaAge, schemaAge } from './schema-age.ts';
import { storeError } from './store-error.ts';

export interface PostgresFacts {
  readonly version: string;
  /** `on` or stricter: an acknowledged row survives a crash of the server. */
  readonly synchronousCommit: string;
  /** `on`: it survives a power cut. */
  readonly fsync: string;
  /** Null: there are no tables yet. */
  readonly schema: SchemaAge | null;
  /** A row written by one connection was read by another; null where there is no table of ours yet. */
  readonly readBack: boolean | null;
}

const patienceMs = 4_000;
const key = 'examined';

/**
 * Looks at a PostgreSQL database as the product would use it: settings and migrations, and one row of `setting` written, read by
 * another connection and removed. Migrates nothing. Throws `store.full` or `store.unavailable`.
 */
export async function examinePostgres(databaseUrl: string): Promise<PostgresFacts> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 2,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  pool.on('error', () => {});
  const value = async (sql: string, parameters: readonly string[] = []): Promise<string | null> => {
    const { rows } = await pool.query({ text: sql, values: [...parameters], rowMode: 'array' });
    const first: unknown = rows[0]?.[0];
    return first === undefined || first === null ? null : String(first);
  };
  const exists = async (table: string): Promise<boolean> =>
    (await value('select to_regclass($1)', [table])) !== null;
  try {
    const migrated = await exists('kysely_migration');
    const done = migrated ? await value("select string_agg(name, ',') from kysely_migration") : null;
    return {
      version: (await value('show server_version')) ?? 'unknown',
      synchronousCommit: (await value('show synchronous_commit')) ?? 'unknown',
      fsync: (await value('show fsync')) ?? 'unknown',
      schema: migrated ? schemaAge((done ?? '').split(',').filter((name) => name !== '')) : null,
      readBack: (await exists('setting')) ? await tryOut(pool) : null,
    };
  } catch (cause) {
    throw storeError(cause);
  } finally {
    await pool.end();
  }
}

async function tryOut(pool: Pool): Promise<boolean> {
  const [writer, reader] = [await pool.connect(), await pool.connect()];
  try {
    await writer.query(
      'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = $2',
      [key, 'here'],
    );
    const { rows } = await reader.query('select value from setting where key = $1', [key]);
    await writer.query('delete from setting where key = $1', [key]);
    return rows[0]?.value === 'here';
  } finally {
    writer.release();
    reader.release();
  }
}
