import assert from 'node:assert/strict';
import { endedGuest } from '../../support/sandbox/platform-ground.ts';
import {
  agentNamed,
  type ConversationGround,
  last,
  servedGuest,
  startConversations,
  waitingGuest,
} from './conversation-ground.ts';

const path = '/api/v2/analytics/conversations/details';
const day = 24 * 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

type Json = ReturnType<typeof JSON.parse>;

describe('analytics of conversations', () => {
  let ground: ConversationGround;
  beforeEach(async () => {
    ground = await startConversations();
  });
  afterEach(() => ground.close());

  const lastDays = (days: number): string => `${iso(Date.now() - days * day)}/${iso(Date.now() + 60_000)}`;
  const query = (body: Record<string, unknown>) =>
    ground.call('POST', `${path}/query`, { interval: lastDays(5), ...body });
  const idsOf = (body: Json): string[] => (body.conversations ?? []).map((each: Json) => each.conversationId);
  const and = (...predicates: Record<string, unknown>[]) => [{ type: 'and', predicates }];

  it('measure what happened on each leg, each metric with its time', async () => {
    const { conversation } = waitingGuest(ground);
    const { id } = agentNamed(ground.org, 'Zofia Nowak');
    await ground.control(`/agents/${id}/presence`, { presence: 'On Queue' });
    await ground.control(`/conversations/${conversation.id}/alert`, { agentId: id });
    ground.advance(5000);
    await ground.control(`/conversations/${conversation.id}/answer`);
    ground.advance(20_000);
    await ground.control(`/conversations/${conversation.id}/messages`, { text: 'Hello' });
    ground.advance(40_000);
    await ground.control(`/conversations/${conversation.id}/disconnect`);
    ground.advance(1000);
    const record = await ground.record(conversation.id);
    const names = (purpose: string): string[] =>
      last(record, purpose)
        .sessions.at(-1)
        .metrics.map(({ name }: Json) => name);
    assert.deepEqual(names('agent'), [
      'tAlert',
      'nConnected',
      'tAnswered',
      'tAgentResponseTime',
      'oMessageTurn',
      'tTalk',
      'tTalkComplete',
      'tAcw',
      'tHandle',
    ]);
    assert.deepEqual(names('workflow'), ['nFlow', 'tFlow', 'tFlowExit']);
    assert.deepEqual(names('acd'), ['nOffered', 'tAcd']);
    assert.deepEqual(
      names('customer').filter((name) => name !== 'oMessageTurn'),
      ['nConnected', 'tConnected'],
    );
    const metrics = last(record, 'agent').sessions[0].metrics;
    const near = (name: string, ms: number) => {
      const { value } = metrics.find((each: Json) => each.name === name);
      assert.ok(Math.abs(value - ms) < 2000, `${name} ${value}`);
    };
    near('tAlert', 5000);
    near('tTalk', 60_000);
    near('tAcw', 1000);
    near('tHandle', 61_000);
    const workflow = last(record, 'workflow').sessions[0];
    assert.equal(workflow.flow.flowType, 'INBOUNDSHORTMESSAGE');
    assert.equal(workflow.flow.entryReason, conversation.deploymentId);
    assert.ok(!JSON.stringify(record).includes('null'));
    assert.ok(!('attributes' in last(record, 'customer')), 'the query leaves attributes out');
  });

  it('follow the delivery of a message', async () => {
    for (const [open, status] of [
      [true, 'DeliverySuccess'],
      [false, 'DeliveryFailed'],
    ] as const) {
      const { conversation, customer } = endedGuest(ground.org, open);
      const { body } = await ground.call('POST', '/api/v2/conversations/messages/agentless', {
        fromAddress: conversation.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: customer.externalContactId,
        textBody: 'We found your tent',
      });
      const before = last(await ground.record(body.conversationId), 'api').sessions[0];
      assert.ok(['Queued', 'Sent', status].includes(before.deliveryStatus));
      ground.advance(1000);
      const [session] = last(await ground.record(body.conversationId), 'api').sessions;
      assert.equal(session.deliveryStatus, status);
      // On a busy computer it may have been delivered before it was looked at.
      if (before.deliveryStatus !== status)
        assert.ok(session.deliveryStatusChangeDate > before.deliveryStatusChangeDate);
      const found = await query({
        paging: { pageSize: 100, pageNumber: 1 },
        segmentFilters: and({ dimension: 'deliveryStatus', value: status }),
      });
      assert.ok(idsOf(found.body).includes(body.conversationId));
    }
  });

  it('filter by time ranges, metrics and clauses', async () => {
    const cut = Date.now() - day;
    const interval = `${iso(cut)}/${iso(Date.now() + 60_000)}`;
    const page = { paging: { pageSize: 100, pageNumber: 1 } };
    const recent = await query({
      ...page,
      segmentFilters: and(
        { dimension: 'purpose', value: 'customer' },
        { dimension: 'segmentEnd', value: interval },
      ),
    });
    const byRange = await query({
      ...page,
      segmentFilters: and(
        { dimension: 'purpose', value: 'customer' },
        { dimension: 'segmentEnd', range: { gte: cut } },
      ),
    });
    assert.deepEqual(idsOf(byRange.body), idsOf(recent.body));
    const expected = [...ground.org.conversations.values()].filter(({ participants }) =>
      participants
        .filter(({ purpose }) => purpose === 'customer')
        .some(({ legs }) => legs.some(({ disconnectedAt = 0 }) => disconnectedAt >= cut)),
    );
    assert.equal(recent.body.totalHits, expected.length);
    const talked = await query({ conversationFilters: and({ metric: 'tTalk', range: { gt: 0 } }) });
    const silent = await query({ conversationFilters: and({ metric: 'tTalk', operator: 'notExists' }) });
    assert.equal(talked.body.totalHits + silent.body.totalHits, 60);
    const either = await query({
      segmentFilters: [
        {
          type: 'or',
          predicates: [{ dimension: 'disconnectType', value: 'sessionExpired' }],
          clauses: [{ type: 'and', predicates: [{ dimension: 'segmentType', value: 'wrapup' }] }],
        },
      ],
    });
    assert.ok(either.body.totalHits > 5 && either.body.totalHits < 60);
    const surveyed = await query({
      surveyFilters: [{ type: 'and', predicates: [{ dimension: 'surveyId' }] }],
    });
    assert.deepEqual(surveyed.body, { totalHits: 0 });
  });

  it('order by start, end and segments, and count by dimension', async () => {
    for (const orderBy of ['conversationStart', 'conversationEnd', 'segmentStart', 'segmentEnd']) {
      const up = await query({ orderBy, order: 'asc', paging: { pageSize: 100, pageNumber: 1 } });
      const down = await query({ orderBy, order: 'desc', paging: { pageSize: 100, pageNumber: 1 } });
      assert.equal(up.body.conversations.length, 60);
      assert.equal(idsOf(down.body).length, new Set(idsOf(up.body)).size);
    }
    const byEnd = await query({ orderBy: 'conversationEnd', paging: { pageSize: 100, pageNumber: 1 } });
    const ends = byEnd.body.conversations.map((each: Json) => each.conversationEnd ?? '9');
    assert.deepEqual(ends, ends.toSorted());
    const { body } = await query({
      aggregations: [
        { type: 'termFrequency', dimension: 'purpose', size: 3 },
        { type: 'numericRange', metric: 'tTalk', ranges: [{ gte: 1 }, { lt: 1 }] },
      ],
    });
    const [terms, ranges] = body.aggregations;
    assert.deepEqual(terms.results[0], { value: 'customer', count: 60 });
    assert.equal(terms.results.length, 3);
    assert.equal(ranges.results[0].count + ranges.results[1].count, 60);
  });

  for (const [what, body, code] of [
    [
      'two sides of a predicate',
      { segmentFilters: and({ dimension: 'purpose', metric: 'tSegmentDuration', value: '1' }) },
      'bad.request',
    ],
    [
      'a type that is another',
      { segmentFilters: and({ type: 'metric', dimension: 'purpose', value: 'x' }) },
      'bad.request',
    ],
    ['no value to match', { segmentFilters: and({ dimension: 'purpose' }) }, 'bad.request'],
    [
      'a value and a range',
      { segmentFilters: and({ dimension: 'queueId', value: '1', range: { gt: 1 } }) },
      'bad.request',
    ],
    ['an empty range', { segmentFilters: and({ metric: 'tSegmentDuration', range: {} }) }, 'bad.request'],
    [
      'a time that is no interval',
      { segmentFilters: and({ dimension: 'segmentEnd', value: 'today' }) },
      'bad.request',
    ],
    [
      'a property without its type',
      { segmentFilters: and({ property: 'x', operator: 'exists' }) },
      'bad.request',
    ],
    [
      'a segment metric of conversations',
      { segmentFilters: and({ metric: 'tTalk', range: { gt: 1 } }) },
      'invalid.value',
    ],
    [
      'an unknown operator',
      { segmentFilters: and({ dimension: 'purpose', operator: 'like', value: 'x' }) },
      'invalid.value',
    ],
    ['an unknown order', { orderBy: 'mood' }, 'invalid.value'],
    ['a filter without predicates', { segmentFilters: [{ type: 'and' }] }, 'bad.request'],
    ['an aggregation of nothing', { aggregations: [{ type: 'termFrequency' }] }, 'bad.request'],
    ['rows over 100,000', { paging: { pageSize: 100, pageNumber: 1001 } }, 'bad.request'],
  ] as const) {
    it(`refuse ${what}`, async () => {
      const { status, body: error } = await query(body);
      assert.deepEqual([status, error.code], [400, code]);
    });
  }

  it('answer a job later: by activity, of data that is hours old, page by page', async () => {
    const { conversation } = endedGuest(ground.org, true);
    const interval = lastDays(0.5);
    const threads = [...ground.org.conversations.values()].filter(
      ({ startedAt, endedAt = Date.now() }) =>
        startedAt < Date.now() - 2 * day && endedAt > Date.now() - day / 2,
    );
    assert.ok(threads.length > 0 || conversation);
    const submitted = await ground.call('POST', `${path}/jobs`, { interval });
    assert.equal(submitted.status, 202);
    const job = `${path}/jobs/${submitted.body.jobId}`;
    const early = await ground.call('GET', job);
    assert.equal(early.body.state, 'QUEUED');
    assert.ok(!('completionDate' in early.body));
    assert.equal((await ground.call('GET', `${job}/results`)).status, 400);
    ground.advance(1000);
    const { body: done } = await ground.call('GET', job);
    assert.equal(done.state, 'FULFILLED');
    assert.ok(done.completionDate);
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const more = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await ground.call('GET', `${job}/results?pageSize=7${more}`);
      assert.ok(body.conversations.length <= 7);
      assert.ok('attributes' in body.conversations[0].participants[0]);
      for (const id of idsOf(body)) ids.add(id);
      cursor = body.cursor;
    } while (cursor !== undefined);
    const until = Date.now() - 2 * 3_600_000;
    const expected = [...ground.org.conversations.values()].filter(
      ({ startedAt, endedAt = Date.now() }) => startedAt < until && endedAt >= Date.now() - day / 2,
    );
    assert.ok(expected.length > 3);
    assert.ok(Math.abs(ids.size - expected.length) <= 1);
    for (const { id } of threads) assert.ok(ids.has(id), 'a thread begun days ago');
    const { body: sync } = await query({ interval });
    for (const { id } of threads)
      assert.ok(!idsOf(sync).includes(id), 'the synchronous one goes by start day');
    const { body: available } = await ground.call('GET', `${path}/jobs/availability`);
    const behind = Date.now() - Date.parse(available.dataAvailabilityDate);
    assert.ok(behind > 1.9 * 3_600_000 && behind < 2.1 * 3_600_000);
  });

  it('refuse foreign jobs, cursors and bodies, and let a job be cancelled', async () => {
    assert.equal((await ground.call('GET', `${path}/jobs/nowhere`)).status, 404);
    assert.equal((await ground.call('POST', `${path}/jobs`, {})).status, 400);
    const { body } = await ground.call('POST', `${path}/jobs`, { interval: lastDays(5), limit: 3 });
    ground.advance(1000);
    const all = await ground.call('GET', `${path}/jobs/${body.jobId}/results`);
    assert.equal(all.body.conversations.length, 3);
    assert.ok(!('cursor' in all.body));
    assert.equal((await ground.call('GET', `${path}/jobs/${body.jobId}/results?cursor=abc`)).status, 400);
    assert.equal((await ground.call('DELETE', `${path}/jobs/${body.jobId}`)).status, 204);
    assert.equal((await ground.call('GET', `${path}/jobs/${body.jobId}`)).body.state, 'CANCELLED');
  });

  it('see a new conversation only after the lag of the query', async () => {
    await ground.control(`/orgs/${ground.org.id}/conversation-rules`, { queryLagSeconds: 60 });
    const { customer, conversation } = endedGuest(ground.org, true);
    await ground.control(`/orgs/${ground.org.id}/conversation-rules`, { threadingMinutes: 0 });
    const { conversationId } = await ground.control(`/customers/${customer.id}/messages`, { text: 'Hello' });
    assert.notEqual(conversationId, conversation.id);
    const newest = async (): Promise<string | undefined> =>
      idsOf((await query({ order: 'desc', paging: { pageSize: 1, pageNumber: 1 } })).body)[0];
    assert.notEqual(await newest(), conversationId);
    ground.advance(61_000);
    assert.equal(await newest(), conversationId);
  });

  it('keep what was archived, and nothing of what was deleted', async () => {
    for (const [act, there, { conversation }] of [
      ['archive', true, endedGuest(ground.org, true)],
      ['delete', false, servedGuest(ground)],
    ] as const) {
      const { id } = conversation;
      await ground.control(`/conversations/${id}/${act}`);
      const single = await ground.call('GET', `/api/v2/analytics/conversations/${id}/details`);
      assert.equal(single.status, there ? 200 : 404);
      assert.equal(idsOf((await ground.call('GET', `${path}?id=${id}`)).body).includes(id), there);
      const found = await query({ conversationFilters: and({ dimension: 'conversationId', value: id }) });
      assert.equal(found.body.totalHits, there ? 1 : 0);
    }
  });

  it('give several by id, without those nobody has', async () => {
    const { conversation } = servedGuest(ground);
    const { body } = await ground.call('GET', `${path}?id=${conversation.id},nowhere`);
    assert.deepEqual(idsOf(body), [conversation.id]);
    assert.deepEqual((await ground.call('GET', `${path}?id=nowhere`)).body, {});
  });
});
