import type { Logger } from 'pino';
import { backOffMs } from '../back-off.ts';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { recognise } from '../errors/refusals/recognise.ts';
import { wait } from '../wait.ts';
import { NetworkFault } from './network-fault.ts';
import { correlationIdOf } from './platform-error.ts';
import type { HttpAnswer, PlatformHttp } from './platform-http.ts';
import { throttledForMs } from './throttled-for.ts';
import { tokenAnswer, tokenRefusal } from './wire/token-answer.ts';

export interface AccessToken {
  /**
   * A token that should still be good. Throws `genesys.credentials-refused` (wrong id, secret or region) or
   * `genesys.token-unavailable` (login host down); in both cases nothing was sent to the API.
   */
  get(): Promise<string>;
  /** The API refused this token: forget it, unless it was replaced meanwhile. */
  refused(token: string): void;
}

export interface AccessTokenParts {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly http: PlatformHttp;
  readonly clock: Clock;
  readonly log: Logger;
  /** No token is used for longer than that after it was asked for, milliseconds; 48 hours when absent. */
  readonly atMostMs?: number;
  readonly chance?: () => number;
}

interface Cached {
  readonly value: string;
  readonly renewAt: number;
  readonly endsAt: number;
}

const path = 'POST /oauth/token';
const tries = 4;
/** From a renewal that failed to the next one. */
const betweenRenewalsMs = 30_000;
const backOff = { baseMs: 250, maxMs: 4_000 };
/** Lifetimes the platform allows a client: 5 minutes to 48 hours, a day when not told. */
const defaultLifeMs = 86_400_000;
const longestLifeMs = 172_800_000;

/**
 * The client-credentials token of one OAuth client: cached, renewed at 90 % of its life while the old one still
 * serves, and never asked for twice at once.
 */
export function createAccessToken(parts: AccessTokenParts): AccessToken {
  const { clock, log } = parts;
  let cached: Cached | null = null;
  let underWay: Promise<string> | null = null;
  let renewNotBefore = 0;

  function renew(): Promise<string> {
    underWay ??= fetchToken(parts)
      .then((fresh) => {
        cached = fresh;
        return fresh.value;
      })
      .finally(() => {
        underWay = null;
      });
    return underWay;
  }

  return {
    async get() {
      const now = clock.now();
      if (cached === null || now >= cached.endsAt) return renew();
      if (now >= cached.renewAt && now >= renewNotBefore)
        renew().catch((error: unknown) => {
          // The old one still serves: a login host in trouble is not asked anew with every call.
          renewNotBefore = clock.now() + betweenRenewalsMs;
          log.warn({ err: error }, 'token not renewed yet');
        });
      return cached.value;
    },
    refused(token) {
      if (cached?.value === token) cached = null;
    },
  };
}

async function fetchToken({
  loginUrl,
  clientId,
  clientSecret,
  http,
  clock,
  log,
  atMostMs = longestLifeMs,
  chance = Math.random,
}: AccessTokenParts): Promise<Cached> {
  for (let attempt = 1; ; attempt += 1) {
    const askedAt = clock.now();
    let reason: string;
    let exchange = {};
    let waitMs = backOffMs(attempt, backOff, chance());
    try {
      const answer = await http.ask({
        method: 'POST',
        url: `${loginUrl}/oauth/token`,
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: 'grant_type=client_credentials',
        timeoutMs: 10_000,
      });
      if (answer.status === 200) return cachedFrom(answer, askedAt, atMostMs);
      if (answer.status < 500 && answer.status !== 429 && answer.status !== 408) throw refusal(answer);
      if (answer.status === 429) waitMs = throttledForMs(answer, clock.now());
      reason = String(answer.status);
      exchange = exchangeOf(answer);
    } catch (thrown) {
      if (!(thrown instanceof NetworkFault)) throw thrown;
      reason = thrown.reason;
    }
    const facts = { path, reason, ...exchange };
    if (attempt === tries || reason === 'closed')
      throw new ReachbackError('genesys.token-unavailable', { facts });
    log.warn({ code: 'genesys.token-unavailable', facts, attempt, waitMs }, 'no access token yet');
    await wait(clock, waitMs, http.closed);
  }
}

function cachedFrom(answer: HttpAnswer, askedAt: number, atMostMs: number): Cached {
  const body = tokenAnswer.safeParse(answer.body);
  if (!body.success)
    throw new ReachbackError('genesys.token-unavailable', {
      facts: { path, reason: 'malformed answer', ...exchangeOf(answer) },
    });
  const seconds = body.data.expires_in;
  const told = seconds === undefined || !(seconds > 0) ? defaultLifeMs : seconds * 1_000;
  const lifeMs = Math.min(told, longestLifeMs, atMostMs);
  return { value: body.data.access_token, renewAt: askedAt + lifeMs * 0.9, endsAt: askedAt + lifeMs };
}

function exchangeOf(answer: HttpAnswer): { readonly correlationId?: string } {
  const correlationId = correlationIdOf(answer);
  return correlationId === undefined ? {} : { correlationId };
}

/**
 * Bad credentials are 401 by most reports and 400 by one; both carry `invalid_client`. Any other status without words of OAuth is no
 * answer of the login host, but of something on the way (a proxy's 403 or 407): nobody has judged the credentials.
 */
function refusal(answer: HttpAnswer): ReachbackError {
  const body = tokenRefusal.safeParse(answer.body);
  if (!body.success && answer.status !== 400 && answer.status !== 401)
    return new ReachbackError('genesys.token-unavailable', {
      facts: { path, reason: String(answer.status), ...exchangeOf(answer) },
    });
  const platformCode = body.success ? body.data.error.slice(0, 100) : 'none';
  const known = recognise({ by: 'genesys-login', status: answer.status, says: [platformCode] });
  return new ReachbackError(known?.code ?? 'genesys.credentials-refused', {
    facts: { path, status: answer.status, platformCode, ...exchangeOf(answer) },
  });
}
