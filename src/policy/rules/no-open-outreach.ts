import type { HeldReason } from '../held-reason.ts';

/** One message at a time: the ledger would refuse a second one anyhow. */
export function noOpenOutreach(facts: { openOutreach: boolean }): HeldReason | null {
  return facts.openOutreach ? 'open-outreach' : null;
}
