import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

const granted = z.object({ jwt: z.string().min(1), refreshToken: z.string().min(1).nullish() });

/** What the organisation's identity provider gave the customer's browser. */
export interface GuestSignIn {
  readonly code?: string | undefined;
  readonly idToken?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly nonce?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly codeVerifier?: string | undefined;
  readonly iss?: string | undefined;
}

/**
 * A guest's JWT for a code of the identity provider. `POST /webdeployments/token/oauthcodegrantjwtexchange`, without a bearer
 * (SDK 262). A code serves once, so it is not repeated. Throws `genesys.widget.exchange-refused`.
 */
export async function exchangeGuestCode(
  call: PlatformCall,
  deploymentId: string,
  oauth: GuestSignIn,
): Promise<{ jwt: string; refreshToken: string | null }> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/webdeployments/token/oauthcodegrantjwtexchange',
    body: { deploymentId, oauth },
    answer: granted,
    priority: 'ask',
    idempotent: false,
  });
  return { jwt: body.jwt, refreshToken: body.refreshToken ?? null };
}

/** A new JWT. `POST /webdeployments/token/refresh`, without a bearer (SDK 262). Throws `genesys.widget.refresh-refused`. */
export async function refreshGuestJwt(
  call: PlatformCall,
  { refreshToken, deploymentId }: { refreshToken: string; deploymentId: string },
): Promise<string> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/webdeployments/token/refresh',
    body: { refreshToken, deploymentId },
    answer: granted,
    priority: 'ask',
    idempotent: true,
  });
  return body.jwt;
}

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
