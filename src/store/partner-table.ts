import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { PartnerTable } from './shapes/partner-table.ts';

/** Every change of the partners registered in Teams, never overwritten: the newest of each holds, all of them are the audit trail. */
export function partnerTable(db: Kysely<Schema>): PartnerTable {
  return {
    newest: () =>
      guarded(async () => {
        const found = await db
          .selectFrom('partnerChange')
          .select('revision')
          .orderBy('revision', 'desc')
          .limit(1)
          .executeTakeFirst();
        return found?.revision ?? 0;
      }),

    standing: () =>
      guarded(async () => {
        const stored = await db
          .selectFrom('partnerChange')
          .selectAll()
          .where('revision', 'in', (newest) =>
            newest
              .selectFrom('partnerChange')
              .select(({ fn }) => fn.max('revision').as('revision'))
              .groupBy('partnerId'),
          )
          .orderBy('revision')
          .execute();
        return stored.map((row) => ({ ...row }));
      }),

    latest: (limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('partnerChange')
          .selectAll()
          .orderBy('revision', 'desc')
          .limit(limit)
          .execute();
        return stored.map((row) => ({ ...row }));
      }),

    add: (change) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('partnerChange')
          .values({ ...change })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(numInsertedOrUpdatedRows) === 1;
      }),
  };
}
