import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { type AgentPresence, routingStatuses, systemPresences } from '../presence/agent-presence.ts';
import { guarded } from './guarded.ts';
import { inOneOrder } from './in-one-order.ts';
import type { ReadableRows } from './readable-rows.ts';
import type { Schema } from './schema.ts';
import type { PresenceTable } from './shapes/presence-table.ts';

const row = z.object({
  agentId: z.string(),
  presence: z.enum(systemPresences),
  presenceSince: z.number(),
  routingStatus: z.enum(routingStatuses),
  routingSince: z.number(),
});

/** What was last known of each agent, so that a restart compares instead of guessing. */
export function presenceTable(db: Kysely<Schema>, readable: ReadableRows): PresenceTable {
  return {
    all: () => guarded(async () => readable(await db.selectFrom('presence').selectAll().execute(), fromRow)),

    of: (agentId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('presence')
          .selectAll()
          .where('agentId', '=', agentId)
          .executeTakeFirst();
        return stored === undefined ? null : fromRow(stored);
      }),

    put: (states) =>
      guarded(async () => {
        if (states.length === 0) return;
        await db.transaction().execute(async (tx) => {
          for (const state of inOneOrder(states, ({ agentId }) => agentId)) {
            const { agentId, presence, presenceSince, routingStatus, routingSince } = state;
            const rest = { presence, presenceSince, routingStatus, routingSince };
            await tx
              .insertInto('presence')
              .values({ agentId, ...rest })
              .onConflict((conflict) => conflict.column('agentId').doUpdateSet(rest))
              .execute();
          }
        });
      }),
  };
}

function fromRow(stored: Selectable<Schema['presence']>): AgentPresence {
  const seen = row.safeParse(stored);
  if (seen.success) return seen.data;
  const facts = { table: 'presence', id: stored.agentId };
  throw new ReachbackError('store.row-invalid', { cause: seen.error, facts });
}
