import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import { claimCard } from './claim-card.ts';
import { guarded } from './guarded.ts';
import { handOffFromRow, ticketAuditFromRow } from './hand-off-row.ts';
import type { Schema } from './schema.ts';
import {
  type HandOff,
  type HandOffTable,
  openHandOffStates,
  unsettledHandOffStates,
} from './shapes/hand-off-table.ts';

/** Conversations handed to partner organisations, their cards, and tickets: spent ones and what was decided about them. */
export function handOffTable(db: Kysely<Schema>): HandOffTable {
  async function one(column: 'id' | 'eventId', value: string): Promise<HandOff | null> {
    const row = await db.selectFrom('handOff').selectAll().where(column, '=', value).executeTakeFirst();
    return fromMaybe(row);
  }

  return {
    add: (handOff) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('handOff')
          .values({ ...handOff })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (Number(numInsertedOrUpdatedRows) === 1) return 'added';
        return (await one('eventId', handOff.eventId)) === null ? 'one-under-way' : 'counted';
      }),

    step: (from, patch, at) =>
      guarded(async () => {
        const changes = { ...patch, updatedAt: at, version: from.version + 1 };
        const { numUpdatedRows } = await db
          .updateTable('handOff')
          .set(changes)
          .where('id', '=', from.id)
          .where('version', '=', from.version)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? { ...from, ...changes } : null;
      }),

    get: (id) => guarded(() => one('id', id)),
    ofEvent: (eventId) => guarded(() => one('eventId', eventId)),

    openOn: (conversationId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('handOff')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .where('state', 'in', [...openHandOffStates])
          .executeTakeFirst();
        return fromMaybe(row);
      }),

    unsettled: () =>
      guarded(async () => {
        const rows = await db
          .selectFrom('handOff')
          .selectAll()
          .where('state', 'in', [...unsettledHandOffStates])
          .orderBy('createdAt')
          .orderBy('id')
          .execute();
        return rows.map(handOffFromRow);
      }),

    latest: (partnerId, limit) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('handOff')
          .selectAll()
          .where('partnerId', '=', partnerId)
          .orderBy('createdAt', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(handOffFromRow);
      }),

    openWith: (partnerId) =>
      guarded(async () => {
        const { open } = await db
          .selectFrom('handOff')
          .select(({ fn }) => fn.countAll().as('open'))
          .where('partnerId', '=', partnerId)
          .where('state', 'in', [...openHandOffStates])
          .executeTakeFirstOrThrow();
        return Number(open);
      }),

    spendTicket: (ticket) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('spentTicket')
          .values(ticket)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(numInsertedOrUpdatedRows) === 1;
      }),

    addAudit: (entry) =>
      guarded(async () => {
        await db
          .insertInto('ticketAudit')
          .values({ ...entry })
          .execute();
      }),

    audits: (limit, which) =>
      guarded(async () => {
        const all = db.selectFrom('ticketAudit').selectAll();
        const some =
          which === undefined
            ? all
            : all.where((eb) => {
                const refused = eb('code', which.theirs ? 'in' : 'not in', [...which.strangers]);
                return which.accepted === true ? eb.or([refused, eb('code', 'is', null)]) : refused;
              });
        const rows = await some.orderBy('at', 'desc').limit(limit).execute();
        return rows.map(ticketAuditFromRow);
      }),

    prune: (now, keep, strangers) =>
      guarded(async () => {
        await db.deleteFrom('spentTicket').where('keepUntil', '<', now).execute();
        for (const theirs of [true, false]) {
          const ofWhom = (eb: ExpressionBuilder<Schema, 'ticketAudit'>) =>
            theirs
              ? eb('code', 'in', [...strangers])
              : eb.or([eb('code', 'is', null), eb('code', 'not in', [...strangers])]);
          const oldest = await db
            .selectFrom('ticketAudit')
            .select('at')
            .where(ofWhom)
            .orderBy('at', 'desc')
            .offset(keep)
            .limit(1)
            .executeTakeFirst();
          if (oldest !== undefined)
            await db.deleteFrom('ticketAudit').where(ofWhom).where('at', '<=', oldest.at).execute();
        }
      }),

    cards: (handOffId) =>
      guarded(() => db.selectFrom('handOffCard').selectAll().where('handOffId', '=', handOffId).execute()),

    putCard: (row) =>
      guarded(async () => {
        const { handOffId, conversationId, ...rest } = row;
        await db
          .insertInto('handOffCard')
          .values({ handOffId, conversationId, ...rest })
          .onConflict((conflict) => conflict.columns(['handOffId', 'conversationId']).doUpdateSet(rest))
          .execute();
      }),

    claimCard: (row, until) => guarded(() => claimCard(db, 'handOffCard', row, until)),

    changedSince: (since, limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('handOff')
          .select('id')
          .where('updatedAt', '>=', since)
          .orderBy('updatedAt', 'desc')
          .limit(limit)
          .execute();
        return found.map(({ id }) => id);
      }),
  };
}

function fromMaybe(row: Selectable<Schema['handOff']> | undefined): HandOff | null {
  return row === undefined ? null : handOffFromRow(row);
}
