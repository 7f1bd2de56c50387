import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rows = z.array(z.object({ attemptedAt: z.number() }));

/** When the attempts were written whose end no look has settled (epoch ms), read from the program's own database; nothing is written. */
export function storedDoubts(dataDir: string): number[] {
  const database = new DatabaseSync(join(dataDir, 'reachback.sqlite'), { readOnly: true, timeout: 2_000 });
  try {
    const statement = database.prepare(
      "select attemptedAt from outreach where state in ('unknown', 'asked') and attemptedAt is not null",
    );
    return rows.parse(statement.all()).map(({ attemptedAt }) => attemptedAt);
  } finally {
    database.close();
  }
}
