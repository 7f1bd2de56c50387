/** The groups of the operations page in order: title, the beginnings of its codes (the first group that fits takes a code), who tries again. */
export const groups: readonly {
  readonly title: string;
  readonly starts: readonly string[];
  readonly plan: string;
}[] = [
  {
    title: 'Start and configuration',
    starts: ['config.', 'start.'],
    plan: 'The connection to Genesys Cloud is tried again after 0.5 s, then ever more slowly up to 30 s, until it stands. What is wrong before that (a variable, the port, the store, the sandbox) ends the process with exit code 1: whoever runs it starts it again.',
  },
  {
    title: 'Sending a message',
    starts: ['outreach.', 'genesys.send.'],
    plan: 'A send that may have been carried out is never repeated. What surely was not goes back to *approved*: for two seconds the platform client tries again where a connection or a token was refused, then the dispatcher takes it up, every 5 s, after a new truth check. A refusal ends the outreach as *failed*, but for `genesys.send.conversation-active`: the customer is back, so it is *held*. Everything in between is *unknown*: the reconciler looks 1, 5, 15 and 40 s after the attempt, then a person is asked; it looks again after 5 and 30 minutes.',
  },
  {
    title: 'Signing in to Genesys Cloud, and permissions',
    starts: ['genesys.auth.', 'genesys.credentials-', 'genesys.token-', 'genesys.permission'],
    plan: 'A token is renewed at 90 % of its life. The login host is asked up to 4 times, 0.25 to 4 s apart (after a 429: as long as it says). A call refused with 401 is made once more with a new token.',
  },
  {
    title: 'The way to Genesys Cloud',
    starts: ['genesys.network.', 'genesys.unreachable', 'genesys.no-answer'],
    plan: 'Reads: the platform client, up to 4 times, 0.25 to 8 s apart. Sends: what never left goes back to *approved*; what left becomes *unknown* (see Sending a message).',
  },
  {
    title: 'Notifications: the presence feed',
    starts: ['genesys.notifications.', 'genesys.feed-', 'genesys.frame-'],
    plan: 'The feed connects again after 0.5 to 10 s, ever more slowly while it fails, without end, and reads everything anew after each gap. Silence is noticed within 45 s. Nothing is sent from stale presence.',
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
    plan: 'Reads of conversations and presence: not tried again, the platform has answered. Contacts, transfers and trust: Reachback makes no such calls; these are known from field reports and explained for what is built around it.',
  },
  {
    title: 'Hand-off, widget, co-browse and guest sessions',
    starts: ['genesys.handoff.', 'genesys.widget.', 'genesys.cobrowse.', 'genesys.guest.'],
    plan: 'Co-browse: see Cobrowse from Teams. Of the others Reachback makes no such calls: they are known from field reports and published clients, and explained for what is built around it.',
  },
  {
    title: 'Cobrowse from Teams',
    starts: ['cobrowse.'],
    plan: 'An offer is made once for a press and never repeated by itself. A lost answer is looked for 1, 5, 15 and 40 s after the attempt. What the customer answered is heard from notifications and read every 5 s while the offer stands.',
  },
  {
    title: 'Other answers of Genesys Cloud',
    starts: ['genesys.'],
    plan: 'Reads that failed on the platform’s side or were throttled: the platform client, up to 4 times, 0.25 to 8 s apart; after a 429 nothing at all leaves before Retry-After (1 s to 5 min; 15 s when it does not say). Sends: see Sending a message.',
  },
  {
    title: 'Teams: callers turned away',
    starts: ['teams.token.', 'teams.unauthorised', 'teams.activity-malformed'],
    plan: 'Teams itself delivers again what was not answered with 2xx.',
  },
  {
    title: 'Teams: signing in and looking people up',
    starts: ['teams.sign-in.', 'teams.credentials-', 'teams.directory'],
    plan: 'Tried again with the next card or the next person who writes.',
  },
  {
    title: 'Teams: cards and people',
    starts: ['teams.'],
    plan: 'The card sync shows a card again after 1 s, ever more slowly up to 5 minutes, and not before Retry-After, until it equals the ledger; a removed bot is left alone until it is installed again.',
  },
  {
    title: 'Replies from Teams, and agents’ own sign-in',
    starts: ['reply.'],
    plan: 'A reply is never sent twice by the program. One whose answer was lost is looked for in the conversation 1, 5, 15 and 40 s after it left; then the card says whether it is there. A sign-in that ended is renewed where Genesys gave a refresh token, else the agent signs in again.',
  },
  {
    title: 'Policy and audit trail',
    starts: ['policy.', 'audit.'],
    plan: 'Whoever was refused says it otherwise; nothing was changed. A policy that cannot be read is read anew for every decision, and counts as the stricter until then.',
  },
  {
    title: 'Hand-off to another organisation',
    starts: ['handoff.'],
    plan: 'Asking the partner for its word on a ticket is tried again for a minute, each time with a new ticket. A transfer whose answer was lost is never asked for again: the conversation is read 1, 5, 15 and 40 s after the attempt. What the bridge tries again stands in docs/hand-off-bridge.md.',
  },
  {
    title: 'The bridge of a hand-off',
    starts: ['bridge.'],
    plan: 'A message goes again after 1 s, ever more slowly up to 30 s, where it surely was not taken. One whose answer was lost is looked for in the conversation, and goes again only when it is not there 10 s after; the messages behind it wait. After 10 minutes of not knowing it is passed over, with a word to the side it was meant for. What the partner’s webhook could not leave here is read from the partner’s conversation.',
  },
  {
    title: 'The store',
    starts: ['store.'],
    plan: 'Whatever needs the store waits and is taken up by the next sweep (1 to 15 s); the outcome of a send is written again every second until it stands. Nothing is sent that could not be written down first.',
  },
  {
    title: 'Conversation events told to another system',
    starts: ['webhook.'],
    plan: 'Each event goes again 10 s, 1 min, 5 min, 30 min, 2 h and 8 h after the try before it, and not before a Retry-After of up to five minutes; then it is a dead letter, listed and sent again by `npm run webhooks` ([conversation webhook](conversation-webhook.md)).',
  },
  {
    title: 'The import of users',
    starts: ['import.'],
    plan: 'Nothing is tried again: the tool says what to mend and where it stopped, and goes on from there when it is started again ([the move from Zendesk](move-from-zendesk.md)).',
  },
  {
    title: 'Ways in beside Teams’ own',
    starts: ['door.'],
    plan: 'Nothing is tried again here: who called is told by the status, and calls again.',
  },
  {
    title: 'Tokens for a widget',
    starts: ['widget.'],
    plan: 'The page asks again: with a new assertion where the code says so, after Retry-After with 429 and 503. A contact whose making was not answered is looked up before it is made again. A conversation that could not be linked to its contact is tried again after 2 s, ever more slowly up to 10 minutes, for as long as the visit lasts; a sign-out Genesys Cloud did not take, every minute.',
  },
];
