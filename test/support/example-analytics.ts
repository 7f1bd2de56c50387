const ids = {
  deployment: '8a7b6c5d-1e2f-4a4b-8c6d-7e8f9a0b1c2d',
  guest: '5e0f3c1a-9d7b-4c2e-8f60-0a1b2c3d4e5f',
  contact: '7c1d2e3f-0a1b-4c2d-9e4f-5a6b7c8d9e0f',
  queue: '1f2e3d4c-5b6a-4798-8877-665544332211',
  agent: 'b9a3d2c4-0000-4000-8000-000000000001',
};

/** The ids in `exampleAnalytics`. */
export const exampleIds: Readonly<typeof ids> = ids;

/**
 * A web messaging conversation as the details query answers it, in the shape of a recorded one: the customer wrote at
 * `start`, an agent answered and left after `minutes`. Change what the test is about.
 */
export function exampleAnalytics({ start, minutes = 10 }: { start: number; minutes?: number }) {
  const time = (offsetS: number) => new Date(start + offsetS * 1_000).toISOString();
  const end = minutes * 60;
  const common = {
    mediaType: 'message',
    messageType: 'webmessaging',
    provider: 'PureCloud Messaging',
    direction: 'inbound',
  };
  const away = { ...common, addressFrom: ids.deployment, addressTo: ids.guest, remote: 'Guest' };
  return {
    conversationId: 'c0ffee00-1111-4222-8333-444455556666',
    conversationStart: time(0),
    conversationEnd: time(end + 1),
    originatingDirection: 'inbound',
    divisionIds: ['d1'],
    participants: [
      {
        participantId: 'p1',
        participantName: 'Grace Hopper',
        purpose: 'customer',
        externalContactId: ids.contact,
        sessions: [
          {
            ...common,
            sessionId: 's1',
            addressFrom: ids.guest,
            addressTo: ids.deployment,
            journeyCustomerIdType: 'cookie',
            metrics: [{ emitDate: time(5), name: 'nConnected', value: 1 }],
            segments: [
              {
                segmentStart: time(0),
                segmentEnd: time(end),
                segmentType: 'interact',
                conference: false,
                disconnectType: 'peer',
              },
            ],
          },
        ],
      },
      {
        participantId: 'p2',
        participantName: 'Web flow',
        purpose: 'workflow',
        sessions: [
          {
            ...away,
            sessionId: 's2',
            segments: [{ segmentStart: time(0), segmentEnd: time(2), segmentType: 'ivr' }],
          },
        ],
      },
      {
        participantId: 'p3',
        participantName: 'Support',
        purpose: 'acd',
        sessions: [
          {
            ...away,
            sessionId: 's3',
            segments: [
              { segmentStart: time(2), segmentEnd: time(20), segmentType: 'interact', queueId: ids.queue },
            ],
          },
        ],
      },
      {
        participantId: 'p4',
        participantName: 'Ada Lovelace',
        purpose: 'agent',
        userId: ids.agent,
        sessions: [
          {
            ...away,
            sessionId: 's4',
            metrics: [{ emitDate: time(end - 60), name: 'tAgentResponseTime', value: 4_000 }],
            segments: [
              { segmentStart: time(15), segmentEnd: time(20), segmentType: 'alert', queueId: ids.queue },
              {
                segmentStart: time(20),
                segmentEnd: time(end),
                segmentType: 'interact',
                queueId: ids.queue,
                disconnectType: 'client',
              },
              {
                segmentStart: time(end),
                segmentEnd: time(end + 1),
                segmentType: 'wrapup',
                queueId: ids.queue,
              },
            ],
          },
        ],
      },
    ],
  };
}
