import type { Outreach } from '../../src/outreach/outreach.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import { cardState } from '../program/card-state.ts';
import type { RecordEntry, SandboxState } from '../program/sandbox-control.ts';

/** One outreach as the demo reports it: what the ledger says, beside what customer and Teams really saw. */
export interface DemoOutreach {
  readonly route: Outreach['route'];
  readonly message: Outreach['message'];
  /** The customer's own session, as the sandbox knows it. */
  readonly session: {
    readonly channelId: string;
    readonly guestId: string;
    readonly externalContactId: string | null;
    readonly conversationId: string;
  } | null;
  readonly agent: { readonly id: string };
  readonly answer: Outreach['answer'];
  readonly cards: readonly { readonly activityId: string; readonly states: readonly string[] }[];
  readonly seenByCustomer: readonly string[];
}

/** Joins a ledger row with the sandbox's state and record. */
export function reportOutreach(
  row: Outreach,
  cards: readonly CardRow[],
  state: SandboxState,
  record: readonly RecordEntry[],
): DemoOutreach {
  const customer = state.orgs
    .flatMap(({ customers }) => customers)
    .find(({ conversations }) => conversations.some(({ id }) => id === row.conversationId));
  return {
    route: row.route,
    message: row.message,
    session:
      customer === undefined
        ? null
        : {
            channelId: customer.channelId,
            guestId: customer.guestId,
            externalContactId: customer.externalContactId,
            conversationId: row.conversationId,
          },
    agent: { id: row.agentId },
    answer: row.answer,
    cards: cards.flatMap(({ activityId }) =>
      activityId === null ? [] : [{ activityId, states: statesOf(activityId, record) }],
    ),
    seenByCustomer: record.flatMap((entry) =>
      entry.kind === 'customer' &&
      entry.customerId === customer?.id &&
      entry.message.id === row.answer?.messageId &&
      (entry.event === 'shown' || entry.event === 'seen-in-history')
        ? [entry.message.text]
        : [],
    ),
  };
}

function statesOf(activityId: string, record: readonly RecordEntry[]): string[] {
  return record.flatMap((entry) => {
    if (entry.kind !== 'teams' || entry.activityId !== activityId) return [];
    return cardState(entry.activity) ?? [];
  });
}

/** Everything that is not as promised: reached by each route, once, with channel, to and from of the own session, told truly in Teams. */
export function problemsOf(outreaches: readonly DemoOutreach[], routes: readonly string[]): string[] {
  const missing = routes
    .filter((route) => !outreaches.some((outreach) => outreach.route === route))
    .map((route) => `no customer was reached by ${route}`);
  return [...missing, ...outreaches.flatMap(problemsOfOne)];
}

function problemsOfOne({ route, message, session, agent, cards, seenByCustomer }: DemoOutreach): string[] {
  const wrong: [boolean, string][] = [
    [seenByCustomer.length !== 1, `the customer saw the message ${seenByCustomer.length} times`],
    [seenByCustomer.some((text) => text !== message?.body.content), 'the customer saw another text'],
    [message?.channelId !== session?.channelId, 'channelId is not the channel of the session'],
    [message?.to.id !== session?.guestId, 'to is not the browser session of the customer'],
    [message?.from.id !== agent.id, 'from is not the agent'],
    [
      (route === 'agentless') === (session?.externalContactId === null),
      'the route does not fit the customer',
    ],
    [
      cards.length === 0 || cards.some(({ states }) => states.at(-1) !== 'replied'),
      'a card does not show the reply',
    ],
  ];
  return wrong.flatMap(([is, problem]) => (is ? [`${route}: ${problem}`] : []));
}
