import type { Outreach } from '../../outreach/outreach.ts';

/** Looks into the ledger by customer. */
export interface AuditTable {
  /**
   * The customers of that name, or whose name begins so, lastly proposed first, and how many there are. Case does not matter; where the
   * engine does not know the letters, the name as written and with capitals.
   */
  customersNamed(
    name: string,
    how: 'exactly' | 'beginning',
    limit: number,
  ): Promise<{
    readonly customers: readonly { readonly customerKey: string; readonly customerName: string | null }[];
    readonly total: number;
  }>;
  /** Newest first, and how many there are. */
  ofCustomer(
    customerKey: string,
    limit: number,
  ): Promise<{ readonly outreaches: readonly Outreach[]; readonly total: number }>;
}
