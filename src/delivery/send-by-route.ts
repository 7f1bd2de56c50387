import type { Departure } from '../genesys/departure.ts';
import type { Outreach, SendAnswer } from '../outreach/outreach.ts';
import type { ProactiveMessage } from '../outreach/proactive-message.ts';

/**
 * One way to the customer: writes the message in its own wire form and sends it, once. `intoConnected`: it may join a
 * conversation whose customer is connected; `departure`: told before it leaves, and without whose consent it does not.
 */
export type SendByRoute = (
  message: ProactiveMessage,
  outreach: Pick<Outreach, 'externalContactId' | 'conversationId'>,
  intoConnected: boolean,
  departure: Departure,
) => Promise<SendAnswer>;
