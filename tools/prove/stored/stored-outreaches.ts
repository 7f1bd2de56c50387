import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rows = z.array(
  z.object({ id: z.string(), eventId: z.string(), state: z.string(), reason: z.string().nullable() }),
);

export type StoredOutreach = z.infer<typeof rows>[number];

export interface StoredOutreaches {
  all(): StoredOutreach[];
  close(): void;
}

/** The ends the program has written down, read from its own database while it runs; nothing is written. */
export function openStoredOutreaches(dataDir: string): StoredOutreaches {
  const database = new DatabaseSync(join(dataDir, 'reachback.sqlite'), { readOnly: true, timeout: 2_000 });
  const statement = database.prepare('select id, eventId, state, reason from outreach');
  return { all: () => rows.parse(statement.all()), close: () => database.close() };
}
