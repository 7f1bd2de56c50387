import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import { outreachFromRow } from './outreach-row.ts';
import type { Schema } from './schema.ts';
import type { CardTable } from './store.ts';

/** Which card of which outreach stands where in Teams, and what it shows. */
export function cardTable(db: Kysely<Schema>): CardTable {
  return {
    of: (outreachId) =>
      guarded(() => db.selectFrom('card').selectAll().where('outreachId', '=', outreachId).execute()),

    put: (row) =>
      guarded(async () => {
        const { outreachId, conversationId, ...rest } = row;
        await db
          .insertInto('card')
          .values({ outreachId, conversationId, ...rest })
          .onConflict((conflict) => conflict.columns(['outreachId', 'conversationId']).doUpdateSet(rest))
          .execute();
      }),

    outreachesBehind: (changedSince, limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('outreach')
          .selectAll('outreach')
          .where('outreach.updatedAt', '>=', changedSince)
          .where(({ or, not, exists, selectFrom }) =>
            or([
              not(
                exists(
                  selectFrom('card')
                    .select('card.outreachId')
                    .whereRef('card.outreachId', '=', 'outreach.id'),
                ),
              ),
              exists(
                selectFrom('card')
                  .select('card.outreachId')
                  .whereRef('card.outreachId', '=', 'outreach.id')
                  .whereRef('card.shownVersion', '<', 'outreach.version'),
              ),
            ]),
          )
          .orderBy('outreach.updatedAt')
          .limit(limit)
          .execute();
        return stored.map(outreachFromRow);
      }),
  };
}
