import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rows = z.array(z.object({ agentId: z.string(), presence: z.string() }));

export interface StoredPresences {
  /** By agent, as the program last wrote it. */
  read(): ReadonlyMap<string, string>;
  close(): void;
}

/**
 * The presences the program holds true, read from its own database while it runs: the one thing no message and no card
 * ever shows of a thousand agents. Nothing is written.
 */
export function openStoredPresences(dataDir: string): StoredPresences {
  const database = new DatabaseSync(join(dataDir, 'reachback.sqlite'), { readOnly: true, timeout: 2_000 });
  const statement = database.prepare('select agentId, presence from presence');
  return {
    read: () => new Map(rows.parse(statement.all()).map(({ agentId, presence }) => [agentId, presence])),
    close: () => database.close(),
  };
}
