import type { Kysely, Selectable } from 'kysely';
import { claimCard } from './claim-card.ts';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import {
  type CobrowseOffer,
  type CobrowseTable,
  cobrowseStates,
  openCobrowseStates,
} from './shapes/cobrowse-table.ts';

/** Cobrowse as agents offered it, and the card of each offer. */
export function cobrowseTable(db: Kysely<Schema>): CobrowseTable {
  async function offerOf(eventId: string): Promise<CobrowseOffer | null> {
    const row = await db.selectFrom('cobrowse').selectAll().where('eventId', '=', eventId).executeTakeFirst();
    return row === undefined ? null : offerFrom(row);
  }

  return {
    add: (offer) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('cobrowse')
          .values({ ...offer })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (Number(numInsertedOrUpdatedRows) === 1) return 'added';
        return (await offerOf(offer.eventId)) === null ? 'one-under-way' : 'counted';
      }),

    settle: (from, patch) =>
      guarded(async () => {
        const version = from.version + 1;
        const { numUpdatedRows } = await db
          .updateTable('cobrowse')
          .set({ ...patch, version })
          .where('eventId', '=', from.eventId)
          .where('version', '=', from.version)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? { ...from, ...patch, version } : null;
      }),

    ofEvent: (eventId) => guarded(() => offerOf(eventId)),

    of: (conversationId) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('cobrowse')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .orderBy('attemptedAt')
          .orderBy('eventId')
          .execute();
        return rows.map(offerFrom);
      }),

    open: () =>
      guarded(async () => {
        const rows = await db
          .selectFrom('cobrowse')
          .selectAll()
          .where('state', 'in', [...openCobrowseStates])
          .orderBy('attemptedAt')
          .execute();
        return rows.map(offerFrom);
      }),

    namesCustomer: (id) =>
      guarded(async () => {
        const seen = await db
          .selectFrom('session')
          .select('conversationId')
          .where(({ or, eb }) => or([eb('guestId', '=', id), eb('externalContactId', '=', id)]))
          .limit(1)
          .executeTakeFirst();
        if (seen !== undefined) return true;
        const written = await db
          .selectFrom('outreach')
          .select('id')
          .where(({ or, eb }) => or([eb('guestId', '=', id), eb('externalContactId', '=', id)]))
          .limit(1)
          .executeTakeFirst();
        return written !== undefined;
      }),

    conversationsWith: (agentId, limit) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('session')
          .select('conversationId')
          .where('lastAgentId', '=', agentId)
          .where('endedAt', 'is', null)
          .orderBy('lastActivityAt', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ conversationId }) => conversationId);
      }),

    card: (eventId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('cobrowseCard')
          .selectAll()
          .where('eventId', '=', eventId)
          .executeTakeFirst();
        return row === undefined ? null : { ...row };
      }),

    putCard: ({ eventId, ...rest }) =>
      guarded(async () => {
        await db
          .insertInto('cobrowseCard')
          .values({ eventId, ...rest })
          .onConflict((conflict) => conflict.column('eventId').doUpdateSet(rest))
          .execute();
      }),

    claimCard: (row, until) => guarded(() => claimCard(db, 'cobrowseCard', row, until)),

    behind: (changedSince, limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('cobrowse')
          .leftJoin('cobrowseCard', 'cobrowseCard.eventId', 'cobrowse.eventId')
          .select('cobrowse.eventId')
          .where('cobrowse.changedAt', '>=', changedSince)
          .where(({ or, eb, ref }) =>
            or([
              eb('cobrowseCard.eventId', 'is', null),
              eb('cobrowseCard.shownVersion', '<', ref('cobrowse.version')),
            ]),
          )
          .orderBy('cobrowse.changedAt', 'desc')
          .orderBy('cobrowse.eventId')
          .limit(limit)
          .execute();
        return found.map(({ eventId }) => eventId);
      }),
  };
}

function offerFrom(row: Selectable<Schema['cobrowse']>): CobrowseOffer {
  const state = cobrowseStates.find((known) => known === row.state);
  if (state === undefined) throw new TypeError('a cobrowse offer is in no known state');
  return {
    ...row,
    state,
    contract: row.contract === 'field' ? 'field' : 'platform',
    mode: row.mode === 'control' ? 'control' : 'view',
  };
}
