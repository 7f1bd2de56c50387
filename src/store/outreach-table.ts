import type { Kysely, Transaction } from 'kysely';
import { type OutreachState, openStates } from '../outreach/outreach.ts';
import { auditFromRow } from './audit-row.ts';
import { guarded } from './guarded.ts';
import { outreachFromRow, outreachPatchToRow, outreachToRow } from './outreach-row.ts';
import { outreachStateFrom } from './outreach-state-from.ts';
import type { ReadableRows } from './readable-rows.ts';
import type { Schema } from './schema.ts';
import type { AuditStep, LastTries, OutreachTable } from './shapes/outreach-table.ts';

const mostNamesRead = 10_000;

/** The ledger's table. Every write goes with its audit row in one transaction. */
export function outreachTable(db: Kysely<Schema>, readable: ReadableRows): OutreachTable {
  return {
    insert: (outreach, steps) =>
      guarded(() =>
        db.transaction().execute(async (tx) => {
          const result = await tx
            .insertInto('outreach')
            .values(outreachToRow(outreach))
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (Number(result.numInsertedOrUpdatedRows) === 1) {
            await writeAudit(tx, outreach.id, 1, steps);
            return 'inserted';
          }
          const sameEvent = await tx
            .selectFrom('outreach')
            .select('id')
            .where('eventId', '=', outreach.eventId)
            .executeTakeFirst();
          return sameEvent === undefined ? 'customer-busy' : 'event-counted';
        }),
      ),

    transition: (from, patch, note) =>
      guarded(() =>
        db.transaction().execute(async (tx) => {
          const { id } = from;
          const version = from.version + 1;
          const result = await tx
            .updateTable('outreach')
            .set({ ...outreachPatchToRow(patch), updatedAt: note.at, version })
            .where('id', '=', id)
            .where('version', '=', from.version)
            .executeTakeFirst();
          if (Number(result.numUpdatedRows) === 0) return null;
          await writeAudit(tx, id, version, [{ ...note, from: from.state, to: patch.state }]);
          return { ...from, ...patch, updatedAt: note.at, version };
        }),
      ),

    get: (id) =>
      guarded(async () => {
        const stored = await db.selectFrom('outreach').selectAll().where('id', '=', id).executeTakeFirst();
        return stored === undefined ? null : outreachFromRow(stored);
      }),

    ofEvent: (eventId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('outreach')
          .selectAll()
          .where('eventId', '=', eventId)
          .executeTakeFirst();
        return stored === undefined ? null : outreachFromRow(stored);
      }),

    inStates: (states, changedSince) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('outreach')
          .selectAll()
          .where('state', 'in', [...states])
          .$if(changedSince !== undefined, (query) => query.where('updatedAt', '>=', changedSince ?? 0))
          .orderBy('updatedAt')
          .execute();
        return readable(stored, outreachFromRow);
      }),

    attemptedBetween: (states, from, to) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('outreach')
          .selectAll()
          .where('state', 'in', [...states])
          .where('attemptedAt', '>', from)
          .where('attemptedAt', '<=', to)
          .execute();
        return readable(stored, outreachFromRow);
      }),

    onConversation: (conversationId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('outreach')
          .selectAll()
          .where(({ or, eb }) =>
            or([eb('conversationId', '=', conversationId), eb('landedOn', '=', conversationId)]),
          )
          .orderBy('createdAt', 'desc')
          .execute();
        return readable(stored, outreachFromRow);
      }),

    lastTries: (customerKeys, lasting = []) =>
      guarded(async () => {
        if (customerKeys.length === 0) return new Map();
        const stored = await db
          .selectFrom('outreach')
          .select(({ fn, eb }) => [
            'customerKey',
            'guestKey',
            fn.max(eb.case().when('state', '!=', 'failed').then(eb.ref('attemptedAt')).end()).as('sentAt'),
            fn
              .max(
                eb
                  .case()
                  .when(
                    eb.or([
                      eb('state', '=', 'failed'),
                      eb.and([eb('state', '=', 'held'), eb('reason', 'in', ['', ...lasting])]),
                    ]),
                  )
                  .then(eb.ref('updatedAt'))
                  .end(),
              )
              .as('failedAt'),
            fn.max(eb.case().when('state', '=', 'declined').then(eb.ref('decidedAt')).end()).as('declinedAt'),
          ])
          .where(({ or, eb }) =>
            or([eb('customerKey', 'in', [...customerKeys]), eb('guestKey', 'in', [...customerKeys])]),
          )
          .groupBy(['customerKey', 'guestKey'])
          .execute();
        const tries = new Map<string, LastTries>();
        for (const { customerKey, guestKey, sentAt, failedAt, declinedAt } of stored) {
          for (const key of new Set([customerKey, guestKey])) {
            const before = tries.get(key);
            tries.set(key, {
              sentAt: later(before?.sentAt, sentAt),
              failedAt: later(before?.failedAt, failedAt),
              declinedAt: later(before?.declinedAt, declinedAt),
            });
          }
        }
        return tries;
      }),

    openAmong: (customerKeys) =>
      guarded(async () => {
        if (customerKeys.length === 0) return new Set();
        const stored = await db
          .selectFrom('outreach')
          .select(['customerKey', 'guestKey'])
          .where('state', 'in', [...openStates])
          .where(({ or, eb }) =>
            or([eb('customerKey', 'in', [...customerKeys]), eb('guestKey', 'in', [...customerKeys])]),
          )
          .execute();
        return new Set(stored.flatMap(({ customerKey, guestKey }) => [customerKey, guestKey]));
      }),

    countsSince: (since, agentId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('outreach')
          .select(({ fn }) => ['state', fn.countAll().as('count')])
          .where('createdAt', '>=', since)
          .$if(agentId !== undefined, (query) => query.where('agentId', '=', agentId ?? ''))
          .groupBy('state')
          .execute();
        const counts: Partial<Record<OutreachState, number>> = {};
        for (const { state, count } of stored) counts[outreachStateFrom(state)] = Number(count);
        return counts;
      }),

    latest: ({ agentId, named, limit }) =>
      guarded(async () => {
        const newest = db
          .selectFrom('outreach')
          .$if(agentId !== null, (query) => query.where('agentId', '=', agentId ?? ''))
          .orderBy('createdAt', 'desc')
          .orderBy('id');
        if (named === null) return readable(await newest.selectAll().limit(limit).execute(), outreachFromRow);
        // Neither engine folds case and accents as people do: names are compared here.
        const names = await newest.select(['id', 'customerName']).limit(mostNamesRead).execute();
        const ids = names.filter(({ customerName }) => named(customerName)).map(({ id }) => id);
        if (ids.length === 0) return [];
        const chosen = newest.selectAll().where('id', 'in', ids.slice(0, limit));
        return readable(await chosen.execute(), outreachFromRow);
      }),

    audit: (id) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('audit')
          .selectAll()
          .where('outreachId', '=', id)
          .orderBy('version')
          .execute();
        return stored.map(auditFromRow);
      }),
  };
}

async function writeAudit(
  tx: Transaction<Schema>,
  outreachId: string,
  firstVersion: number,
  steps: readonly AuditStep[],
): Promise<void> {
  await tx
    .insertInto('audit')
    .values(
      steps.map(({ at, who, why, from, to }, index) => ({
        outreachId,
        version: firstVersion + index,
        at,
        who,
        why,
        fromState: from,
        toState: to,
      })),
    )
    .execute();
}

function later(one: number | null | undefined, other: number | string | null): number | null {
  if (other === null) return one ?? null;
  return Math.max(one ?? Number.NEGATIVE_INFINITY, Number(other));
}
