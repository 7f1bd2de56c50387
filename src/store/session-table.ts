import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import { type CustomerIds, customerKeys, type Session, sessionEnds } from '../sessions/session.ts';
import { guarded } from './guarded.ts';
import { handOnOptOuts } from './hand-on-opt-outs.ts';
import { inOneOrder } from './in-one-order.ts';
import type { Schema } from './schema.ts';
import type { SessionTable } from './shapes/session-table.ts';

/** The rolling local index of who was here. */
export function sessionTable(db: Kysely<Schema>): SessionTable {
  return {
    upsert: (sessions) =>
      guarded(async () => {
        if (sessions.length === 0) return;
        await db.transaction().execute(async (tx) => {
          for (const session of inOneOrder(sessions, (each) => each.conversationId)) {
            const { conversationId, ...rest } = {
              ...session,
              abandoned: session.abandoned ? 1 : 0,
              attended: session.attended ? 1 : 0,
              cleared: session.cleared === null ? null : session.cleared ? 1 : 0,
            };
            await tx
              .insertInto('session')
              .values({ conversationId, ...rest })
              .onConflict((conflict) => conflict.column('conversationId').doUpdateSet(rest))
              .execute();
          }
        });
      }),

    get: (conversationId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .executeTakeFirst();
        return stored === undefined ? null : fromRow(stored);
      }),

    activeSince: (since, limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where('lastActivityAt', '>=', since)
          .orderBy('lastActivityAt', 'desc')
          .limit(limit)
          .execute();
        return stored.map(fromRow);
      }),

    endedSince: (since, limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where('lastActivityAt', '>=', since)
          .where('endedAt', 'is not', null)
          .orderBy('lastActivityAt', 'desc')
          .limit(limit)
          .execute();
        return stored.map(fromRow);
      }),

    connectedElsewhere: ({ externalContactId, channelId, guestId, conversationId }) =>
      guarded(async () => {
        const found = await db
          .selectFrom('session')
          .select('conversationId')
          .where('endedAt', 'is', null)
          .where('conversationId', '!=', conversationId)
          .where(ofCustomer({ externalContactId, channelId, guestId }))
          .limit(1)
          .executeTakeFirst();
        return found !== undefined;
      }),

    othersOf: ({ externalContactId, channelId, guestId, conversationId }, since, limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .select('conversationId')
          .where('lastActivityAt', '>', since)
          .where('conversationId', '!=', conversationId)
          .where(ofCustomer({ externalContactId, channelId, guestId }))
          .orderBy('lastActivityAt', 'desc')
          .limit(limit)
          .execute();
        return stored.map((each) => each.conversationId);
      }),

    latestOf: (customer) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where(ofCustomer(customer))
          .$if(customer.externalContactId !== null, (query) => query.where(ofNobodyElse(customer)))
          .orderBy('lastActivityAt', 'desc')
          .limit(1)
          .executeTakeFirst();
        return stored === undefined ? null : fromRow(stored);
      }),

    knownAs: (customer) =>
      guarded(async () => {
        const { externalContactId, channelId, guestId } = customer;
        const contactsHere = db
          .selectFrom('session')
          .select('externalContactId')
          .where('guestId', '=', guestId)
          .where('channelId', '=', channelId)
          .where('externalContactId', 'is not', null);
        const seen = await db
          .selectFrom('session')
          .select(['externalContactId', 'channelId', 'guestId'])
          .distinct()
          .where('externalContactId', 'in', externalContactId === null ? contactsHere : [externalContactId])
          .execute();
        return [...new Set([...customerKeys(customer), ...seen.flatMap(customerKeys)])];
      }),

    // From each queue to the next one in the index: going through all sessions of a large channel takes a hundred times as long.
    queuesOf: (channelId) =>
      guarded(async () => {
        const { rows } = await sql<{ queueId: string | null }>`
          with recursive known("queueId") as (
            select min("queueId") from session where "channelId" = ${channelId}
            union all
            select (select min(s."queueId") from session s where s."channelId" = ${channelId} and s."queueId" > known."queueId")
            from known where known."queueId" is not null
          )
          select "queueId" from known`.execute(db);
        return rows.flatMap(({ queueId }) => (queueId === null ? [] : [queueId]));
      }),

    prune: (before) =>
      guarded(async () => {
        const { numDeletedRows } = await db.transaction().execute(async (tx) => {
          await handOnOptOuts(tx, before);
          return tx.deleteFrom('session').where('lastActivityAt', '<', before).executeTakeFirst();
        });
        return Number(numDeletedRows);
      }),

    count: () =>
      guarded(async () => {
        const { count } = await db
          .selectFrom('session')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
  };
}

/** By browser, and by contact where there is one. */
function ofCustomer({ externalContactId, channelId, guestId }: CustomerIds) {
  return ({ or, and, eb }: ExpressionBuilder<Schema, 'session'>) =>
    or([
      and([eb('guestId', '=', guestId), eb('channelId', '=', channelId)]),
      ...(externalContactId === null ? [] : [eb('externalContactId', '=', externalContactId)]),
    ]);
}

/** Whoever else signed in at the same browser is not this contact. */
function ofNobodyElse({ externalContactId }: CustomerIds) {
  return ({ or, eb }: ExpressionBuilder<Schema, 'session'>) =>
    or([eb('externalContactId', 'is', null), eb('externalContactId', '=', externalContactId)]);
}

function fromRow(stored: Selectable<Schema['session']>): Session {
  return {
    ...stored,
    endedBy: sessionEnds.find((end) => end === stored.endedBy) ?? null,
    abandoned: stored.abandoned === 1,
    attended: stored.attended === 1,
    cleared: stored.cleared === null ? null : stored.cleared === 1,
  };
}
