import type { HeldReason } from '../../../src/policy/held-reason.ts';

/** Why a message was held back: one entry a reason. */
export const held = {
  'held.outside-24h': 'the customer’s last activity is more than 24 hours ago',
  'held.paused': 'outreach is paused',
  'held.contacted-recently': 'this customer was written to recently',
  'held.declined-recently': 'a supervisor said no to a message to this customer recently',
  'held.failed-recently': 'a message to this customer failed a short while ago',
  'held.open-outreach': 'another message to this customer is still open',
  'held.connected-now': 'the customer is in a conversation right now',
  'held.assigned-to-another-agent': 'the customer is talking to another agent right now',
  'held.parked': 'an agent has parked the conversation and will come back to it',
  'held.cleared': 'the customer cleared the conversation from the messenger',
  'held.permission-missing': 'the OAuth client lacks the permission this message needs',
  'held.region-mismatch': 'the configured hosts do not belong to one region of Genesys Cloud',
  'held.waiting-in-queue': 'the customer is waiting in a queue right now',
  'held.session-expired': 'the customer’s messaging session has run out',
  'held.no-route':
    'no way to reach this customer: not a known contact, and the organisation offers no other route',
  'held.agent-not-on-channel': 'the agent is not a member of a queue on the customer’s channel',
  'held.quiet-hours': 'it is quiet hours where the customer is',
  'held.opted-out': 'the customer asked not to be written to',
  'held.conversation-gone': 'the conversation no longer exists in Genesys Cloud',
  'held.agent-no-longer-available': 'the agent is no longer available',
  'held.approval-needed': 'policy asks for approval by now, and nobody has approved this message',
  'held.other': 'the rule “{code}” said no',
} as const satisfies Readonly<Record<`held.${HeldReason | 'other'}`, string>>;
