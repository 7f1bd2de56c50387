import { type Dialect, Kysely } from 'kysely';
import { activityTable } from './activity-table.ts';
import { auditTable } from './audit-table.ts';
import { bridgeTable } from './bridge-table.ts';
import { burstTable } from './burst-table.ts';
import { cardTable } from './card-table.ts';
import { cobrowseTable } from './cobrowse-table.ts';
import { conversationEventTable } from './conversation-event-table.ts';
import { guarded } from './guarded.ts';
import { handOffTable } from './hand-off-table.ts';
import { migrate } from './migrate.ts';
import { optOutTable } from './opt-out-table.ts';
import { outreachTable } from './outreach-table.ts';
import { partnerTable } from './partner-table.ts';
import { policyTable } from './policy-table.ts';
import { presenceTable } from './presence-table.ts';
import { createReadableRows, type TellUnreadable } from './readable-rows.ts';
import { referenceTable } from './reference-table.ts';
import { replyTable } from './reply-table.ts';
import { retentionTable } from './retention-table.ts';
import type { Schema } from './schema.ts';
import { sessionTable } from './session-table.ts';
import { settingTable } from './setting-table.ts';
import type { Departures } from './shapes/departures.ts';
import type { Store } from './store.ts';
import { widgetTable } from './widget-table.ts';

/** The store on any kysely dialect, migrated to the newest schema. `release` runs after the connection is closed; `tellUnreadable` of rows nobody can read. */
export async function createKyselyStore(
  engine: Store['engine'],
  dialect: Dialect,
  options: {
    readonly departures?: Departures | null;
    readonly release?: () => void;
    readonly tellUnreadable?: TellUnreadable | undefined;
  } = {},
): Promise<Store> {
  const db = new Kysely<Schema>({ dialect });
  await guarded(() => migrate(db));
  const readable = createReadableRows(options.tellUnreadable ?? (() => {}));
  return {
    engine,
    outreaches: outreachTable(db, readable),
    sessions: sessionTable(db),
    presences: presenceTable(db, readable),
    references: referenceTable(db, readable),
    cards: cardTable(db),
    bridges: bridgeTable(db, engine),
    bursts: burstTable(db),
    replies: replyTable(db),
    cobrowses: cobrowseTable(db),
    conversationEvents: conversationEventTable(db),
    handOffs: handOffTable(db),
    activities: activityTable(db),
    optOuts: optOutTable(db),
    settings: settingTable(db),
    partners: partnerTable(db),
    policies: policyTable(db),
    audits: auditTable(db, readable, engine),
    widget: widgetTable(db),
    retention: retentionTable(db),
    departures: options.departures ?? null,
    async close() {
      await db.destroy();
      options.departures?.close();
      options.release?.();
    },
  };
}
