import type { PlatformCall } from '../platform-call.ts';
import { guestTokens } from '../wire/guest-sign-in.ts';

/** A new JWT of a guest. `POST /webdeployments/token/refresh`, without a bearer (SDK 262). Throws `genesys.widget.refresh-refused`. */
export async function refreshGuestJwt(
  call: PlatformCall,
  { refreshToken, deploymentId }: { refreshToken: string; deploymentId: string },
): Promise<string> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/webdeployments/token/refresh',
    body: { refreshToken, deploymentId },
    answer: guestTokens,
    priority: 'ask',
    idempotent: true,
  });
  return body.jwt;
}
