import { departing } from '../genesys/departing.ts';
import { sendWebchatMessage } from '../genesys/endpoints/send-webchat-message.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { SendByRoute } from './send-by-route.ts';

/** The field contract of a closed conversation: onto this very one, in the bot's name. `senderId`: the bot's id. */
export function sendByWebchat(call: PlatformCall, senderId: string): SendByRoute {
  return (message, { conversationId }, _intoConnected, departure) =>
    sendWebchatMessage(departing(call, departure), { conversationId, senderId, text: message.body.content });
}
