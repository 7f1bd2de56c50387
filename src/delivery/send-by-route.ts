import type { Outreach, SendAnswer } from '../outreach/outreach.ts';
import type { ProactiveMessage } from '../outreach/proactive-message.ts';

/** One way to the customer: writes the message in its own wire form and sends it, once. */
export type SendByRoute = (
  message: ProactiveMessage,
  outreach: Pick<Outreach, 'externalContactId' | 'conversationId'>,
) => Promise<SendAnswer>;
