import { departing } from '../genesys/departing.ts';
import { sendExternalMessage } from '../genesys/endpoints/send-external-message.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { SendByRoute } from './send-by-route.ts';

/** The field contract: the message as it is, to the browser's own session. */
export function sendByExternalMessages(call: PlatformCall): SendByRoute {
  return (message, _outreach, _intoConnected, departure) =>
    sendExternalMessage(departing(call, departure), message);
}
