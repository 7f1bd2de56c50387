import { catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import { isCaseOf } from '../../src/errors/is-case-of.ts';

/** What the program does after a code of a request to Genesys Cloud. */
export interface PlatformPlan {
  readonly reads: 'again' | 'after-the-wait' | 'new-token' | 'no';
  /** What becomes of a message: it goes again or back to *approved*, or its outreach ends so. */
  readonly sends: 'again' | 'after-the-wait' | 'new-token' | 'unknown' | 'held' | 'failed';
}

/** The plan for one code; a test plays it against the platform client and the delivery, for every refusal there is. Pure. */
export function platformPlan(code: ErrorCode): PlatformPlan {
  const { retry } = catalogue[code];
  if (code === 'genesys.send.conversation-active') return { reads: 'no', sends: 'held' };
  if (retry === 'never') return { reads: 'no', sends: 'failed' };
  if (isCaseOf(code, 'genesys.throttled')) return { reads: 'after-the-wait', sends: 'after-the-wait' };
  if (isCaseOf(code, 'genesys.token-refused')) return { reads: 'new-token', sends: 'new-token' };
  if (code === 'genesys.answer-malformed') return { reads: 'no', sends: 'unknown' };
  return { reads: 'again', sends: retry === 'safe' ? 'again' : 'unknown' };
}
