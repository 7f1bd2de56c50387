import type { Outreach, OutreachState } from '../../src/outreach/outreach.ts';

/** What the history shows of one outreach. Times are epoch milliseconds. */
export interface HistoryRow {
  readonly at: number;
  readonly customerName: string | null;
  readonly agentName: string;
  readonly state: OutreachState;
  /** When it leaves, where it waits for its hour. */
  readonly sendAt: number | null;
  /** The held-back reason or error code, where the state has one. */
  readonly reason: string | null;
}

/** One row of the history, from the ledger's. */
export function historyRow(outreach: Outreach): HistoryRow {
  const { createdAt, customerName, agentName, state, sendAt, reason } = outreach;
  return { at: createdAt, customerName, agentName, state, sendAt, reason };
}
