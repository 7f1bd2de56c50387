import type { ErrorCode } from '../../../src/errors/catalogue.ts';
import type { Group } from '../group.ts';

const unfit =
  'Nothing left, and it is not tried again: the outreach is *failed*, or whoever wrote the text is told.';
const told = 'Not tried again: nothing was written, and whoever asked is told.';

/** What ends an outreach of itself rather than a request to Genesys Cloud. */
const sending: Partial<Record<ErrorCode, string>> = {
  'genesys.send.guest-offline':
    'Never sent again: Genesys Cloud has the message, and it waits in the customer’s history.',
  'outreach.unknown':
    'Never sent again: the message is looked for 1, 5, 15 and 40 s after the attempt, then a person is asked; it is looked for again after 5 and 30 minutes.',
  'outreach.did-not-arrive': 'Not sent again: the outreach is *failed*, as a person said.',
  'outreach.stayed': 'Back to *approved*: it leaves at the start, after a new truth check.',
  'outreach.by-hand-unchecked': 'Not tried again by the program: whoever asked presses again.',
  'outreach.follow-up-unchecked': 'Not tried again by the program: whoever asked presses again.',
  'outreach.id-malformed': unfit,
  'outreach.id-of-another-kind': unfit,
  'outreach.channel-not-of-session': unfit,
  'outreach.to-not-browser-session': unfit,
  'outreach.contact-not-of-session': unfit,
  'outreach.text-empty': unfit,
  'outreach.text-too-long': unfit,
  'outreach.text-unfit': unfit,
};

/** The start, and what ends an outreach. */
export const sendingGroups: readonly Group[] = [
  {
    title: 'Start and configuration',
    starts: ['config.', 'start.'],
    plan: 'The connection to Genesys Cloud is tried again after 0.5 s, then ever more slowly up to 30 s, until it stands. What is wrong before that (a variable, the port, the store, the sandbox) ends the process with exit code 1: whoever runs it starts it again.',
    does: {
      safe: 'The process ends with exit code 1; whoever runs it starts it again.',
      never: 'The process ends with exit code 1; it starts once the variables are right.',
    },
    but: {
      'start.connecting': 'Nothing: the connection is being made.',
      'start.failed': 'The connection is tried again after 0.5 s, then ever more slowly up to 30 s.',
    },
  },
  {
    title: 'Sending a message',
    starts: ['outreach.', 'genesys.send.'],
    plan: 'A send that may have been carried out is never repeated. What surely was not goes back to *approved*: for two seconds the platform client tries again where a connection or a token was refused, then the dispatcher takes it up, every 5 s, after a new truth check. A refusal ends the outreach as *failed*, but for `genesys.send.conversation-active`: the customer is back, so it is *held*. Everything in between is *unknown*: the reconciler looks 1, 5, 15 and 40 s after the attempt, then a person is asked; it looks again after 5 and 30 minutes.',
    but: sending,
    asked: told,
  },
];
