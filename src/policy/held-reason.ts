/** Why a customer is left alone for now; one reason a rule. */
export type HeldReason =
  | 'outside-24h'
  | 'paused'
  | 'contacted-recently'
  | 'failed-recently'
  | 'connected-now'
  | 'waiting-in-queue'
  | 'session-expired'
  | 'no-route'
  | 'agent-not-on-channel'
  | 'agent-no-longer-available'
  | 'quiet-hours'
  | 'opted-out'
  | 'conversation-gone';
