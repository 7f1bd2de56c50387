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

const ofReads: Readonly<Record<PlatformPlan['reads'], string>> = {
  again: 'a read is made again, up to 4 times, 0.25 to 8 s apart',
  'after-the-wait': 'a read is made again, up to 4 times, and not before the wait is over',
  'new-token': 'a read is made once more with a new token',
  no: 'a read is not made again',
};

const ofSends: Readonly<Record<PlatformPlan['sends'], string>> = {
  again:
    'a message surely did not leave: it is tried for 2 s, then goes back to *approved* and leaves after a new truth check',
  'after-the-wait':
    'a message was surely not taken: it goes back to *approved* and leaves after the wait and a new truth check',
  'new-token':
    'a message was surely not taken: it is tried once more with a new token, then goes back to *approved*',
  unknown:
    'a message is never sent again: its outreach is *unknown*, and the message looked for 1, 5, 15 and 40 s after the attempt, then a person is asked',
  held: 'a message is not sent again: the customer is back, its outreach is *held*',
  failed: 'a message is not sent again: its outreach is *failed*',
};

/** The plan for one code in a sentence. Pure. */
export function platformPlanWords(code: ErrorCode): string {
  const { reads, sends } = platformPlan(code);
  return `${ofReads[reads].replace(/^a/, 'A')}; ${ofSends[sends]}.`;
}
