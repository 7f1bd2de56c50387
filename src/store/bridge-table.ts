import type { Kysely, Transaction } from 'kysely';
import { bridgeFrom, bridgeRow, bridgeValues, carriedFrom, carriedRow, carriedValues } from './bridge-row.ts';
import { guarded } from './guarded.ts';
import { inOneOrder } from './in-one-order.ts';
import type { Schema } from './schema.ts';
import type { Bridge, BridgeTable, Carried } from './shapes/bridge-table.ts';
import type { Store } from './store.ts';

const onItsWay = ['sending', 'unknown'];

/** The bridges of hand-offs to other organisations, and the outbox of each direction. */
export function bridgeTable(db: Kysely<Schema>, engine: Store['engine']): BridgeTable {
  return {
    shared: engine === 'postgres',

    add: (bridge, messages) =>
      guarded(() =>
        db.transaction().execute(async (tx) => {
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto('bridge')
            .values(bridgeRow(bridge))
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (Number(numInsertedOrUpdatedRows) !== 1) return false;
          await insert(tx, messages);
          return true;
        }),
      ),

    get: (handOffId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('bridge')
          .selectAll()
          .where('handOffId', '=', handOffId)
          .executeTakeFirst();
        return row === undefined ? null : bridgeFrom(row);
      }),

    live: () =>
      guarded(async () => {
        const rows = await db
          .selectFrom('bridge')
          .selectAll()
          .where(({ or, eb }) => or([eb('state', '<>', 'ended'), eb('endTold', '=', 0)]))
          .orderBy('startedAt')
          .execute();
        return rows.map(bridgeFrom);
      }),

    change: (from, patch) =>
      guarded(async () => {
        const version = from.version + 1;
        const { numUpdatedRows } = await db
          .updateTable('bridge')
          .set({ ...bridgeValues(patch), version })
          .where('handOffId', '=', from.handOffId)
          .where('version', '=', from.version)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? { ...from, ...patch, version } : null;
      }),

    take: (messages, transcriptOf) =>
      guarded(() =>
        db.transaction().execute(async (tx) => {
          if (transcriptOf !== undefined && !(await markTaken(tx, transcriptOf))) return false;
          await insert(tx, messages);
          return true;
        }),
      ),

    of: (handOffId) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('carried')
          .selectAll()
          .where('handOffId', '=', handOffId)
          .orderBy('place')
          .orderBy('id')
          .execute();
        return rows.map(carriedFrom);
      }),

    pending: (handOffId, direction) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('carried')
          .selectAll()
          .where('handOffId', '=', handOffId)
          .where('direction', '=', direction)
          .where('state', 'in', ['waiting', ...onItsWay])
          .orderBy('place')
          .orderBy('id')
          .execute();
        return rows.map(carriedFrom);
      }),

    settle: (from, patch) =>
      guarded(async () => {
        const version = from.version + 1;
        let update = db
          .updateTable('carried')
          .set({ ...carriedValues(patch), version })
          .where('id', '=', from.id)
          .where('version', '=', from.version);
        if (patch.state === 'sending') {
          update = update.where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('carried as other')
                  .select('other.id')
                  .where('other.handOffId', '=', from.handOffId)
                  .where('other.direction', '=', from.direction)
                  .where('other.id', '<>', from.id)
                  .where('other.state', 'in', onItsWay),
              ),
            ),
          );
        }
        const { numUpdatedRows } = await update.executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? { ...from, ...patch, version } : null;
      }),

    drop: (handOffId, direction, code, all = false) =>
      guarded(async () => {
        await db
          .updateTable('carried')
          .set(({ eb }) => ({
            state: 'dropped',
            text: '',
            code,
            receiptDue: eb.case().when('kind', '=', 'message').then('Failed').else(null).end(),
            version: eb('version', '+', 1),
          }))
          .where('handOffId', '=', handOffId)
          .where('direction', '=', direction)
          .where('state', 'in', all ? ['waiting', ...onItsWay] : ['waiting'])
          .$if(!all, (query) => query.where('kind', 'not in', ['notice', 'mark']))
          .execute();
      }),
  };
}

/** In pieces: SQLite takes 32,766 values in one statement. */
async function insert(tx: Transaction<Schema>, messages: readonly Carried[]): Promise<void> {
  const ordered = inOneOrder(messages, ({ direction, sourceId }) => `${direction} ${sourceId}`);
  for (let from = 0; from < ordered.length; from += 500) {
    await tx
      .insertInto('carried')
      .values(ordered.slice(from, from + 500).map(carriedRow))
      .onConflict((conflict) =>
        conflict
          .columns(['handOffId', 'direction', 'sourceId'])
          .doUpdateSet({ place: ({ ref }) => ref('excluded.place') })
          .where('carried.state', '=', 'waiting'),
      )
      .execute();
  }
}

async function markTaken(tx: Transaction<Schema>, { handOffId }: Bridge): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bridge')
    .set(({ eb }) => ({ transcriptTaken: 1, version: eb('version', '+', 1) }))
    .where('handOffId', '=', handOffId)
    .where('transcriptTaken', '=', 0)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
