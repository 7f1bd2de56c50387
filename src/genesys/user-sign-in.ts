import { ReachbackError } from '../errors/reachback-error.ts';
import { NetworkFault } from './network-fault.ts';
import { correlationIdOf } from './platform-error.ts';
import type { HttpAnswer, PlatformHttp } from './platform-http.ts';
import { tokenRefusal, userTokenAnswer } from './wire/token-answer.ts';

/** An OAuth client of the grant Code Authorization. */
export interface SignInClient {
  readonly clientId: string;
  /** Null: the PKCE verifier stands in for it; then there is no refresh token. */
  readonly clientSecret: string | null;
  /** As it is registered with the client, letter by letter. */
  readonly redirectUri: string;
}

/** A person's access token; times are epoch milliseconds. */
export interface UserGrant {
  readonly accessToken: string;
  readonly endsAt: number;
  readonly refreshToken: string | null;
}

export interface UserSignIn {
  /** Where the person's browser goes. `challenge`: SHA-256 of the verifier, base64url. */
  address(ask: { readonly state: string; readonly challenge: string }): string;
  /**
   * The person's token for the code their browser came back with. Throws `reply.sign-in.code-refused`, `reply.sign-in.client-refused`, and
   * `genesys.token-unavailable` where the login host cannot be asked.
   */
  byCode(proof: { readonly code: string; readonly verifier: string }): Promise<UserGrant>;
  /** A new token for a refresh token. Throws the same. */
  renew(refreshToken: string): Promise<UserGrant>;
}

const path = 'POST /oauth/token';
/** What the platform gives a client that sets no lifetime. */
const defaultLifeMs = 86_400_000;
const notOurs = ['invalid_client', 'unauthorized_client'];

/**
 * The authorization-code grant with PKCE (SDK 262: `/oauth/authorize`, `/oauth/token`). That a client with a secret may use PKCE, too, is
 * *unverified*.
 */
export function createUserSignIn(parts: {
  loginUrl: string;
  client: SignInClient;
  http: PlatformHttp;
  now: () => number;
}): UserSignIn {
  const { loginUrl, client, http, now } = parts;
  const { clientId, clientSecret, redirectUri } = client;

  async function grantFor(form: Readonly<Record<string, string>>): Promise<UserGrant> {
    const askedAt = now();
    const answer = await ask(form);
    if (answer.status !== 200) throw refusal(answer);
    const body = userTokenAnswer.safeParse(answer.body);
    if (!body.success) throw unavailable('malformed answer', answer);
    const { access_token: accessToken, expires_in: seconds, refresh_token: refreshToken } = body.data;
    const lifeMs = seconds === undefined || !(seconds > 0) ? defaultLifeMs : seconds * 1_000;
    return { accessToken, endsAt: askedAt + lifeMs, refreshToken: refreshToken ?? null };
  }

  async function ask(form: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    const basic = Buffer.from(`${clientId}:${clientSecret ?? ''}`).toString('base64');
    try {
      return await http.ask({
        method: 'POST',
        url: `${loginUrl}/oauth/token`,
        headers: {
          ...(clientSecret === null ? {} : { authorization: `Basic ${basic}` }),
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: new URLSearchParams({ ...form }).toString(),
        timeoutMs: 10_000,
      });
    } catch (thrown) {
      if (!(thrown instanceof NetworkFault)) throw thrown;
      throw unavailable(thrown.reason);
    }
  }

  return {
    address({ state, challenge }) {
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      return `${loginUrl}/oauth/authorize?${query}`;
    },
    byCode: ({ code, verifier }) =>
      grantFor({
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        client_id: clientId,
        redirect_uri: redirectUri,
      }),
    renew: (refreshToken) => grantFor({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}

/** A status without words of OAuth, but 400 and 401, is of something on the way: nobody has judged the person. */
function refusal(answer: HttpAnswer): ReachbackError {
  const { status } = answer;
  const body = tokenRefusal.safeParse(answer.body);
  const judged = status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (!judged || (!body.success && status !== 400 && status !== 401))
    return unavailable(String(status), answer);
  const platformCode = body.success ? body.data.error.slice(0, 100) : 'none';
  return new ReachbackError(
    notOurs.includes(platformCode) ? 'reply.sign-in.client-refused' : 'reply.sign-in.code-refused',
    { facts: { path, status, platformCode, ...exchangeOf(answer) } },
  );
}

function unavailable(reason: string, answer?: HttpAnswer): ReachbackError {
  return new ReachbackError('genesys.token-unavailable', { facts: { path, reason, ...exchangeOf(answer) } });
}

function exchangeOf(answer: HttpAnswer | undefined): { readonly correlationId?: string } {
  const correlationId = answer === undefined ? undefined : correlationIdOf(answer);
  return correlationId === undefined ? {} : { correlationId };
}
