import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

const timeline = z.object({
  settings: z
    .array(z.object({ messengerType: z.string().nullish(), timeoutInMinutes: z.number().nullish() }))
    .nullish(),
  defaultTimeoutMinutes: z.number().nullish(),
});

/**
 * How long after its end a web messaging conversation still takes what is sent, milliseconds; null when it is not told.
 * `GET /conversations/messaging/threadingtimeline`, permission `conversation:threadingTimeline:view` (SDK 262). Throws what the
 * platform call throws.
 */
export async function threadingTimeline(call: PlatformCall): Promise<number | null> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/conversations/messaging/threadingtimeline',
    answer: timeline,
    priority: 'ask',
    idempotent: true,
  });
  const own = (body.settings ?? []).find(
    ({ messengerType }) => messengerType?.toLowerCase() === 'webmessaging',
  );
  const minutes = own?.timeoutInMinutes ?? body.defaultTimeoutMinutes ?? null;
  return minutes === null ? null : minutes * 60_000;
}
