import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ReachbackError } from '../errors/reachback-error.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { followUps } from './migrations/0002-follow-ups.ts';
import { referenceLocale } from './migrations/0003-reference-locale.ts';
import { decisions } from './migrations/0004-decisions.ts';
import { history } from './migrations/0005-history.ts';
import { policyAndNames } from './migrations/0006-policy-and-names.ts';
import { cardTruth } from './migrations/0007-card-truth.ts';
import { replies } from './migrations/0008-replies.ts';
import { cobrowse } from './migrations/0009-cobrowse.ts';
import { handOffs } from './migrations/0010-hand-off.ts';
import { bridges } from './migrations/0011-bridge.ts';
import { widget } from './migrations/0012-widget.ts';
import { conversationWebhook } from './migrations/0013-conversation-webhook.ts';
import { partners } from './migrations/0014-partners.ts';

/** Every migration ever shipped, by name, oldest first. Kysely runs the missing ones under a lock. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-follow-ups': followUps,
  '0003-reference-locale': referenceLocale,
  '0004-decisions': decisions,
  '0005-history': history,
  '0006-policy-and-names': policyAndNames,
  '0007-card-truth': cardTruth,
  '0008-replies': replies,
  '0009-cobrowse': cobrowse,
  '0010-hand-off': handOffs,
  '0011-bridge': bridges,
  '0012-widget': widget,
  '0013-conversation-webhook': conversationWebhook,
  '0014-partners': partners,
};

/** Brings the database to the newest schema. Throws `store.row-invalid` where a newer version has been there, else what the failing migration threw. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const newer = (await doneIn(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (newer.length === 0) throw error;
  throw new ReachbackError('store.row-invalid', { cause: error, facts: { newer: newer.join(', ') } });
}

/** None where nobody can say. */
async function doneIn<Tables>(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map(({ name }) => name);
  } catch {
    return [];
  }
}
