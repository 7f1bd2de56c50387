import type { PlatformCall } from '../platform-call.ts';
import { offersFieldEndpoint } from './offers-field-endpoint.ts';

/** Whether cobrowse sessions of a backend are offered. Throws when there is no answer to go by. */
export function offersCobrowseSessions(call: PlatformCall): Promise<boolean> {
  return offersFieldEndpoint(call, { path: '/api/v2/cobrowse/sessions' });
}
