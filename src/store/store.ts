import type { ActivityTable } from './shapes/activity-table.ts';
import type { AuditTable } from './shapes/audit-table.ts';
import type { BridgeTable } from './shapes/bridge-table.ts';
import type { BurstTable } from './shapes/burst-table.ts';
import type { CardTable } from './shapes/card-table.ts';
import type { CobrowseTable } from './shapes/cobrowse-table.ts';
import type { ConversationEventTable } from './shapes/conversation-event-table.ts';
import type { Departures } from './shapes/departures.ts';
import type { HandOffTable } from './shapes/hand-off-table.ts';
import type { OptOutTable } from './shapes/opt-out-table.ts';
import type { OutreachTable } from './shapes/outreach-table.ts';
import type { PartnerTable } from './shapes/partner-table.ts';
import type { PolicyTable } from './shapes/policy-table.ts';
import type { PresenceTable } from './shapes/presence-table.ts';
import type { ReferenceTable } from './shapes/reference-table.ts';
import type { ReplyTable } from './shapes/reply-table.ts';
import type { RetentionTable } from './shapes/retention-table.ts';
import type { SessionTable } from './shapes/session-table.ts';
import type { SettingTable } from './shapes/setting-table.ts';
import type { WidgetTable } from './shapes/widget-table.ts';

/** Everything durable, on SQLite or PostgreSQL alike. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly outreaches: OutreachTable;
  readonly sessions: SessionTable;
  readonly presences: PresenceTable;
  readonly references: ReferenceTable;
  readonly cards: CardTable;
  readonly bridges: BridgeTable;
  readonly bursts: BurstTable;
  readonly replies: ReplyTable;
  readonly cobrowses: CobrowseTable;
  readonly conversationEvents: ConversationEventTable;
  readonly handOffs: HandOffTable;
  readonly activities: ActivityTable;
  readonly optOuts: OptOutTable;
  readonly settings: SettingTable;
  readonly partners: PartnerTable;
  readonly policies: PolicyTable;
  readonly audits: AuditTable;
  readonly widget: WidgetTable;
  readonly retention: RetentionTable;
  /** Null: nothing is known of how earlier lives of the program ended; on PostgreSQL they may have ended elsewhere. */
  readonly departures: Departures | null;
  close(): Promise<void>;
}
