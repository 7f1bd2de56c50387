import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { OptOutTable } from './shapes/opt-out-table.ts';

/** Customers who told us to stop; never forgotten. */
export function optOutTable(db: Kysely<Schema>): OptOutTable {
  return {
    add: (customerKeys, at) =>
      guarded(async () => {
        if (customerKeys.length === 0) return;
        await db
          .insertInto('optOut')
          .values([...new Set(customerKeys)].sort().map((customerKey) => ({ customerKey, at })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),

    among: (customerKeys) =>
      guarded(async () => {
        if (customerKeys.length === 0) return new Set();
        const stored = await db
          .selectFrom('optOut')
          .select('customerKey')
          .where('customerKey', 'in', [...customerKeys])
          .execute();
        return new Set(stored.map(({ customerKey }) => customerKey));
      }),
  };
}
