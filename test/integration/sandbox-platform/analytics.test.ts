import assert from 'node:assert/strict';
import {
  connectedGuest,
  endedGuest,
  first,
  guestsWhere,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

const path = '/api/v2/analytics/conversations/details/query';
const day = 24 * 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

describe('the analytics details query', () => {
  let ground: PlatformGround;
  before(async () => {
    ground = await startPlatform();
  });
  after(() => ground.close());

  const query = (body: Record<string, unknown>) => ground.call('POST', path, body);
  const lastDays = (days: number): string => `${iso(Date.now() - days * day)}/${iso(Date.now() + 1000)}`;
  const idsOf = (body: { conversations?: { conversationId: string }[] }): string[] =>
    (body.conversations ?? []).map(({ conversationId }) => conversationId);
  const by = (dimension: string, value: string) => ({ type: 'and', predicates: [{ dimension, value }] });

  it('finds the web messaging conversations of four days, in pages', async () => {
    const seen = new Set<string>();
    for (const pageNumber of [1, 2, 3]) {
      const { body } = await query({
        interval: lastDays(5),
        order: 'desc',
        paging: { pageSize: 25, pageNumber },
        segmentFilters: [
          {
            type: 'and',
            predicates: [
              { type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'message' },
              { type: 'dimension', dimension: 'messageType', operator: 'matches', value: 'webmessaging' },
              { type: 'dimension', dimension: 'purpose', operator: 'matches', value: 'customer' },
            ],
          },
        ],
      });
      assert.equal(body.totalHits, 60);
      const starts = body.conversations.map((each: { conversationStart: string }) => each.conversationStart);
      assert.deepEqual(starts, [...starts].sort().reverse());
      for (const id of idsOf(body)) seen.add(id);
    }
    assert.equal(seen.size, 60);
  });

  it('matches by start day: a thread begun two days ago and active today is not in today’s interval', async () => {
    const { conversation } = first(
      guestsWhere(
        ground.org,
        (guest) =>
          (guest.conversation.endedAt ?? 0) > Date.now() - day &&
          guest.conversation.startedAt < Date.now() - 2 * day,
      ),
    );
    const today = await query({
      interval: lastDays(0.5),
      conversationFilters: [by('conversationId', conversation.id)],
    });
    assert.deepEqual(today.body, { totalHits: 0 });
    const earlier = await query({
      interval: lastDays(4),
      conversationFilters: [by('conversationId', conversation.id)],
    });
    assert.deepEqual(idsOf(earlier.body), [conversation.id]);
    // Any touch of the start day is enough, also before the conversation began.
    const dayStart = Math.floor(conversation.startedAt / day) * day;
    const touched = await query({
      interval: `${iso(dayStart)}/${iso(dayStart + 1000)}`,
      conversationFilters: [by('conversationId', conversation.id)],
    });
    assert.deepEqual(idsOf(touched.body), [conversation.id]);
  });

  it('lays a record out like a real one, absent rather than null', async () => {
    const { conversation, customer } = endedGuest(ground.org, true);
    const { body } = await ground.call('GET', `/api/v2/analytics/conversations/${conversation.id}/details`);
    const leg = body.participants.find(({ purpose }: { purpose: string }) => purpose === 'customer');
    const agent = body.participants.find(({ purpose }: { purpose: string }) => purpose === 'agent');
    const [session] = leg.sessions;
    assert.equal(leg.externalContactId, customer.externalContactId);
    assert.equal(session.addressFrom, customer.guestId);
    assert.equal(session.addressTo, conversation.deploymentId);
    assert.equal(session.peerId, agent.sessions[0].sessionId);
    assert.equal(agent.sessions[0].addressFrom, conversation.deploymentId);
    assert.equal(agent.sessions[0].peerId, session.sessionId);
    assert.equal(session.segments.at(-1).disconnectType, 'peer');
    assert.deepEqual(
      agent.sessions[0].segments.map(({ segmentType }: { segmentType: string }) => segmentType),
      ['alert', 'interact', 'wrapup'],
    );
    assert.ok(body.conversationEnd);
    assert.ok(!JSON.stringify(body).includes('null'));
  });

  it('leaves conversationEnd out while a conversation is open', async () => {
    const { conversation } = connectedGuest(ground.org);
    const open = { type: 'and', predicates: [{ dimension: 'conversationEnd', operator: 'notExists' }] };
    const { body } = await query({
      interval: lastDays(4),
      paging: { pageSize: 100, pageNumber: 1 },
      conversationFilters: [open],
    });
    assert.ok(idsOf(body).includes(conversation.id));
    assert.ok(body.conversations.every((each: object) => !('conversationEnd' in each)));
  });

  it('filters by addresses, contact, queue and agent', async () => {
    const { conversation, customer } = endedGuest(ground.org, true);
    const agent = conversation.participants.find(({ purpose }) => purpose === 'agent');
    for (const [dimension, value] of [
      ['addressFrom', customer.guestId],
      ['addressTo', conversation.deploymentId],
      ['externalContactId', customer.externalContactId ?? ''],
      ['userId', agent?.userId ?? ''],
      ['queueId', agent?.queueId ?? ''],
    ] as const) {
      const { body } = await query({
        interval: lastDays(4),
        paging: { pageSize: 100, pageNumber: 1 },
        segmentFilters: [by(dimension, value)],
      });
      assert.ok(idsOf(body).includes(conversation.id), dimension);
      assert.ok(body.totalHits < 60, dimension);
    }
  });

  for (const [what, body] of [
    ['no interval', {}],
    ['an interval that is none', { interval: 'today' }],
    ['an interval over 31 days', { interval: '2026-01-01T00:00:00Z/2026-03-01T00:00:00Z' }],
    ['half a paging', { interval: '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z', paging: { pageSize: 10 } }],
    [
      'a page over 100',
      { interval: '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z', paging: { pageSize: 101, pageNumber: 1 } },
    ],
    [
      'an unknown dimension',
      { interval: '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z', segmentFilters: [by('colour', 'red')] },
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      assert.equal((await query(body)).status, 400);
    });
  }
});
