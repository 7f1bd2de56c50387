import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

/**
 * Ends the sign-in a JWT is of, and its refresh tokens. `DELETE /webdeployments/token/revoke` with that JWT as bearer
 * (SDK 262), which `call` must be made with.
 */
export async function revokeGuestJwt(call: PlatformCall): Promise<void> {
  await call({
    method: 'DELETE',
    path: '/api/v2/webdeployments/token/revoke',
    answer: z.unknown(),
    priority: 'ask',
    idempotent: true,
  });
}
