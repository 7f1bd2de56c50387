import type { Kysely, Transaction } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import { openCobrowseStates } from './shapes/cobrowse-table.ts';
import { openHandOffStates } from './shapes/hand-off-table.ts';
import type { RetentionTable } from './shapes/retention-table.ts';

const handOffsAtOnce = 100;
const offersAtOnce = 500;
const idsAtOnce = 1_000;

/** What is over for long, forgotten. */
export function retentionTable(db: Kysely<Schema>): RetentionTable {
  return {
    forget: ({ over, asked }) =>
      guarded(async () => {
        await db.transaction().execute((tx) => forgetBridges(tx, over));
        await db.transaction().execute((tx) => forgetHandOffs(tx, over));
        await db.transaction().execute((tx) => forgetOffers(tx, over));
        await db
          .deleteFrom('widgetContact')
          .where(({ refTuple, selectFrom, eb }) =>
            eb(
              refTuple('source', 'value'),
              'in',
              selectFrom('widgetContact')
                .select(['source', 'value'])
                .where('checkedAt', '<', asked)
                .where('claimedAt', '<', asked)
                .limit(idsAtOnce)
                .$asTuple('source', 'value'),
            ),
          )
          .execute();
      }),
  };
}

/** Those of hand-offs that are over, too: whoever began one is told its end first. */
async function forgetBridges(tx: Transaction<Schema>, before: number): Promise<void> {
  const found = await tx
    .selectFrom('bridge')
    .leftJoin('handOff', 'handOff.id', 'bridge.handOffId')
    .select('bridge.handOffId')
    .where('bridge.state', '=', 'ended')
    .where('bridge.endTold', '=', 1)
    .where('bridge.endingAt', '<', before)
    .where(({ or, eb }) =>
      or([eb('handOff.id', 'is', null), eb('handOff.state', 'not in', [...openHandOffStates])]),
    )
    .limit(handOffsAtOnce)
    .execute();
  const ids = found.map(({ handOffId }) => handOffId);
  if (ids.length === 0) return;
  await tx.deleteFrom('carried').where('handOffId', 'in', ids).execute();
  await tx.deleteFrom('bridge').where('handOffId', 'in', ids).execute();
}

/** Those whose bridge is forgotten, or that had none. */
async function forgetHandOffs(tx: Transaction<Schema>, before: number): Promise<void> {
  const found = await tx
    .selectFrom('handOff')
    .leftJoin('bridge', 'bridge.handOffId', 'handOff.id')
    .select('handOff.id')
    .where('handOff.updatedAt', '<', before)
    .where('handOff.state', 'not in', [...openHandOffStates])
    .where('bridge.handOffId', 'is', null)
    .limit(handOffsAtOnce)
    .execute();
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.deleteFrom('handOffCard').where('handOffId', 'in', ids).execute();
  await tx.deleteFrom('handOff').where('id', 'in', ids).execute();
}

async function forgetOffers(tx: Transaction<Schema>, before: number): Promise<void> {
  const found = await tx
    .selectFrom('cobrowse')
    .select('eventId')
    .where('changedAt', '<', before)
    .where('state', 'not in', [...openCobrowseStates])
    .limit(offersAtOnce)
    .execute();
  const eventIds = found.map(({ eventId }) => eventId);
  if (eventIds.length === 0) return;
  await tx.deleteFrom('cobrowseCard').where('eventId', 'in', eventIds).execute();
  await tx.deleteFrom('cobrowse').where('eventId', 'in', eventIds).execute();
}
