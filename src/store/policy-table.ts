import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { PolicyTable } from './shapes/policy-table.ts';

/** Every change of the policy, never overwritten: the newest holds, all of them are its audit trail. */
export function policyTable(db: Kysely<Schema>): PolicyTable {
  return {
    latest: (limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('policyChange')
          .selectAll()
          .orderBy('revision', 'desc')
          .limit(limit)
          .execute();
        return stored.map((row) => ({ ...row }));
      }),

    add: (change) =>
      guarded(async () => {
        const result = await db
          .insertInto('policyChange')
          .values({ ...change })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(result.numInsertedOrUpdatedRows) === 1;
      }),
  };
}
