import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { routingStatuses, systemPresences } from '../presence/agent-presence.ts';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { PresenceTable } from './store.ts';

const row = z.object({
  agentId: z.string(),
  presence: z.enum(systemPresences),
  presenceSince: z.number(),
  routingStatus: z.enum(routingStatuses),
  routingSince: z.number(),
});

/** What was last known of each agent, so that a restart compares instead of guessing. */
export function presenceTable(db: Kysely<Schema>): PresenceTable {
  return {
    all: () =>
      guarded(async () => {
        const seen = z.array(row).safeParse(await db.selectFrom('presence').selectAll().execute());
        if (!seen.success)
          throw new ReachbackError('store.row-invalid', { cause: seen.error, facts: { table: 'presence' } });
        return seen.data;
      }),

    put: (states) =>
      guarded(async () => {
        if (states.length === 0) return;
        await db.transaction().execute(async (tx) => {
          for (const { agentId, presence, presenceSince, routingStatus, routingSince } of states) {
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
