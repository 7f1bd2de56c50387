import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Chance } from '../chance.ts';

const named = z.array(z.object({ name: z.string() }));
const rowids = z.array(z.object({ rowid: z.number() }));

/** Puts nonsense into one cell and says which; a cell that its table protects stays as it is. */
export function spoilCell(database: DatabaseSync, chance: Chance): string {
  const pick = (sql: string) => {
    const found = named.parse(database.prepare(sql).all()).map(({ name }) => name);
    return found[chance.below(found.length)] ?? '';
  };
  const table = pick(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  );
  const column = pick(`select name from pragma_table_info('${table}')`);
  const rows = rowids.parse(database.prepare(`select rowid from "${table}" order by rowid`).all());
  const row = rows[chance.below(rows.length)];
  const value = chance.pick([
    null,
    '',
    'nonsense',
    '{',
    '{"a":1}',
    -1,
    2 ** 40,
    1.5,
    'x'.repeat(100_000),
    chance.bytes(20),
  ]);
  if (row === undefined) return `${table} is empty`;
  try {
    database.prepare(`update "${table}" set "${column}" = ? where rowid = ?`).run(value, row.rowid);
    return `${table}.${column}`;
  } catch {
    return `${table}.${column} refused it`;
  }
}
