import { exampleIds } from './example-analytics.ts';

export interface ExampleMessage {
  readonly messageId: string;
  readonly messageTime: string;
  readonly messageStatus?: string;
}

/**
 * The same customer's conversation as `v2.routing.queues.{id}.conversations` tells it: connected since `start`, no agent
 * yet. `customer` and `api` are the messages on those legs; `endedAt` disconnects the customer.
 */
export function exampleConversation({
  start,
  endedAt,
  customer = [],
  api = [],
  agentConnectedAt,
}: {
  start: number;
  endedAt?: number;
  customer?: readonly ExampleMessage[];
  api?: readonly ExampleMessage[];
  agentConnectedAt?: number;
}) {
  const iso = (time: number) => new Date(time).toISOString();
  const { deployment, guest, contact, queue, agent } = exampleIds;
  const end = endedAt === undefined ? {} : { disconnectedTime: iso(endedAt) };
  const state = endedAt === undefined ? 'connected' : 'disconnected';
  const away = { fromAddress: { addressNormalized: deployment }, toAddress: { addressNormalized: guest } };
  return {
    id: 'c0ffee00-1111-4222-8333-444455556666',
    participants: [
      {
        id: 'p1',
        name: 'Grace Hopper',
        purpose: 'customer',
        externalContactId: contact,
        connectedTime: iso(start),
        messages: [
          {
            id: 's1',
            state,
            direction: 'inbound',
            type: 'webmessaging',
            fromAddress: { addressNormalized: guest, addressRaw: guest },
            toAddress: { addressNormalized: deployment, addressRaw: deployment },
            connectedTime: iso(start),
            ...end,
            messages: customer,
          },
        ],
      },
      {
        id: 'p3',
        purpose: 'acd',
        queueId: queue,
        connectedTime: iso(start),
        messages: [{ id: 's3', state: 'disconnected', direction: 'inbound', type: 'webmessaging', ...away }],
      },
      ...(agentConnectedAt === undefined
        ? []
        : [
            {
              id: 'p4',
              purpose: 'agent',
              userId: agent,
              queueId: queue,
              messages: [
                { id: 's4', state, type: 'webmessaging', ...away, connectedTime: iso(agentConnectedAt) },
              ],
            },
          ]),
      ...(api.length === 0
        ? []
        : [
            {
              id: 'p5',
              purpose: 'api',
              messages: [{ id: 's5', state: 'disconnected', ...away, messages: api }],
            },
          ]),
    ],
    recentTransfers: [],
    recordingState: 'none',
    divisions: [],
  };
}
