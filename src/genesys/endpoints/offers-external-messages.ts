import type { PlatformCall } from '../platform-call.ts';
import { offersFieldEndpoint } from './offers-field-endpoint.ts';

/** Whether messages into a browser's session are offered. Throws when there is no answer to go by. */
export function offersExternalMessages(call: PlatformCall): Promise<boolean> {
  return offersFieldEndpoint(call, { path: '/api/v2/conversations/messaging/external-messages' });
}
