import { type Kysely, type RawBuilder, sql } from 'kysely';
import { guarded } from './guarded.ts';
import { outreachFromRow } from './outreach-row.ts';
import type { ReadableRows } from './readable-rows.ts';
import type { Schema } from './schema.ts';
import type { AuditTable } from './shapes/audit-table.ts';
import type { Store } from './store.ts';

/** Greater than any letter, by bytes. */
const last = '\u{10ffff}';

/** Looks into the ledger by customer. */
export function auditTable(db: Kysely<Schema>, readable: ReadableRows, engine: Store['engine']): AuditTable {
  return {
    customersNamed: (name, how, limit) =>
      guarded(async () => {
        const fits = sql<boolean>`(${sql.join(spellings(name).map(how === 'exactly' ? is : begins), sql` or `)})`;
        const [customers, counted] = await Promise.all([
          db
            .selectFrom('outreach')
            .select(({ fn }) => [
              'customerKey',
              fn.max('customerName').as('customerName'),
              fn.max('createdAt').as('lastAt'),
            ])
            .where(fits)
            .groupBy('customerKey')
            .orderBy('lastAt', 'desc')
            .limit(limit)
            .execute(),
          db
            .selectFrom('outreach')
            .select(({ fn }) => fn.count('customerKey').distinct().as('count'))
            .where(fits)
            .executeTakeFirst(),
        ]);
        return {
          customers: customers.map(({ customerKey, customerName }) => ({ customerKey, customerName })),
          total: Number(counted?.count ?? 0),
        };
      }),

    ofCustomer: (customerKey, limit) =>
      guarded(async () => {
        const [stored, counted] = await Promise.all([
          db
            .selectFrom('outreach')
            .selectAll()
            .where('customerKey', '=', customerKey)
            .orderBy('createdAt', 'desc')
            .orderBy('id')
            .limit(limit)
            .execute(),
          db
            .selectFrom('outreach')
            .select(({ fn }) => fn.countAll().as('count'))
            .where('customerKey', '=', customerKey)
            .executeTakeFirst(),
        ]);
        return { outreaches: readable(stored, outreachFromRow), total: Number(counted?.count ?? 0) };
      }),
  };

  function is(name: string): RawBuilder<unknown> {
    return sql`lower("customerName") = lower(cast(${name} as text))`;
  }

  function begins(name: string): RawBuilder<unknown> {
    const like = sql`lower("customerName") like lower(cast(${escaped(name)} as text)) || '%' escape '!'`;
    if (engine === 'postgres') return like;
    // SQLite compares by bytes, and finds a span of them in its index; PostgreSQL may compare by a language's rules.
    const from = sql`lower(cast(${name} as text))`;
    return sql`(${like} and lower("customerName") >= ${from} and lower("customerName") < ${from} || ${last})`;
  }
}

/** As written and with capitals: SQLite knows upper and lower case of a to z alone. */
function spellings(name: string): string[] {
  const capitals = name.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([name, capitals])];
}

function escaped(name: string): string {
  return name.replaceAll(/[!%_]/g, (sign) => `!${sign}`);
}
