import type { OutreachMode } from '../../outreach/outreach.ts';
import type { HeldReason } from '../held-reason.ts';

/** What policy approved by itself may not leave once policy asks for a person’s yes. `byPolicy`: no person gave it. */
export function stillApproved(facts: { byPolicy: boolean; mode: OutreachMode }): HeldReason | null {
  return facts.byPolicy && facts.mode === 'supervisor' ? 'approval-needed' : null;
}
