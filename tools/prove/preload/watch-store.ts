import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { outreachStates } from '../../../src/outreach/outreach.ts';

const states = new Set<string>(outreachStates);

/**
 * Tells of every commit of SQLite just before and just after it is made, by what it writes: `before store outreach sending`.
 * A transaction that wrote nothing is no step.
 */
export function watchStore(step: (name: string) => void): void {
  const { prepare } = DatabaseSync.prototype;
  const written = new WeakMap<DatabaseSync, string>();

  function around<T>(database: DatabaseSync, sql: string, parameters: readonly unknown[], work: () => T): T {
    const write = writeOf(sql, parameters);
    if (write !== null && database.isTransaction) {
      const first = written.get(database);
      if (first === undefined) written.set(database, write);
      return work();
    }
    const name = write ?? (sql === 'commit' ? written.get(database) : undefined);
    if (sql === 'commit' || sql === 'rollback') written.delete(database);
    if (name === undefined) return work();
    step(`before store ${name}`);
    const result = work();
    step(`after store ${name}`);
    return result;
  }

  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string): StatementSync {
    const statement = prepare.call(this, sql);
    const run = statement.run.bind(statement);
    const all = statement.all.bind(statement);
    Object.assign(statement, {
      run: (...parameters: SQLInputValue[]) => around(this, sql, parameters, () => run(...parameters)),
      all: (...parameters: SQLInputValue[]) => around(this, sql, parameters, () => all(...parameters)),
    });
    return statement;
  };
}

/** `outreach sending`, `card`; null for what writes nothing. */
function writeOf(sql: string, parameters: readonly unknown[]): string | null {
  const table = /^(?:insert into|update|delete from|replace into) "?(\w+)"?/i.exec(sql)?.[1];
  if (table === undefined) return null;
  const state = parameters.find((value) => typeof value === 'string' && states.has(value));
  return table === 'outreach' && state !== undefined ? `${table} ${state}` : table;
}
