import type { Kysely } from 'kysely';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { SettingTable } from './shapes/setting-table.ts';

/** Small durable facts by name: pauses, links, what an organisation was found to offer. */
export function settingTable(db: Kysely<Schema>): SettingTable {
  return {
    among: (keys) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('setting')
          .select(['key', 'value'])
          .where('key', 'in', [...keys])
          .execute();
        return new Map(stored.map(({ key, value }) => [key, value]));
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

    swap: (key, from, to) =>
      guarded(async () => {
        if (from === null) {
          const { numInsertedOrUpdatedRows } = await db
            .insertInto('setting')
            .values({ key, value: to })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          return Number(numInsertedOrUpdatedRows) === 1;
        }
        const { numUpdatedRows } = await db
          .updateTable('setting')
          .set({ value: to })
          .where('key', '=', key)
          .where('value', '=', from)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1;
      }),

    remove: (key) =>
      guarded(async () => {
        await db.deleteFrom('setting').where('key', '=', key).execute();
      }),
  };
}
