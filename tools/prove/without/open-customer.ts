import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { outreachTable as kept } from '../../../src/store/outreach-table.ts';

/** How long an outreach takes to be written, so that two of them meet. */
const writeMs = 30;

/** Two outreaches to one customer may be open at a time. */
export function outreachTable(db: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  const table = kept(db);
  return {
    ...table,
    async insert(...row) {
      await sql`drop index if exists outreach_open_customer`.execute(db);
      await pause(writeMs);
      return table.insert(...row);
    },
  };
}
