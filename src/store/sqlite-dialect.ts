import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type DialectAdapter, SqliteDialect } from 'kysely';

/** Statements kept, those used last; lists of ids of many lengths make more than are worth keeping. */
const mostPrepared = 200;

/** Lets kysely's SQLite dialect, written for another driver, run on Node's own `node:sqlite`. */
export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, StatementSync>();

  /** Preparing costs more than running most of our statements; the same few come again and again. */
  function prepare(sql: string): StatementSync {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    // Written anew it is the last, and the first is the one not used for longest.
    prepared.delete(sql);
    prepared.set(sql, statement);
    const [oldest] = prepared.keys();
    if (prepared.size > mostPrepared && oldest !== undefined) prepared.delete(oldest);
    return statement;
  }

  return new TransactionalDdl({
    database: {
      close: () => database.close(),
      prepare(sql) {
        // A full disk makes SQLite roll back by itself; a second rollback would hide the reason behind its own error.
        if (sql === 'rollback' && !database.isTransaction) return nothingToDo;
        const statement = prepare(sql);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...parameters.map(toSqlValue)),
          run: (parameters) => statement.run(...parameters.map(toSqlValue)),
          iterate: (parameters) => statement.iterate(...parameters.map(toSqlValue)),
        };
      },
    },
  });
}

/** SQLite rolls back tables and indexes like rows (kysely says it does not), so a migration cut short by a crash leaves nothing. */
class TransactionalDdl extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    const adapter = super.createAdapter();
    Object.defineProperty(adapter, 'supportsTransactionalDdl', { value: true });
    return adapter;
  }
}

const nothingToDo = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function toSqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`A ${typeof value} cannot be bound to a SQLite parameter`);
}
