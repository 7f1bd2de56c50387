import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';
import { page } from '../wire/page.ts';

const answer = page(z.unknown());

/**
 * How many notification channels our OAuth client has, with whatever token they were made: with 20 the next one silently ends
 * the one used least recently. `GET /notifications/channels?includechannels=oauthclient`, no permission (SDK 262).
 */
export async function countChannels(call: PlatformCall): Promise<number> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/notifications/channels',
    query: { includechannels: 'oauthclient' },
    answer,
    priority: 'ask',
    idempotent: true,
  });
  return body.entities.length;
}
