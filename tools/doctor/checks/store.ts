import { examinePostgres } from '../../../src/store/examine-postgres.ts';
import { examineSqlite } from '../../../src/store/examine-sqlite.ts';
import type { Finding } from '../finding.ts';
import { storeFindings } from './store-findings.ts';

/** The store: there, safe against a crash, and what is written is there after it is opened again. Throws what the store throws. */
export async function store(where: { databaseUrl: string | null; dataDir: string }): Promise<Finding[]> {
  return where.databaseUrl === null
    ? storeFindings({ engine: 'sqlite', ...examineSqlite(where.dataDir) })
    : storeFindings({ engine: 'postgres', ...(await examinePostgres(where.databaseUrl)) });
}
