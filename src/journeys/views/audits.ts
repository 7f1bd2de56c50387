import type { Outreach } from '../../outreach/outreach.ts';
import type { AuditStep } from '../../store/shapes/outreach-table.ts';

/** One outreach from its beginning, newest step first. */
export interface OutreachTrail {
  readonly kind: 'trail';
  readonly outreach: Outreach;
  readonly steps: readonly AuditStep[];
  /** How many older steps there are. */
  readonly more: number;
}

/** What was proposed and sent to one customer, newest first. */
export interface CustomerTrail {
  readonly kind: 'customer';
  /** As they were named last; null: an anonymous visitor. */
  readonly customerName: string | null;
  readonly outreaches: readonly Outreach[];
  /** How many older ones there are. */
  readonly more: number;
}

/** Several customers go by that name. Latest first. */
export interface CustomerChoice {
  readonly kind: 'choice';
  readonly customers: readonly {
    /** The newest outreach to them. */
    readonly last: Outreach;
    readonly outreaches: number;
  }[];
  /** How many more there are. */
  readonly more: number;
}

/** What became of outreaches, for supervisors: the caller has checked that who asks is one. All throw `audit.not-found` and what the store throws. */
export interface Audits {
  /** By an outreach's id, or a customer's name or its beginning; case does not matter. */
  find(asked: string): Promise<OutreachTrail | CustomerTrail | CustomerChoice>;
  /** The newest of all, newest first. */
  latest(): Promise<readonly Outreach[]>;
  trail(outreachId: string): Promise<OutreachTrail>;
  /** Of the customer whom this outreach was about. */
  ofCustomerOf(outreachId: string): Promise<CustomerTrail>;
}
