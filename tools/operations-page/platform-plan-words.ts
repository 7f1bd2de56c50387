import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { type PlatformPlan, platformPlan } from './platform-plan.ts';

const ofReads: Readonly<Record<PlatformPlan['reads'], string>> = {
  again: 'a read is made again, up to 4 times, 0.1 to 1 s apart',
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
