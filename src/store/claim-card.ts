import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { PostedCard } from './shapes/posted-card.ts';

/** The tables of cards, each with what its rows are known by. */
const keys = {
  card: ['outreachId', 'conversationId'],
  replyCard: ['outreachId'],
  cobrowseCard: ['eventId'],
  handOffCard: ['handOffId', 'conversationId'],
} as const satisfies Partial<Record<keyof Schema, readonly string[]>>;

/**
 * Puts off the next try of a card until then (epoch milliseconds), and writes its row where there is none: true for one alone of those
 * who read the same row, or found none. Of a row somebody wrote since it was read, false.
 */
export async function claimCard(
  db: Kysely<Schema>,
  table: keyof typeof keys,
  row: PostedCard,
  until: number,
): Promise<boolean> {
  const values = Object.entries({ ...row, nextTryAt: until });
  const stored = (column: keyof PostedCard) => sql.ref(`${table}.${column}`);
  const sameCard =
    row.activityId === null
      ? sql`${stored('activityId')} is null`
      : sql`${stored('activityId')} = ${row.activityId}`;
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (${sql.join(values.map(([column]) => sql.ref(column)))})
    values (${sql.join(values.map(([, value]) => value))})
    on conflict (${sql.join(keys[table].map((key) => sql.ref(key)))})
    do update set ${sql.ref('nextTryAt')} = ${until}
    where ${stored('nextTryAt')} = ${row.nextTryAt}
      and ${stored('shownVersion')} = ${row.shownVersion}
      and ${sameCard}`.execute(db);
  return numAffectedRows === 1n;
}
