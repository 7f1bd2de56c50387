import {
  type CompactVerifyGetKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
} from 'jose';
import type { Logger } from 'pino';
import { answerText } from '../../answer-text.ts';
import { refuse } from './refuse.ts';

/** After that the keys are read again in the background; those there are serve meanwhile. */
const freshMs = 10 * 60_000;
/** Keys nobody could read again for so long are not believed any more. */
const longestMs = 24 * 60 * 60_000;
/** From one reading to the next at the least, whatever key ids strangers write. */
const coolDownMs = 30_000;
/** The same after one that failed. */
const afterFailureMs = 5_000;
/** Some hundred keys of the longest kind. */
const mostBytes = 256 * 1024;

/**
 * The site's public keys at a URL: kept, read again now and then, and at once for a key id nobody knows yet, so that the site's keys
 * rotate without a gap. A site that is away for a while costs nothing. Throws `widget.site-keys-unavailable`, also for more than 256 KB.
 */
export function createSiteJwks(parts: { url: string; now: () => number; log: Logger }): CompactVerifyGetKey {
  const { url, now, log } = parts;
  let readAt: number | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;

  /** The library reads for any key id nobody knows yet: while the site is away, strangers must not make us ask it all the time. */
  const fetchKeys: FetchImplementation = async (address, options) => {
    if (now() - failedAt < afterFailureMs) throw refuse('widget.site-keys-unavailable');
    triedAt = now();
    try {
      const answer = await fetch(address, options);
      const text = await answerText(answer, mostBytes);
      if (answer.status !== 200 || text === null)
        throw refuse('widget.site-keys-unavailable', {
          status: answer.status,
          ...(text === null ? { mostBytes } : {}),
        });
      // What is no JWKS counts as not read, too.
      createLocalJWKSet(JSON.parse(text));
      return new Response(text);
    } catch (cause) {
      failedAt = now();
      log.warn({ code: 'widget.site-keys-unavailable', err: cause }, 'the keys of the site were not read');
      throw refuse('widget.site-keys-unavailable');
    }
  };

  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: coolDownMs,
    timeoutDuration: 5_000,
    [customFetch]: fetchKeys,
  });

  async function read(): Promise<void> {
    await remote.reload();
    readAt = now();
  }

  return async (header, token) => {
    const at = now();
    if (readAt === null || at - readAt > longestMs) await read();
    else if (at - readAt > freshMs && at - triedAt > coolDownMs) void read().catch(() => {});
    return remote(header, token);
  };
}
