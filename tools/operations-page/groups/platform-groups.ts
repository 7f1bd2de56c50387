import type { ErrorCode } from '../../../src/errors/catalogue.ts';
import type { Group } from '../group.ts';

const never = 'Nothing: Reachback makes no such request.';

function notOurs(...codes: readonly ErrorCode[]): Partial<Record<ErrorCode, string>> {
  return Object.fromEntries(codes.map((code) => [code, never]));
}

/** What Genesys Cloud answers; the last one takes what no other does. */
export const platformGroups: readonly Group[] = [
  {
    title: 'Signing in to Genesys Cloud, and permissions',
    starts: ['genesys.auth.', 'genesys.credentials-', 'genesys.token-', 'genesys.permission'],
    plan: 'A token is renewed at 90 % of its life. The login host is asked up to 4 times, 0.1 to 1 s apart (after a 429: as long as it says). A call refused with 401 is made once more with a new token.',
    but: {
      'genesys.token-unavailable':
        'The login host was asked 4 times; the next call asks it again. A message did not leave: it stays *approved* and is taken up every 5 s.',
    },
  },
  {
    title: 'The way to Genesys Cloud',
    starts: ['genesys.network.', 'genesys.unreachable', 'genesys.no-answer'],
    plan: 'Reads: the platform client, up to 4 times, 0.1 to 1 s apart. Sends: what never left goes back to *approved*; what left becomes *unknown* (see Sending a message).',
  },
  {
    title: 'Notifications: the presence feed',
    starts: ['genesys.notifications.', 'genesys.feed-', 'genesys.frame-'],
    plan: 'The feed connects again after 0.25 to 10 s, ever more slowly while it fails, without end, and reads everything anew after each gap. Silence is noticed within 45 s. Nothing is sent from stale presence.',
    does: {
      safe: 'The feed connects again after 0.25 to 10 s, without end, and reads everything anew.',
      never: 'Not tried again; the other topics go on.',
    },
    but: {
      'genesys.frame-malformed': 'The frame is left out; the next snapshot corrects the state.',
      'genesys.notifications.closing': 'A successor is opened before the socket closes.',
      'genesys.notifications.subscription-lost':
        'The topics are put again, then another channel is made, and what was missed is read.',
      'genesys.notifications.channel-gone': 'A new channel is made at once, and everything is read anew.',
      'genesys.notifications.topic-forbidden':
        'The whole list was refused: the feed tries again after 0.25 to 10 s, without end.',
      'genesys.notifications.topic-invalid':
        'The whole list was refused: the feed tries again after 0.25 to 10 s, without end.',
    },
  },
  {
    title: 'Conversations, contacts, transfers and trust',
    starts: [
      'genesys.conversation.',
      'genesys.presence.',
      'genesys.contacts.',
      'genesys.transfer.',
      'genesys.trust.',
    ],
    plan: 'The platform has answered, so nothing is tried again. Contacts are asked about for the widget, transfers for hand-offs. Of trust Reachback asks nothing: it is known from the platform’s description and explained for what is built around it.',
    but: { ...notOurs('genesys.trust.self', 'genesys.trust.pairing-missing', 'genesys.trust.user-missing') },
  },
  {
    title: 'Hand-off, widget, cobrowse and guest sessions',
    starts: ['genesys.handoff.', 'genesys.widget.', 'genesys.cobrowse.', 'genesys.guest.'],
    plan: 'The platform has answered, so nothing is tried again by itself. As a guest Reachback asks nothing: those codes are known from published clients, and explained for what is built around it.',
    does: {
      safe: 'Nothing: Reachback makes no such request.',
      never:
        'Not tried again: the hand-off, sign-in or offer ends with this code, and whoever asked is told.',
      unknown: 'Nothing: Reachback makes no such request.',
    },
    but: {
      'genesys.widget.token-invalid':
        'A token is fetched for each start of a conversation; refused, the start is not made again, and the page is told.',
      ...notOurs(
        'genesys.guest.attachment-refused',
        'genesys.guest.connection-closed',
        'genesys.guest.signed-out',
        'genesys.guest.attributes-too-large',
        'genesys.guest.feature-off',
        'genesys.guest.parameter-missing',
        'genesys.guest.session-expired',
        'genesys.guest.session-unknown',
        'genesys.guest.signed-in',
        'genesys.guest.text-too-long',
        'genesys.guest.unauthorised',
      ),
    },
  },
  {
    title: 'Other answers of Genesys Cloud',
    starts: ['genesys.'],
    plan: 'Reads that failed on the platform’s side or were throttled: the platform client, up to 4 times, 0.1 to 1 s apart; after a 429 nothing at all leaves before Retry-After (1 s to 5 min; 15 s when it does not say). Sends: see Sending a message.',
    but: {
      'genesys.budget-spent':
        'The request did not leave. A message stays *approved*, or goes back to it, and is taken up every 5 s after a new truth check.',
      'genesys.stopped': 'The request did not leave; the next start takes the work up.',
      'genesys.presence-undefined': 'Not tried again: the agent is told.',
    },
  },
];
