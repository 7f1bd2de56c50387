import type { PlatformCall } from '../platform-call.ts';
import { type GuestSignIn, guestExchange, guestTokens } from '../wire/guest-sign-in.ts';

/**
 * A guest's JWT for a code of the identity provider. `POST /webdeployments/token/oauthcodegrantjwtexchange`, without a bearer
 * (SDK 262). A code serves once, so it is not repeated. Throws `genesys.widget.exchange-refused`.
 */
export async function exchangeGuestCode(
  call: PlatformCall,
  deploymentId: string,
  signIn: GuestSignIn,
): Promise<{ jwt: string; refreshToken: string | null }> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/webdeployments/token/oauthcodegrantjwtexchange',
    body: guestExchange(deploymentId, signIn),
    answer: guestTokens,
    priority: 'ask',
    idempotent: false,
  });
  return { jwt: body.jwt, refreshToken: body.refreshToken ?? null };
}
