import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';

const issuer = 'https://api.botframework.com';
const algorithms = ['RS256', 'RS384', 'RS512'];
/** The clocks may differ by so much (Bot Connector authentication, step 5: five minutes). */
const clockToleranceSeconds = 5 * 60;
const keepKeysMs = 24 * 60 * 60_000;
const patienceMs = 5_000;

const metadata = z.looseObject({ jwks_uri: z.url() });
const endorsed = z.looseObject({ kid: z.string(), endorsements: z.array(z.string()) });

/** Takes an Authorization header; throws when it does not carry a token of the Teams channel for this bot. */
export type CheckChannelToken = (authorization: string) => Promise<void>;

/**
 * Checks what every request from Teams carries: a token of the Bot Connector for this app, in date, signed with a published
 * key that is endorsed for Teams (Bot Connector authentication, "connector to bot"). botbuilder checks the same once more
 * afterwards, but prints expired tokens and, with the key, badly signed ones to standard error, and goes by what an unchecked
 * token says of its issuer.
 */
export function createCheckChannelToken(parts: { metadataUrl: string; appId: string }): CheckChannelToken {
  const { metadataUrl, appId } = parts;
  let published: ReturnType<typeof readKeys> | null = null;

  async function readKeys() {
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(patienceMs) });
    const { jwks_uri: address } = metadata.parse(await response.json());
    return createRemoteJWKSet(new URL(address), { cacheMaxAge: keepKeysMs, timeoutDuration: patienceMs });
  }

  async function keys() {
    published ??= readKeys();
    try {
      return await published;
    } catch (cause) {
      published = null;
      throw new ReachbackError('teams.token.keys-unreachable', { cause });
    }
  }

  return async (authorization) => {
    const [scheme, token, ...more] = authorization.split(' ');
    if (scheme !== 'Bearer' || token === undefined || more.length > 0) throw new TypeError('no bearer token');
    const keySet = await keys();
    const { protectedHeader } = await jwtVerify(token, keySet, {
      issuer,
      audience: appId,
      algorithms,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp'],
    });
    const isEndorsed = keySet.jwks()?.keys.some((key) => {
      const told = endorsed.safeParse(key);
      return (
        told.success && told.data.kid === protectedHeader.kid && told.data.endorsements.includes('msteams')
      );
    });
    if (isEndorsed !== true) throw new TypeError('the key is not endorsed for Teams');
  };
}
