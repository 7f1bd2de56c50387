/** Why a customer is left alone for now; one reason a rule. */
export const heldReasons = [
  'outside-24h',
  'paused',
  'contacted-recently',
  'declined-recently',
  'failed-recently',
  'open-outreach',
  'connected-now',
  'assigned-to-another-agent',
  'parked',
  'waiting-in-queue',
  'session-expired',
  'cleared',
  'no-route',
  'agent-not-on-channel',
  'agent-no-longer-available',
  'quiet-hours',
  'opted-out',
  'conversation-gone',
  'permission-missing',
  'region-mismatch',
  'approval-needed',
] as const;

export type HeldReason = (typeof heldReasons)[number];

/** What will not be otherwise in a while: proposing that customer again would cost a look each time. */
export const lastingReasons: readonly HeldReason[] = [
  'session-expired',
  'cleared',
  'conversation-gone',
  'parked',
];
