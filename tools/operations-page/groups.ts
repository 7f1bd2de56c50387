import type { ErrorCode, RetryClass } from '../../src/errors/catalogue.ts';

/** What the program does after a code, by its retry class. */
type Does = Partial<Readonly<Record<RetryClass, string>>>;

const never = 'Nothing: Reachback makes no such request.';

function notOurs(...codes: readonly ErrorCode[]): Partial<Record<ErrorCode, string>> {
  return Object.fromEntries(codes.map((code) => [code, never]));
}

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

/** One group of codes on the page. */
export interface Group {
  readonly title: string;
  readonly starts: readonly string[];
  readonly plan: string;
  readonly does?: Does;
  /** Of codes that are no answer of Genesys Cloud. */
  readonly asked?: string;
  readonly but?: Partial<Readonly<Record<ErrorCode, string>>>;
}

/**
 * The groups of the operations page in order: title, the beginnings of its codes (the first group that fits takes a code), who tries
 * again, and what is done after each of its codes: `does` by class, `but` for single ones. What has neither is done as after any
 * request to Genesys Cloud.
 */
export const groups: readonly Group[] = [
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
    title: 'Hand-off, widget, co-browse and guest sessions',
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
    title: 'Cobrowse from Teams',
    starts: ['cobrowse.'],
    plan: 'An offer is made once for a press and never repeated by itself. A lost answer is looked for 1, 5, 15 and 40 s after the attempt. What the customer answered is heard from notifications and read every 5 s while the offer stands.',
    does: {
      safe: 'Not tried again by the program: the agent presses again.',
      never: 'Not tried again: the agent is told.',
      unknown:
        'Never offered again by itself: looked for 1, 5, 15 and 40 s after the attempt, then the card says so.',
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
  {
    title: 'Teams: callers turned away',
    starts: ['teams.token.', 'teams.unauthorised', 'teams.activity-malformed'],
    plan: 'Teams itself delivers again what was not answered with 2xx.',
    does: {
      safe: 'The caller is turned away; Teams itself delivers again.',
      never: 'The caller is turned away; Teams itself delivers again what was not answered with 2xx.',
    },
  },
  {
    title: 'Teams: signing in and looking people up',
    starts: ['teams.sign-in.', 'teams.credentials-', 'teams.directory'],
    plan: 'Tried again with the next card or the next person who writes.',
    does: {
      safe: 'Tried again with the next card or the next person who writes.',
      never:
        'Tried again with the next card or the next person who writes, but it stays so until somebody mends it.',
    },
  },
  {
    title: 'Teams: cards and people',
    starts: ['teams.'],
    plan: 'The card sync shows a card again after 1 s, ever more slowly up to 5 minutes, and not before Retry-After, until it equals the ledger; a removed bot is left alone until it is installed again.',
    does: {
      safe: 'Not tried again by the program: whoever pressed or wrote is told, and may do it again.',
      never: 'Not tried again: whoever pressed or wrote is told.',
    },
    but: {
      'teams.failed': 'The card is shown again later, ever more slowly (1 s to 5 min).',
      'teams.budget-spent': 'The card waits for room in Teams’ limits and is shown then.',
      'teams.link-unshown': 'Shown again later, ever more slowly (1 s to 5 min).',
      'teams.owners-unread': 'Read again with the next person who writes.',
    },
  },
  {
    title: 'Replies from Teams, and agents’ own sign-in',
    starts: ['reply.'],
    plan: 'A reply is never sent twice by the program. One whose answer was lost is looked for in the conversation 1, 5, 15 and 40 s after it left; then the card says whether it is there. A sign-in that ended is renewed where Genesys gave a refresh token, else the agent signs in again.',
    does: {
      safe: 'Not tried again by the program: the agent presses again.',
      never: 'Not tried again: the agent is told.',
      unknown:
        'Never sent again: looked for 1, 5, 15 and 40 s after it left, then the card says whether it is there.',
    },
  },
  {
    title: 'Policy and audit trail',
    starts: ['policy.', 'audit.'],
    plan: 'Whoever was refused says it otherwise; nothing was changed. A policy that cannot be read is read anew for every decision, and counts as the stricter until then.',
    does: { never: 'Not tried again: whoever asked is told, and nothing was changed.' },
    but: { 'policy.row-invalid': 'Read anew for every decision; the stricter counts until then.' },
  },
  {
    title: 'Hand-off to another organisation',
    starts: ['handoff.'],
    plan: 'Asking the partner for its word on a ticket is tried again for a minute, each time with a new ticket. A transfer whose answer was lost is never asked for again: the conversation is read 1, 5, 15 and 40 s after the attempt. What the bridge tries again stands in docs/hand-off-bridge.md.',
    does: {
      safe: 'Asked again for a minute, each time with a new ticket.',
      never: 'Not tried again: whoever asked, or the partner, is told.',
      unknown: 'Never asked for again: the conversation is read 1, 5, 15 and 40 s after the attempt.',
    },
  },
  {
    title: 'The bridge of a hand-off',
    starts: ['bridge.'],
    plan: 'A message goes again after 1 s, ever more slowly up to 30 s, where it surely was not taken. One whose answer was lost is looked for in the conversation, and goes again only when it is not there 10 s after; the messages behind it wait. After 10 minutes of not knowing it is passed over, with a word to the side it was meant for. What the partner’s webhook could not leave here is read from the partner’s conversation.',
    does: { never: 'Not tried again; what the bridge does then stands in docs/hand-off-bridge.md.' },
  },
  {
    title: 'The store',
    starts: ['store.'],
    plan: 'Whatever needs the store waits and is taken up by the next sweep (1 to 15 s); the outcome of a send is written again every second until it stands. Nothing is sent that could not be written down first.',
    does: {
      safe: 'What needs the store waits for the next sweep (1 to 15 s); the outcome of a send is written again every second until it stands.',
      never:
        'Not tried again: what met it is given up and logged; at the start the process ends with exit code 1.',
    },
    but: { 'store.row-invalid': 'The row is left out and logged; the others go on.' },
  },
  {
    title: 'Conversation events told to another system',
    starts: ['webhook.'],
    plan: 'Each event goes again 10 s, 1 min, 5 min, 30 min, 2 h and 8 h after the try before it, and not before a Retry-After of up to five minutes; then it is a dead letter, listed and sent again by `npm run webhooks` ([conversation webhook](conversation-webhook.md)).',
    does: {
      safe: 'The event goes again 10 s, 1 min, 5 min, 30 min, 2 h and 8 h after the try before it; then it is a dead letter.',
      never: 'Not tried again: whoever used the tool is told.',
    },
    but: {
      'webhook.gone': 'The event is not told again, unless somebody drives it again (npm run webhooks).',
    },
  },
  {
    title: 'The import of users',
    starts: ['import.'],
    plan: 'Nothing is tried again: the tool says what to mend and where it stopped, and goes on from there when it is started again ([the move from Zendesk](move-from-zendesk.md)).',
    does: { never: 'Not tried again: the tool says what to mend, and is started again.' },
  },
  {
    title: 'Ways in beside Teams’ own',
    starts: ['door.'],
    plan: 'Nothing is tried again here: who called is told by the status, and calls again.',
    does: {
      safe: 'The caller is answered 5xx, and calls again.',
      never: 'The caller is answered 4xx.',
    },
  },
  {
    title: 'Tokens for a widget',
    starts: ['widget.'],
    plan: 'The page asks again: with a new assertion where the code says so, after Retry-After with 429 and 503. A contact whose making was not answered is looked up before it is made again. A conversation that could not be linked to its contact is tried again after 2 s, ever more slowly up to 10 minutes, for as long as the visit lasts; a sign-out Genesys Cloud did not take, every minute.',
    does: {
      safe: 'The page asks again after the Retry-After it was told.',
      never: 'Not tried again by the program: the page asks with what it was told was missing.',
    },
  },
];
