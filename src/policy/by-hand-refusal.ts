import type { ErrorCode } from '../errors/catalogue.ts';
import { formatWhen } from '../outreach/when/format-when.ts';
import { nextMinuteOfDay } from '../outreach/when/wall-clock.ts';
import { recentMs } from '../sessions/session.ts';
import type { Finding } from './finding.ts';
import type { HeldReason } from './held-reason.ts';

/** What the asker can do about it is what tells one code from another. */
const codes: Readonly<Record<HeldReason, ErrorCode>> = {
  'outside-24h': 'outreach.left-alone',
  paused: 'outreach.paused',
  'contacted-recently': 'outreach.left-alone',
  'declined-recently': 'outreach.left-alone',
  'failed-recently': 'outreach.left-alone',
  'open-outreach': 'outreach.customer-busy',
  'connected-now': 'outreach.left-alone',
  'assigned-to-another-agent': 'outreach.left-alone',
  parked: 'outreach.left-alone',
  'waiting-in-queue': 'outreach.left-alone',
  'session-expired': 'outreach.left-alone',
  cleared: 'outreach.left-alone',
  'no-route': 'outreach.out-of-reach',
  'agent-not-on-channel': 'outreach.not-a-candidate',
  'agent-no-longer-available': 'outreach.left-alone',
  'quiet-hours': 'outreach.quiet-hours',
  'opted-out': 'outreach.customer-opted-out',
  'conversation-gone': 'outreach.left-alone',
  'permission-missing': 'outreach.out-of-reach',
  'region-mismatch': 'outreach.out-of-reach',
  'approval-needed': 'outreach.left-alone',
};

/** Codes of more rules than one: which it was is told beside. */
const general: ReadonlySet<ErrorCode> = new Set([
  'outreach.left-alone',
  'outreach.not-a-candidate',
  'outreach.out-of-reach',
]);

/** What is known when it is refused. Times are epoch milliseconds. */
export interface RefusedAt {
  readonly now: number;
  readonly lastActivityAt: number;
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  /** The customer's clock, an IANA name. */
  readonly timeZone: string;
}

/** How the asker of a message by hand hears of what stands in its way: a code, which rule said no where the code does not, and from when on it could leave. */
export function byHandRefusal(
  finding: Finding,
  at: RefusedAt,
): { readonly code: ErrorCode; readonly facts: Readonly<Record<string, string>> } {
  if (finding.ends === 'failed') return { code: finding.reason, facts: {} };
  const { reason } = finding;
  const code = codes[reason];
  if (reason === 'quiet-hours') return { code, facts: afterQuietHours(at) };
  return { code, facts: general.has(code) ? { rule: reason } : {} };
}

function afterQuietHours({ now, lastActivityAt, quietHours, timeZone }: RefusedAt): { from?: string } {
  if (quietHours === null) return {};
  const from = nextMinuteOfDay(quietHours.to, now, timeZone);
  return from <= lastActivityAt + recentMs ? { from: formatWhen(from, timeZone) } : {};
}
