import type { Group } from '../group.ts';

/** What Reachback itself refuses, by what is asked of it. */
export const productGroups: readonly Group[] = [
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
    but: {
      'handoff.partner-check-late':
        'Nothing is kept; the answer is waited for, and whoever presses again within a minute gets it.',
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
