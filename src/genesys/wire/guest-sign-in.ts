import { z } from 'zod';

/** What the public token endpoints of guests answer with. */
export const guestTokens = z.object({ jwt: z.string().min(1), refreshToken: z.string().min(1).nullish() });

/** What the organisation's identity provider gave the customer's browser: a code, or an id token with its nonce. */
export interface GuestSignIn {
  readonly code?: string;
  readonly idToken?: string;
  readonly redirectUri?: string;
  readonly nonce?: string;
  readonly maxAge?: number;
  readonly codeVerifier?: string;
  readonly iss?: string;
}

/** WebDeploymentsOAuthExchangeRequest (SDK 262; the transport SDK leaves redirectUri out with an id token). */
export const guestExchange = (deploymentId: string, oauth: GuestSignIn) => ({ deploymentId, oauth });
