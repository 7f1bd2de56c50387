import type { Kysely } from 'kysely';
import { claimCard } from './claim-card.ts';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { CardTable } from './shapes/card-table.ts';

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

    claim: (row, until) => guarded(() => claimCard(db, 'card', row, until)),

    outreachesBehind: (changedSince, limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('outreach')
          .select('outreach.id')
          .where('outreach.updatedAt', '>=', changedSince)
          .where(({ or, not, exists, selectFrom }) => {
            const cards = selectFrom('card')
              .select('card.outreachId')
              .whereRef('card.outreachId', '=', 'outreach.id');
            const behind = cards
              .innerJoin('reference', 'reference.conversationId', 'card.conversationId')
              .where('reference.installed', '=', 1)
              .whereRef('card.shownVersion', '<', 'outreach.version');
            return or([not(exists(cards)), exists(behind)]);
          })
          .orderBy('outreach.updatedAt', 'desc')
          .orderBy('outreach.id')
          .limit(limit)
          .execute();
        return found.map(({ id }) => id);
      }),
  };
}
