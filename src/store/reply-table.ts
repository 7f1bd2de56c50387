import { type Kysely, type Selectable, sql } from 'kysely';
import { claimCard } from './claim-card.ts';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import { type AgentReply, agentReplyStates, type ReplyTable } from './shapes/reply-table.ts';

/** What agents replied to customers from Teams, and the card of each outreach that shows the customer's answer. */
export function replyTable(db: Kysely<Schema>): ReplyTable {
  async function replyOf(eventId: string): Promise<AgentReply | null> {
    const row = await db
      .selectFrom('agentReply')
      .selectAll()
      .where('eventId', '=', eventId)
      .executeTakeFirst();
    return row === undefined ? null : replyFrom(row);
  }

  return {
    add: (reply) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('agentReply')
          .values({ ...reply })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (Number(numInsertedOrUpdatedRows) === 1) return 'added';
        return (await replyOf(reply.eventId)) === null ? 'one-under-way' : 'counted';
      }),

    settle: (from, patch) =>
      guarded(async () => {
        const version = from.version + 1;
        const { numUpdatedRows } = await db
          .updateTable('agentReply')
          .set({ ...patch, version })
          .where('eventId', '=', from.eventId)
          .where('version', '=', from.version)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? { ...from, ...patch, version } : null;
      }),

    ofEvent: (eventId) => guarded(() => replyOf(eventId)),

    of: (outreachId) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('agentReply')
          .selectAll()
          .where('outreachId', '=', outreachId)
          .orderBy('attemptedAt')
          .orderBy('eventId')
          .execute();
        return rows.map(replyFrom);
      }),

    unsettled: () =>
      guarded(async () => {
        const rows = await db
          .selectFrom('agentReply')
          .selectAll()
          .where('state', 'in', ['sending', 'unknown'])
          .orderBy('attemptedAt')
          .execute();
        return rows.map(replyFrom);
      }),

    card: (outreachId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('replyCard')
          .selectAll()
          .where('outreachId', '=', outreachId)
          .executeTakeFirst();
        return row === undefined ? null : { ...row };
      }),

    putCard: (row) =>
      guarded(async () => {
        const { outreachId, ...rest } = row;
        await db
          .insertInto('replyCard')
          .values({ outreachId, ...rest })
          .onConflict((conflict) => conflict.column('outreachId').doUpdateSet(rest))
          .execute();
      }),

    claimCard: (row, until) => guarded(() => claimCard(db, 'replyCard', row, until)),

    outreachesBehind: (changedSince, limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('outreach')
          .leftJoin('replyCard', 'replyCard.outreachId', 'outreach.id')
          .select('outreach.id')
          .where('outreach.state', '=', 'replied')
          .where('outreach.updatedAt', '>=', changedSince)
          .where(({ or, eb }) =>
            or([
              eb('replyCard.outreachId', 'is', null),
              eb(
                'replyCard.shownVersion',
                '<',
                sql<number>`outreach.version + coalesce((select sum(r.version) from "agentReply" r where r."outreachId" = outreach.id), 0)`,
              ),
            ]),
          )
          .orderBy('outreach.updatedAt', 'desc')
          .orderBy('outreach.id')
          .limit(limit)
          .execute();
        return found.map(({ id }) => id);
      }),

    shownOf: (agentId, changedSince) =>
      guarded(async () => {
        const found = await db
          .selectFrom('outreach')
          .innerJoin('replyCard', 'replyCard.outreachId', 'outreach.id')
          .select('outreach.id')
          .where('outreach.agentId', '=', agentId)
          .where('outreach.updatedAt', '>=', changedSince)
          .where('replyCard.activityId', 'is not', null)
          .execute();
        return found.map(({ id }) => id);
      }),
  };
}

function replyFrom(row: Selectable<Schema['agentReply']>): AgentReply {
  const state = agentReplyStates.find((known) => known === row.state);
  if (state === undefined) throw new TypeError('a reply is in no known state');
  return { ...row, state };
}
