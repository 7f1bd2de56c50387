import type { Outreach, SendAnswer } from '../outreach/outreach.ts';
import type { ProactiveMessage } from '../outreach/proactive-message.ts';

/**
 * One way to the customer: writes the message in its own wire form and sends it, once. `intoConnected`: it may join a
 * conversation whose customer is connected.
 */
export type SendByRoute = (
  message: ProactiveMessage,
  outreach: Pick<Outreach, 'externalContactId' | 'conversationId'>,
  intoConnected: boolean,
) => Promise<SendAnswer>;
