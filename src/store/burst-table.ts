import type { Kysely, Selectable, Transaction } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { Burst, BurstMember, BurstTable } from './shapes/burst-table.ts';

/** Which proposals share a card in which conversation, and what that card shows of them. */
export function burstTable(db: Kysely<Schema>): BurstTable {
  return {
    get: (burstId) =>
      guarded(async () => {
        const stored = await db.selectFrom('burst').selectAll().where('id', '=', burstId).executeTakeFirst();
        return stored === undefined ? null : burstFromRow(stored);
      }),

    members: (burstId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('burstMember')
          .selectAll()
          .where('burstId', '=', burstId)
          .orderBy('place')
          .execute();
        return stored.map(memberFromRow);
      }),

    of: (outreachId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('burstMember')
          .selectAll()
          .where('outreachId', '=', outreachId)
          .execute();
        return stored.map(memberFromRow);
      }),

    join: ({ outreachId, conversationId, newId, most, at }) =>
      guarded(() =>
        db.transaction().execute(async (tx) => {
          const known = await tx
            .selectFrom('burstMember')
            .selectAll()
            .where('outreachId', '=', outreachId)
            .where('conversationId', '=', conversationId)
            .executeTakeFirst();
          if (known !== undefined) return memberFromRow(known);
          const { burstId, place } = await seatIn(tx, conversationId, newId, most, at);
          const member = { outreachId, conversationId, burstId, place, ownCard: 0, shownVersion: 0 };
          await tx.insertInto('burstMember').values(member).execute();
          return memberFromRow(member);
        }),
      ),

    claim: ({ id, activityId, nextTryAt }, until) =>
      guarded(async () => {
        const { numUpdatedRows } = await db
          .updateTable('burst')
          .set({ nextTryAt: until })
          .where('id', '=', id)
          .where('activityId', activityId === null ? 'is' : '=', activityId)
          .where('nextTryAt', '=', nextTryAt)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1;
      }),

    put: (burst) =>
      guarded(async () => {
        const { activityId, failures, nextTryAt, lastError } = burst;
        await db
          .updateTable('burst')
          .set({ activityId, failures, nextTryAt, lastError })
          .where('id', '=', burst.id)
          .execute();
      }),

    close: (burstId) =>
      guarded(async () => {
        await db.updateTable('burst').set({ takesMore: 0 }).where('id', '=', burstId).execute();
      }),

    giveOwnCard: (outreachId, conversationId) =>
      guarded(async () => {
        await db
          .updateTable('burstMember')
          .set({ ownCard: 1 })
          .where('outreachId', '=', outreachId)
          .where('conversationId', '=', conversationId)
          .execute();
      }),

    shown: ({ outreachId, conversationId }, version) =>
      guarded(async () => {
        await db
          .updateTable('burstMember')
          .set({ shownVersion: version })
          .where('outreachId', '=', outreachId)
          .where('conversationId', '=', conversationId)
          .execute();
      }),

    behind: (changedSince, limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('burstMember')
          .innerJoin('outreach', 'outreach.id', 'burstMember.outreachId')
          .innerJoin('reference', 'reference.conversationId', 'burstMember.conversationId')
          .select('burstMember.burstId')
          .distinct()
          .where('outreach.updatedAt', '>=', changedSince)
          .where('reference.installed', '=', 1)
          .whereRef('burstMember.shownVersion', '<', 'outreach.version')
          .limit(limit)
          .execute();
        return found.map(({ burstId }) => burstId);
      }),
  };
}

/** The next free place on the conversation's open burst; a full one makes way for a new one. */
async function seatIn(
  tx: Transaction<Schema>,
  conversationId: string,
  newId: string,
  most: number,
  at: number,
): Promise<{ burstId: string; place: number }> {
  const open = await tx
    .selectFrom('burst')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('takesMore', '=', 1)
    .executeTakeFirst();
  if (open !== undefined) {
    const { taken } = await tx
      .selectFrom('burstMember')
      .select(({ fn }) => fn.max('place').as('taken'))
      .where('burstId', '=', open.id)
      .executeTakeFirstOrThrow();
    const place = Number(taken ?? 0) + 1;
    if (place <= most) return { burstId: open.id, place };
    await tx.updateTable('burst').set({ takesMore: 0 }).where('id', '=', open.id).execute();
  }
  const fresh = { id: newId, conversationId, activityId: null, takesMore: 1 };
  await tx
    .insertInto('burst')
    .values({ ...fresh, failures: 0, nextTryAt: 0, lastError: null, createdAt: at })
    .execute();
  return { burstId: newId, place: 1 };
}

function burstFromRow({ takesMore, ...stored }: Selectable<Schema['burst']>): Burst {
  return { ...stored, takesMore: takesMore === 1 };
}

function memberFromRow({ ownCard, ...stored }: Selectable<Schema['burstMember']>): BurstMember {
  return { ...stored, ownCard: ownCard === 1 };
}
