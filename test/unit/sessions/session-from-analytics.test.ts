import { deepEqual, equal } from 'node:assert/strict';
import { analyticsConversation } from '../../../src/genesys/wire/analytics-conversation.ts';
import { analyticsSessions } from '../../../src/sessions/analytics-sessions.ts';
import { sessionFromAnalytics } from '../../../src/sessions/session-from-analytics.ts';
import { exampleAnalytics, exampleIds } from '../../support/example-analytics.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
type Example = ReturnType<typeof exampleAnalytics>;

/** The example with something about it changed, read. */
function session(change: (example: Example) => unknown = (example) => example) {
  return sessionFromAnalytics(analyticsConversation.parse(change(exampleAnalytics({ start }))));
}

const leg = (example: Example) => {
  const found = example.participants[0]?.sessions[0];
  if (found === undefined) throw new Error('the example has no customer leg');
  return found;
};
const withLeg = (change: Readonly<Record<string, unknown>>) => (example: Example) => ({
  ...example,
  participants: [
    { ...example.participants[0], sessions: [{ ...leg(example), ...change }] },
    ...example.participants.slice(1),
  ],
});

describe('sessionFromAnalytics', () => {
  it('reads the customer’s leg, not the swapped addresses of the others', () =>
    deepEqual(session(), {
      conversationId: 'c0ffee00-1111-4222-8333-444455556666',
      channelId: exampleIds.deployment,
      guestId: exampleIds.guest,
      externalContactId: exampleIds.contact,
      customerName: 'Grace Hopper',
      queueId: exampleIds.queue,
      lastAgentId: exampleIds.agent,
      startedAt: start,
      lastActivityAt: start + 600_000,
      endedAt: start + 600_000,
      endedBy: 'agent',
      abandoned: false,
      attended: false,
      cleared: false,
    }));

  it('takes the latest known activity of any leg while the customer is connected', () => {
    const open = session(withLeg({ segments: [{ segmentStart: new Date(start).toISOString() }] }));
    equal(open?.endedAt, null);
    equal(open?.lastActivityAt, start + 601_000);
    equal(open?.abandoned, false);
    equal(open?.attended, false);
  });

  it('knows an anonymous guest', () => {
    const anonymous = session((example) => ({
      ...example,
      participants: [{ purpose: 'customer', sessions: [leg(example)] }, ...example.participants.slice(1)],
    }));
    equal(anonymous?.customerName, null);
    equal(anonymous?.externalContactId, null);
    const written = session((example) => ({
      ...example,
      participants: [{ ...example.participants[0], externalContactId: '' }, ...example.participants.slice(1)],
    }));
    equal(written?.externalContactId, null, 'else all who have none would be one customer');
  });

  it('takes nobody in by an id that is none: spoilt on the way, it would make a new person of who was written to', () => {
    const spoilt = 'x'.repeat(5_000);
    const [customer, ...others] = exampleAnalytics({ start }).participants;
    const read = (participant: object) => {
      const record = {
        ...exampleAnalytics({ start }),
        participants: [{ ...customer, ...participant }, ...others],
      };
      const { sessions, malformed } = analyticsSessions([record]);
      return [sessions.length, malformed];
    };
    const leg0 = customer?.sessions[0];
    deepEqual(read({}), [1, 0]);
    deepEqual(read({ externalContactId: spoilt }), [0, 1]);
    deepEqual(read({ externalContactId: 'null' }), [0, 1]);
    deepEqual(read({ sessions: [{ ...leg0, addressFrom: spoilt }] }), [0, 1]);
    deepEqual(read({ sessions: [{ ...leg0, addressTo: '$x' }] }), [0, 0]);
  });

  it('calls it abandoned when a queue was reached, no agent was, and the customer is gone', () => {
    const alone = (example: Example) => ({ ...example, participants: example.participants.slice(0, 3) });
    equal(session(alone)?.abandoned, true);
    equal(session(alone)?.lastAgentId, null);
  });

  it('calls it abandoned when an agent was only alerted', () => {
    const alerted = session((example) => ({
      ...example,
      participants: example.participants.map((participant) =>
        participant.purpose === 'agent'
          ? {
              ...participant,
              sessions: [
                {
                  mediaType: 'message',
                  segments: [
                    {
                      segmentStart: example.conversationStart,
                      segmentEnd: example.conversationStart,
                      segmentType: 'alert',
                    },
                  ],
                },
              ],
            }
          : participant,
      ),
    }));
    equal(alerted?.abandoned, true);
    equal(alerted?.lastAgentId, null);
  });

  it('is not abandoned before any queue', () =>
    equal(
      session((example) => ({ ...example, participants: example.participants.slice(0, 2) }))?.abandoned,
      false,
    ));

  it('takes the newest leg of a customer who came back', () => {
    const later = new Date(start + 7_200_000).toISOString();
    const back = session((example) => ({
      ...example,
      participants: [
        ...example.participants,
        {
          purpose: 'customer',
          sessions: [{ ...leg(example), addressFrom: 'guest-2', segments: [{ segmentStart: later }] }],
        },
      ],
    }));
    equal(back?.guestId, 'guest-2');
    equal(back?.endedAt, null);
    equal(back?.lastActivityAt, start + 7_200_000);
  });

  for (const [name, change] of [
    ['voice', { mediaType: 'voice' }],
    ['sms', { messageType: 'sms' }],
    ['without a deployment', { addressTo: undefined }],
    ['without a guest', { addressFrom: '' }],
    ['begun by us', { direction: 'outbound' }],
  ] as const)
    it(`is none when the leg is ${name}`, () => equal(session(withLeg(change)), null));

  it('is none without a customer', () =>
    equal(
      session((example) => ({ ...example, participants: example.participants.slice(1) })),
      null,
    ));
});

describe('analyticsSessions', () => {
  it('leaves out what is malformed and keeps the rest of the page', () => {
    const good = exampleAnalytics({ start });
    const page = [
      null,
      7,
      {},
      { ...good, participants: 'none' },
      good,
      { ...good, conversationStart: 'then' },
    ];
    const { sessions, malformed } = analyticsSessions(page);
    deepEqual(
      sessions.map(({ conversationId }) => conversationId),
      [good.conversationId],
    );
    equal(malformed, 4);
  });
});
