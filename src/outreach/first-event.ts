import type { OutreachMode } from './outreach.ts';
import type { OutreachEvent } from './outreach-event.ts';

/** What a proposed outreach meets first: policy's yes, or the question to a supervisor. `now` and `approvalMs` in milliseconds. */
export function firstEvent(mode: OutreachMode, now: number, approvalMs: number): OutreachEvent {
  return mode === 'automatic'
    ? { type: 'approved', by: 'policy' }
    : { type: 'approval-asked', expiresAt: now + approvalMs };
}
