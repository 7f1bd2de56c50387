import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { temporaryDirectory } from '../../program/temporary-directory.ts';
import type { Chance } from '../chance.ts';
import type { Edge } from './edge.ts';
import { startAnew } from './start-anew.ts';

const named = z.array(z.object({ name: z.string() }));
const rowids = z.array(z.object({ rowid: z.number() }));

/** Cells of the database that hold what the program never wrote: it starts, or says by a code why it does not. */
export const tryRows: Edge = {
  name: 'rows',
  count: { short: 20, full: 200 },
  batch: 10,
  async attempt({ world, chance }, numbers) {
    const directory = await temporaryDirectory();
    try {
      const from = new DatabaseSync(join(world.dataDir, 'reachback.sqlite'), { readOnly: true });
      await backup(from, join(directory.path, 'reachback.sqlite'));
      from.close();
      const database = new DatabaseSync(join(directory.path, 'reachback.sqlite'));
      database.exec('pragma foreign_keys = off');
      const spoilt = numbers.map((number) => spoilCell(database, chance('rows', number)));
      database.close();
      const env = { ...world.env, PORT: '0', DATA_DIR: directory.path };
      const what = await startAnew(env, directory.path);
      return what === null ? [] : [`${spoilt.join(', ')}: ${what}`];
    } finally {
      await directory.remove();
    }
  },
};

/** Puts nonsense into one cell and says which; a cell that its table protects stays as it is. */
function spoilCell(database: DatabaseSync, chance: Chance): string {
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
