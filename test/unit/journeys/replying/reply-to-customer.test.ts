import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { createReplyToCustomer } from '../../../../src/journeys/replying/reply-to-customer.ts';
import type { ReplyRequest } from '../../../../src/journeys/replying/replying.ts';
import type { RepliesUnderWay } from '../../../../src/journeys/replying/settle-replies.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { memoryReplies } from '../../../support/memory-replies.ts';
import { silentLog } from '../../../support/silent-log.ts';

const outreach = exampleOutreach({ state: 'replied', version: 5 });
const request: ReplyRequest = {
  personKey: 'aad-ada',
  agentId: outreach.agentId,
  outreachId: outreach.id,
  text: '  Of course.\r\nOne moment. ',
  eventId: 'press',
};
const code = (name: string) => (error: unknown) => error instanceof ReachbackError && error.code === name;

function ground({
  row = outreach,
  signedIn = true,
  leg = 'connected',
  optedOut = false,
}: {
  row?: Outreach;
  signedIn?: boolean;
  leg?: 'connected' | 'alerting' | 'disconnected';
  optedOut?: boolean;
} = {}) {
  const sent: { ids: unknown; body: unknown }[] = [];
  let answer: () => unknown = () => ({ id: 'm1' });
  let out = false;
  let stopped = false;
  const legOf = (id: string, state: string, connectedTime: string) => ({ id, state, connectedTime });
  let looked = (): void => {};
  const call: PlatformCall = async (asked) => {
    looked();
    const participants = [
      { purpose: 'customer', messages: [legOf('theirs', 'connected', '2026-11-21T14:00:00Z')] },
      {
        purpose: 'agent',
        userId: 'somebody-else',
        messages: [legOf('other', 'connected', '2026-11-21T14:09:00Z')],
      },
      {
        purpose: 'agent',
        userId: outreach.agentId,
        messages: [
          legOf('first', 'disconnected', '2026-11-21T14:01:00Z'),
          legOf('second', leg, '2026-11-21T14:05:00Z'),
        ],
      },
    ];
    return { body: asked.answer.parse({ id: 'c', participants }), status: 200, correlationId: null };
  };
  const own: PlatformCall = async (asked) => {
    sent.push({ ids: asked.ids, body: asked.body });
    return { body: asked.answer.parse(await answer()), status: 200, correlationId: null };
  };
  const replies = memoryReplies();
  const underWay: RepliesUnderWay = new Map();
  const changed: string[] = [];
  const journey = createReplyToCustomer({
    store: {
      replies,
      outreaches: { get: async (id) => (id === row.id ? row : null) },
      optOuts: { among: async (keys) => new Set(optedOut || stopped ? keys : []) },
      sessions: { knownAs: async () => ['guest:other'] },
    },
    call,
    signIns: { callOf: () => (signedIn && !out ? own : null) },
    hosts: ['https://api.mypurecloud.de'],
    underWay,
    changed: (id) => changed.push(id),
    now: () => 1_000,
    log: silentLog,
  });
  return {
    journey,
    sent,
    replies,
    underWay,
    changed,
    signsOut() {
      out = true;
    },
    stopsMeanwhile() {
      looked = () => {
        stopped = true;
      };
    },
    answers(what: () => unknown) {
      answer = what;
    },
  };
}

describe('an agent’s reply to a customer', () => {
  it('leaves on the agent’s own connected leg, once for a press', async () => {
    const { journey, sent, changed, underWay, signsOut } = ground();
    const [first, atOnce] = await Promise.all([journey.send(request), journey.send(request)]);
    assert.equal(atOnce.eventId, 'press');
    signsOut();
    assert.deepEqual([first.state, first.messageId, first.text], ['sent', 'm1', 'Of course.\nOne moment.']);
    assert.deepEqual(await journey.send(request), first);
    assert.deepEqual(sent, [
      {
        ids: {
          conversationId: outreach.answer?.conversationId ?? outreach.conversationId,
          communicationId: 'second',
        },
        body: { textBody: 'Of course.\nOne moment.' },
      },
    ]);
    assert.ok(changed.length >= 1);
    assert.equal(underWay.size, 0);
  });

  const refusals: [string, string, Parameters<typeof ground>[0], Partial<ReplyRequest>][] = [
    ['of an outreach nobody knows', 'outreach.not-found', {}, { outreachId: 'other' }],
    ['of somebody else', 'reply.not-yours', {}, { agentId: 'other' }],
    ['to no answer', 'reply.not-replied', { row: { ...outreach, state: 'delivered' } }, {}],
    ['after a “stop”', 'reply.opted-out', { row: { ...outreach, reason: 'opted-out' } }, {}],
    ['after a “stop” to another message', 'reply.opted-out', { optedOut: true }, {}],
    ['without words', 'outreach.text-empty', {}, { text: ' \u200b\n' }],
    ['with too many', 'outreach.text-too-long', {}, { text: 'x'.repeat(2_001) }],
    ['with control characters', 'outreach.text-unfit', {}, { text: 'a\u0007' }],
    ['of who is not signed in', 'reply.not-signed-in', { signedIn: false }, {}],
    ['of who is still being rung', 'reply.not-connected', { leg: 'alerting' }, {}],
    ['of who has left', 'reply.not-connected', { leg: 'disconnected' }, {}],
  ];
  for (const [what, expected, parts, part] of refusals)
    it(`${what} is refused as ${expected}, with nothing written or sent`, async () => {
      const { journey, sent, replies } = ground(parts);
      await assert.rejects(journey.send({ ...request, ...part }), code(expected));
      assert.deepEqual([sent.length, replies.sent.size], [0, 0]);
    });

  it('is not sent to who writes “stop” while the platform is asked', async () => {
    const { journey, sent, replies, stopsMeanwhile } = ground();
    stopsMeanwhile();
    await assert.rejects(journey.send(request), code('reply.opted-out'));
    assert.deepEqual([sent.length, replies.sent.size], [0, 0]);
  });

  it('is under way until its own answer is there, though it is pressed again meanwhile', async () => {
    const { journey, sent, underWay, answers } = ground();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers(() => promise);
    const [first, again] = [journey.send(request), journey.send(request)];
    assert.equal((await again).state, 'sending');
    assert.equal(underWay.get('press')?.inHand, true);
    resolve({ id: 'm1' });
    assert.deepEqual([(await first).state, underWay.size, sent.length], ['sent', 0, 1]);
  });

  it('that is refused says why, and the next one may go', async () => {
    const { journey, answers } = ground();
    answers(() => {
      throw new ReachbackError('genesys.send.leg-not-connected');
    });
    const refused = await journey.send(request);
    assert.deepEqual([refused.state, refused.code], ['refused', 'genesys.send.leg-not-connected']);
    answers(() => ({ id: 'm2' }));
    assert.equal((await journey.send({ ...request, eventId: 'next' })).state, 'sent');
  });

  for (const [what, answer] of [
    [
      'whose answer was lost',
      () => {
        throw new ReachbackError('genesys.no-answer');
      },
    ],
    ['of which the answer names no message', () => ({})],
  ] as const)
    it(`${what} is not known, and lets no other go meanwhile`, async () => {
      const { journey, answers, sent, underWay } = ground();
      answers(answer);
      assert.equal((await journey.send(request)).state, 'unknown');
      assert.equal(underWay.get('press')?.inHand, false);
      answers(() => ({ id: 'm2' }));
      await assert.rejects(journey.send({ ...request, eventId: 'next' }), code('reply.one-under-way'));
      assert.equal((await journey.send(request)).state, 'unknown', 'the same press says the same');
      assert.equal(sent.length, 1);
    });
});
