import { type CompactVerifyGetKey, createRemoteJWKSet, errors } from 'jose';
import type { Logger } from 'pino';
import { refuse } from './refuse.ts';

/** After that the keys are read again in the background; those there are serve meanwhile. */
const freshMs = 10 * 60_000;
/** Keys nobody could read again for so long are not believed any more. */
const longestMs = 24 * 60 * 60_000;
/** From one reading to the next at the least, whatever key ids strangers write. */
const coolDownMs = 30_000;
/** The same after one that failed. */
const afterFailureMs = 5_000;

/**
 * The site's public keys at a URL: kept, read again now and then, and at once for a key id nobody knows yet, so that the site's keys
 * rotate without a gap. A site that is away for a while costs nothing. Throws `widget.site-keys-unavailable`.
 */
export function createSiteJwks(parts: { url: string; now: () => number; log: Logger }): CompactVerifyGetKey {
  const { url, now, log } = parts;
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: coolDownMs,
    timeoutDuration: 5_000,
  });
  let readAt: number | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<void> {
    triedAt = now();
    try {
      await remote.reload();
      readAt = now();
    } catch (cause) {
      log.warn({ code: 'widget.site-keys-unavailable', err: cause }, 'the keys of the site were not read');
      throw refuse('widget.site-keys-unavailable');
    }
  }

  return async (header, token) => {
    const at = now();
    if (readAt === null || at - readAt > longestMs) {
      if (!remote.reloading && at - triedAt < afterFailureMs) throw refuse('widget.site-keys-unavailable');
      await read();
    } else if (at - readAt > freshMs && at - triedAt > coolDownMs) void read().catch(() => {});
    try {
      return await remote(header, token);
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw error;
      // A key nobody knows yet, and the site is away just now.
      throw refuse('widget.site-keys-unavailable');
    }
  };
}
