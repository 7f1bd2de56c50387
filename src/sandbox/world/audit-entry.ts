/** One line of an organisation's audit log. */
export interface AuditEntry {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly action: string;
  readonly status: 'SUCCESS' | 'FAILURE';
  /** What it was done to. */
  readonly entityType: string;
  readonly entityId: string;
  /** Why, and whatever else is worth a word. */
  readonly context: Readonly<Record<string, string>>;
}
