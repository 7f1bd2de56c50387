import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';
import { openInboundReceipt } from '../wire/open-inbound.ts';

/**
 * Tells an organisation what became of a message it sent by its Open Messaging integration; saying it twice does no harm.
 * `POST /conversations/messages/{integrationId}/inbound/open/receipt`, permission `conversation:message:receive` (SDK 262).
 */
export async function sendOpenReceipt(
  call: PlatformCall,
  integrationId: string,
  receipt: Parameters<typeof openInboundReceipt>[0],
): Promise<void> {
  await call({
    method: 'POST',
    path: '/api/v2/conversations/messages/{integrationId}/inbound/open/receipt',
    ids: { integrationId },
    body: openInboundReceipt(receipt),
    answer: z.unknown(),
    priority: 'refill',
    idempotent: true,
  });
}
