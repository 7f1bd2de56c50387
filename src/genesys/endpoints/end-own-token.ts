import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

/** Ends the token it is asked with. `DELETE /tokens/me`, no permission (SDK 262). */
export async function endOwnToken(call: PlatformCall): Promise<void> {
  await call({
    method: 'DELETE',
    path: '/api/v2/tokens/me',
    answer: z.unknown(),
    priority: 'ask',
    idempotent: true,
    timeoutMs: 5_000,
  });
}
