import type { PlatformCall } from '../platform-call.ts';
import { offersFieldEndpoint } from './offers-field-endpoint.ts';

/** Whether messages onto closed conversations are offered, asked about one that exists. Throws when there is no answer to go by. */
export function offersWebchatMessages(call: PlatformCall, conversationId: string): Promise<boolean> {
  return offersFieldEndpoint(call, {
    path: '/api/v2/conversations/webchat/{conversationId}/messages',
    ids: { conversationId },
  });
}
