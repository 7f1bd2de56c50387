import { ReachbackError } from '../errors/reachback-error.ts';
import { departing } from '../genesys/departing.ts';
import { sendAgentless } from '../genesys/endpoints/send-agentless.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { SendByRoute } from './send-by-route.ts';

/** The platform's own contract: the customer is named by external contact, the channel is the from address. */
export function sendByAgentless(call: PlatformCall): SendByRoute {
  return async (message, { externalContactId }, intoConnected, departure) => {
    if (externalContactId === null) {
      throw new ReachbackError('outreach.id-malformed', { facts: { field: 'externalContactId' } });
    }
    return sendAgentless(departing(call, departure), {
      channelId: message.channelId,
      externalContactId,
      text: message.body.content,
      intoConnected,
    });
  };
}
