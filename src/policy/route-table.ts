import type { Route } from '../outreach/outreach.ts';
import type { ConversationState } from './conversation-state.ts';
import type { HeldReason } from './held-reason.ts';

/** What the organisation was found to offer beside the platform's own contract. */
export interface Offers {
  readonly externalMessages: boolean;
  readonly webchat: boolean;
  /** How long after its end a message still lands on the same conversation, milliseconds. */
  readonly threadingMs: number;
}

/** By what the customer can be addressed, given what the organisation offers. */
export const reaches = ['contact', 'guest-external', 'guest-webchat', 'guest'] as const;

export type Reach = (typeof reaches)[number];

/** A way to the customer, or the one reason there is none now. `intoConnected`: the message may join a connected conversation. */
export type RouteChoice =
  | { readonly route: Route; readonly intoConnected: boolean }
  | { readonly held: HeldReason };

const by = (route: Route): RouteChoice => ({ route, intoConnected: false });
const into = (route: Route): RouteChoice => ({ route, intoConnected: true });
const held = (reason: HeldReason): RouteChoice => ({ held: reason });
const heldAll = (reason: HeldReason): Record<Reach, RouteChoice> => ({
  contact: held(reason),
  'guest-external': held(reason),
  'guest-webchat': held(reason),
  guest: held(reason),
});

/**
 * The whole of it: every state of a conversation, every way to address its customer. The platform's own contract where
 * there is a contact; an anonymous visitor only by a field contract. We join a connected conversation only when nobody is
 * in it but the customer.
 */
export const routeTable: Readonly<Record<ConversationState, Readonly<Record<Reach, RouteChoice>>>> = {
  idle: {
    contact: into('agentless'),
    'guest-external': into('external-messages'),
    // Reported for closed conversations only.
    'guest-webchat': held('no-route'),
    guest: held('no-route'),
  },
  connected: heldAll('connected-now'),
  queued: heldAll('waiting-in-queue'),
  'with-this-agent': heldAll('connected-now'),
  'with-another-agent': heldAll('assigned-to-another-agent'),
  parked: heldAll('parked'),
  open: {
    contact: by('agentless'),
    'guest-external': by('external-messages'),
    'guest-webchat': held('no-route'),
    guest: held('no-route'),
  },
  closed: {
    contact: by('agentless'),
    'guest-external': by('external-messages'),
    'guest-webchat': by('webchat'),
    guest: held('no-route'),
  },
  'closed-long-ago': {
    contact: by('agentless'),
    'guest-external': by('external-messages'),
    'guest-webchat': by('webchat'),
    guest: held('no-route'),
  },
  expired: heldAll('session-expired'),
  cleared: heldAll('cleared'),
  gone: heldAll('conversation-gone'),
};

/** By what this customer can be addressed here. */
export function reachOf(
  { externalContactId }: { readonly externalContactId: string | null },
  offers: Pick<Offers, 'externalMessages' | 'webchat'>,
): Reach {
  if (externalContactId !== null) return 'contact';
  if (offers.externalMessages) return 'guest-external';
  return offers.webchat ? 'guest-webchat' : 'guest';
}
