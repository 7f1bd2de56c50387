import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** More than any page can still hold. */
const ballast = 'insert into prove_ballast values (zeroblob(100000))';
const unlimited = 4_294_967_294;

/**
 * While the file is there the database may not grow by a page, and before every write something is written for which there is no
 * room. The refusal is the engine's own SQLITE_FULL, which rolls the transaction back as it does when the file system has no
 * more space (ENOSPC): the program cannot tell one from the other.
 */
export function fillDisk(fullWhile: string): void {
  const { prepare } = DatabaseSync.prototype;
  const prepared = new WeakSet<DatabaseSync>();

  function beforeWrite(database: DatabaseSync): void {
    if (!existsSync(fullWhile)) {
      if (prepared.has(database)) database.exec(`pragma max_page_count = ${unlimited}`);
      return;
    }
    if (!prepared.has(database)) {
      if (database.isTransaction) return;
      database.exec('create table if not exists prove_ballast (bytes blob)');
      prepared.add(database);
    }
    database.exec('pragma max_page_count = 1');
    database.exec(ballast);
  }

  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string): StatementSync {
    const statement = prepare.call(this, sql);
    if (!/^(insert|update|delete|replace)/i.test(sql)) return statement;
    const run = statement.run.bind(statement);
    return Object.assign(statement, {
      run: (...parameters: SQLInputValue[]) => {
        beforeWrite(this);
        return run(...parameters);
      },
    });
  };
}
