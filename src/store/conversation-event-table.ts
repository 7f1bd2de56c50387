import type { Kysely, Selectable } from 'kysely';
import { guarded } from './guarded.ts';
import { inOneOrder } from './in-one-order.ts';
import type { Schema } from './schema.ts';
import {
  type ConversationEvent,
  type ConversationEventTable,
  conversationEventKinds,
  conversationEventStates,
} from './shapes/conversation-event-table.ts';

/** SQLite takes some thousand values a statement; each event has fourteen. */
const atOnce = 100;

/** What is to be told of conversations to the receiver of the webhook. */
export function conversationEventTable(db: Kysely<Schema>): ConversationEventTable {
  return {
    add: (events) =>
      guarded(async () => {
        let added = 0;
        const ordered = inOneOrder(events, ({ id }) => id);
        for (let from = 0; from < ordered.length; from += atOnce) {
          const { numInsertedOrUpdatedRows } = await db
            .insertInto('conversationEvent')
            .values(ordered.slice(from, from + atOnce).map((event) => ({ ...event })))
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          added += Number(numInsertedOrUpdatedRows ?? 0);
        }
        return added;
      }),

    get: (id) =>
      guarded(async () => {
        const row = await db
          .selectFrom('conversationEvent')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        return row === undefined ? null : fromRow(row);
      }),

    due: (now, limit) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('conversationEvent as event')
          .selectAll('event')
          .where('event.state', '=', 'pending')
          .where('event.nextTryAt', '<=', now)
          .where(({ or, eb }) =>
            or([eb('event.claimedUntil', 'is', null), eb('event.claimedUntil', '<=', now)]),
          )
          .where(({ or, eb, not, exists, selectFrom }) =>
            or([
              eb('event.kind', '=', 'started'),
              not(
                exists(
                  selectFrom('conversationEvent as beginning')
                    .select('beginning.id')
                    .whereRef('beginning.conversationId', '=', 'event.conversationId')
                    .where('beginning.kind', '=', 'started')
                    .where('beginning.state', '=', 'pending'),
                ),
              ),
            ]),
          )
          .orderBy('event.nextTryAt')
          .orderBy('event.at')
          .orderBy('event.id')
          .limit(limit)
          .execute();
        return rows.map(fromRow);
      }),

    change: (from, patch) =>
      guarded(async () => {
        const version = from.version + 1;
        const { numUpdatedRows } = await db
          .updateTable('conversationEvent')
          .set({ ...patch, version })
          .where('id', '=', from.id)
          .where('version', '=', from.version)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? { ...from, ...patch, version } : null;
      }),

    release: () =>
      guarded(async () => {
        await db
          .updateTable('conversationEvent')
          .set({ claimedUntil: null })
          .where('state', '=', 'pending')
          .where('claimedUntil', 'is not', null)
          .execute();
      }),

    inStates: (states, limit) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('conversationEvent')
          .selectAll()
          .where('state', 'in', [...states])
          .orderBy('at')
          .orderBy('kind', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(fromRow);
      }),

    counts: () =>
      guarded(async () => {
        const rows = await db
          .selectFrom('conversationEvent')
          .select(({ fn }) => ['state', fn.countAll().as('count')])
          .groupBy('state')
          .execute();
        const counted = { pending: 0, done: 0, stopped: 0, dead: 0 };
        for (const { state, count } of rows) counted[stateOf(state)] = Number(count);
        return counted;
      }),

    prune: (before) =>
      guarded(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('conversationEvent')
          .where('state', '!=', 'pending')
          .where('settledAt', '<', before)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

function stateOf(stored: string): ConversationEvent['state'] {
  const state = conversationEventStates.find((known) => known === stored);
  if (state === undefined) throw new TypeError('an event of a conversation is in no known state');
  return state;
}

function fromRow(row: Selectable<Schema['conversationEvent']>): ConversationEvent {
  const kind = conversationEventKinds.find((known) => known === row.kind);
  if (kind === undefined) throw new TypeError('an event of a conversation is of no known kind');
  return { ...row, kind, state: stateOf(row.state) };
}
