import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { SettingTable } from './store.ts';

/** Small durable facts by name: pauses, what an organisation was found to offer. */
export function settingTable(db: Kysely<Schema>): SettingTable {
  return {
    hasAny: (keys) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('setting')
          .select('key')
          .where('key', 'in', [...keys])
          .limit(1)
          .executeTakeFirst();
        return stored !== undefined;
      }),

    get: (key) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('setting')
          .select('value')
          .where('key', '=', key)
          .executeTakeFirst();
        return stored?.value ?? null;
      }),

    put: (key, value) =>
      guarded(async () => {
        await db
          .insertInto('setting')
          .values({ key, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute();
      }),

    remove: (key) =>
      guarded(async () => {
        await db.deleteFrom('setting').where('key', '=', key).execute();
      }),
  };
}
