import { type ConversationState, conversationStates } from '../../src/policy/conversation-state.ts';
import { type RouteChoice, reaches, routeTable } from '../../src/policy/route-table.ts';

const begin = '<!-- npm run route-page writes what follows -->';
const end = '<!-- and up to here -->';

const meanings: Readonly<Record<ConversationState, string>> = {
  idle: 'connected, nobody looks after the customer, and nothing has come from them for ten minutes',
  connected: 'connected, nobody looks after the customer yet',
  queued: 'waits in a queue or is in a flow',
  'with-this-agent': 'rings at, or is with, the agent who would write',
  'with-another-agent': 'rings at, or is with, another agent',
  parked: 'an agent put it aside and comes back to it',
  open: 'the customer is gone, an agent or a queue still has it',
  closed: 'over, inside the threading window',
  'closed-long-ago': 'over, outside the threading window: a message begins a new conversation',
  expired: 'the guest session ran out, with it or since',
  cleared: 'the customer wiped it from the messenger',
  gone: 'deleted or archived',
};

/** The page with its table replaced by the one the product goes by. Throws when it has no place for one. Pure. */
export function withRouteTable(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no place for the table');
  const rows = conversationStates.map((state) => {
    const cells = reaches.map((reach) => words(routeTable[state][reach]));
    return `| **${state}**: ${meanings[state]} | ${cells.join(' | ')} |`;
  });
  const head = [
    '| the conversation | a contact | anonymous, `external-messages` offered | anonymous, only `webchat` offered | anonymous, neither offered |',
    '|---|---|---|---|---|',
  ];
  return `${before}${begin}\n\n${[...head, ...rows].join('\n')}\n\n${end}${after}`;
}

function words(choice: RouteChoice): string {
  if ('held' in choice) return `held: \`${choice.held}\``;
  return `\`${choice.route}\`${choice.intoConnected ? ', into it' : ''}`;
}
