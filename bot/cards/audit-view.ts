import type { Outreach, OutreachState } from '../../src/outreach/outreach.ts';

/** A step of an outreach. Times are epoch milliseconds. */
export interface AuditStepView {
  readonly at: number;
  /** A person's name, or a part of the product. */
  readonly who: string;
  readonly why: string;
  readonly from: OutreachState | null;
  readonly to: OutreachState;
}

/** One outreach, newest step first; `more`: older ones. */
export interface AuditTrailView {
  readonly outreach: Outreach;
  readonly steps: readonly AuditStepView[];
  readonly more: number;
}

/** One customer's outreaches, newest first; `more`: older ones. */
export interface AuditCustomerView {
  readonly customerName: string | null;
  readonly outreaches: readonly Outreach[];
  readonly more: number;
}

/** Customers of one name, latest first; `more`: others. */
export interface AuditChoiceView {
  readonly customers: readonly { readonly last: Outreach; readonly outreaches: number }[];
  readonly more: number;
}
