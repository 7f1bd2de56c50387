import type { Outreach } from './outreach.ts';
import type { ProactiveMessage } from './proactive-message.ts';

/** The message of an outreach, with channel, to and from of the customer's own session. */
export function buildMessage(
  outreach: Pick<Outreach, 'channelId' | 'guestId' | 'agentId' | 'text'>,
): ProactiveMessage {
  return {
    type: 'proactive',
    channelId: outreach.channelId,
    to: { type: 'web', id: outreach.guestId },
    from: { type: 'agent', id: outreach.agentId },
    body: { contentType: 'text/plain', content: outreach.text },
  };
}
