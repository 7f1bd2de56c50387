import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { ActivityTable } from './shapes/activity-table.ts';

/** Ids of inbound Teams activities already taken in: Teams re-delivers, we count once. */
export function activityTable(db: Kysely<Schema>): ActivityTable {
  return {
    firstSeen: (activityId, at) =>
      guarded(async () => {
        const result = await db
          .insertInto('activity')
          .values({ id: activityId, seenAt: at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(result.numInsertedOrUpdatedRows) === 1;
      }),

    prune: (before) =>
      guarded(async () => {
        await db.deleteFrom('activity').where('seenAt', '<', before).execute();
      }),
  };
}
