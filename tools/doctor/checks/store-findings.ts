import type { PostgresFacts } from '../../../src/store/examine-postgres.ts';
import type { SqliteFacts } from '../../../src/store/examine-sqlite.ts';
import type { SchemaAge } from '../../../src/store/schema-age.ts';
import { coded, type Finding, good, problem } from '../finding.ts';

/** What was seen of a store, by engine. */
type StoreFacts =
  | ({ readonly engine: 'sqlite' } & SqliteFacts)
  | ({ readonly engine: 'postgres' } & PostgresFacts);

/** What is to be said of a store that was looked at. Pure. */
export function storeFindings(facts: StoreFacts): Finding[] {
  return facts.engine === 'sqlite' ? sqliteFindings(facts) : postgresFindings(facts);
}

function sqliteFindings({ inUse, journal, synchronous, readBack, schema }: SqliteFacts): Finding[] {
  if (!readBack) return [notReadBack];
  const durable = journal === 'wal' && ['full', 'extra'].includes(synchronous);
  return [
    ...(durable
      ? []
      : [notDurable(`SQLite with journal ${journal} and synchronous ${synchronous}`, sqliteNext)]),
    ...schemaFindings(schema),
    ...(durable
      ? [
          good(
            'store',
            'SQLite keeps what it acknowledged through a crash, and a row was there after reopening.',
          ),
        ]
      : []),
    ...(inUse ? [good('store', 'DATA_DIR is in use by a running Reachback.')] : []),
  ];
}

function postgresFindings(facts: PostgresFacts): Finding[] {
  const { version, synchronousCommit, fsync, schema, readBack } = facts;
  if (readBack === false) return [notReadBack];
  const durable = synchronousCommit !== 'off' && fsync !== 'off';
  return [
    ...(durable
      ? [good('store', `PostgreSQL ${version} keeps what it acknowledged through a crash.`)]
      : [
          notDurable(
            `PostgreSQL with synchronous_commit ${synchronousCommit} and fsync ${fsync}`,
            postgresNext,
          ),
        ]),
    ...schemaFindings(schema),
  ];
}

const sqliteNext = 'Move DATA_DIR to a local disk: network file systems do not carry SQLite’s journal.';
const postgresNext = 'Set synchronous_commit and fsync to on for this database, then run this again.';

const notReadBack = coded('store', 'problem', 'store.unavailable', {
  reason: 'a row was not there after reopening',
});

function notDurable(how: string, next: string): Finding {
  return problem(
    'store',
    `${how} may forget, after a crash, that a message was sent: it could be sent twice.`,
    next,
  );
}

function schemaFindings(schema: SchemaAge | null): Finding[] {
  if (schema === null) return [good('store', 'There is no ledger yet; the first start makes it.')];
  if (schema.unknown.length > 0)
    return [coded('store', 'problem', 'store.row-invalid', { newer: schema.unknown.join(', ') })];
  return schema.pending > 0
    ? [good('store', `The next start brings the ledger up to date (${schema.pending} migrations).`)]
    : [];
}
