import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { systemClock } from '../../../src/clock.ts';
import { queueConversationsTopic } from '../../../src/sessions/conversation-frame.ts';
import { createSessionIndex } from '../../../src/sessions/session-index.ts';
import { exampleAnalytics } from '../../support/example-analytics.ts';
import { exampleConversation } from '../../support/example-conversation.ts';
import { exampleSession } from '../../support/example-session.ts';
import { type FakePlatform, startFakePlatform } from '../../support/fake-platform.ts';
import { memorySessionTable } from '../../support/memory-session-table.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import { recordingLog, silentLog } from '../../support/silent-log.ts';

const hour = 3_600_000;
const path = '/api/v2/analytics/conversations/details/query';

describe('session index', () => {
  let platform: FakePlatform;
  let client: PlatformClient;
  beforeEach(async () => {
    platform = await startFakePlatform();
    client = platformClient(platform.url);
  });
  afterEach(async () => {
    client.close();
    await platform.close();
  });

  function index(sessions = memorySessionTable(), log = silentLog) {
    return {
      sessions,
      index: createSessionIndex({
        call: client.call,
        sessions,
        lost: () => {},
        clock: systemClock,
        platformNow: client.platformNow,
        log,
      }),
    };
  }

  /** Serves these records a hundred a page, newest first as they come. */
  function serve(records: readonly unknown[], { totalHits = true } = {}): void {
    platform.intercept = (request) => {
      if (request.path !== path) return undefined;
      const { paging } = queryOf(request.body);
      const page = records.slice(
        (paging.pageNumber - 1) * paging.pageSize,
        paging.pageNumber * paging.pageSize,
      );
      return {
        body: {
          ...(page.length === 0 ? {} : { conversations: page }),
          ...(totalHits ? { totalHits: records.length } : {}),
        },
      };
    };
  }
  const pages = () => platform.requests.filter((request) => request.path === path);

  /** Conversations that started so many hours ago, each with an id of its own. */
  const startedAgo = (...hours: readonly number[]) =>
    hours.map((ago, n) => ({
      ...exampleAnalytics({ start: Date.now() - ago * hour }),
      conversationId: `conversation-${n}`,
    }));

  it('asks for four days of web messaging, newest first', async () => {
    serve([]);
    deepEqual(await index().index.fill(), { seen: 0, kept: 0, malformed: 0 });
    const [asked] = pages();
    const { interval, ...rest } = queryOf(asked?.body);
    const [from = '', to = ''] = interval.split('/');
    equal(Date.parse(to) - Date.parse(from), 96 * hour);
    deepEqual(rest, {
      order: 'desc',
      orderBy: 'conversationStart',
      paging: { pageSize: 100, pageNumber: 1 },
      segmentFilters: [
        {
          type: 'and',
          predicates: [
            { type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'message' },
            { type: 'dimension', dimension: 'messageType', operator: 'matches', value: 'webmessaging' },
          ],
        },
      ],
    });
  });

  it('keeps those active in the last 24 h, however long ago they started', async () => {
    const old = Date.now() - 60 * hour;
    const stillGoing = { ...exampleAnalytics({ start: old, minutes: 59 * 60 }), conversationId: 'long' };
    serve([...startedAgo(1, 23, 25, 70), stillGoing]);
    const { index: sessionIndex, sessions } = index();
    deepEqual(await sessionIndex.fill(), { seen: 5, kept: 3, malformed: 0 });
    deepEqual([...sessions.rows.keys()].toSorted(), ['conversation-0', 'conversation-1', 'long']);
  });

  it('shows everything it sees as it is then known, also what is long over, before it is stored', async () => {
    serve([...startedAgo(1, 70)]);
    const sessions = memorySessionTable();
    const shown: string[] = [];
    const options = {
      call: client.call,
      sessions,
      clock: systemClock,
      platformNow: client.platformNow,
      log: silentLog,
    };
    let lost = 0;
    const sessionIndex = createSessionIndex({
      ...options,
      lost: () => {
        lost += 1;
      },
      seen: async (seen) => {
        shown.push(
          ...seen.map(({ conversationId }) => `${conversationId} ${sessions.rows.has(conversationId)}`),
        );
        if (shown.length > 2) throw new TypeError('it could not be written down');
      },
    });
    deepEqual(await sessionIndex.fill(), { seen: 2, kept: 1, malformed: 0 });
    deepEqual(shown.toSorted(), ['conversation-0 false', 'conversation-1 false']);
    const start = Date.now() - 60_000;
    const messageTime = new Date(start).toISOString();
    const event = exampleConversation({
      start,
      customer: [{ messageId: 'm', messageTime, messageStatus: 'received' }],
    });
    sessionIndex.onEvent(queueConversationsTopic('q'), event);
    await sessionIndex.settled();
    deepEqual([shown.length, lost, sessions.rows.size], [3, 1, 1]);
    await rejects(sessionIndex.look(), TypeError);
  });

  it('asks an open thread itself when analytics tell of nothing recent', async () => {
    const start = Date.now() - 40 * hour;
    const open = ['broken', 'wrote', 'silent', 'gone'].map((conversationId) => {
      const record = exampleAnalytics({ start });
      const [customer, ...others] = record.participants;
      const legs = customer?.sessions.map((leg) => ({
        ...leg,
        segments: [{ segmentStart: record.conversationStart }],
      }));
      return {
        ...record,
        conversationId,
        conversationEnd: undefined,
        participants: [{ ...customer, sessions: legs }, ...others],
      };
    });
    serve(open);
    const served = platform.intercept;
    const wroteAt = Date.now() - hour;
    platform.intercept = (request) => {
      // One conversation the platform cannot tell must not keep the index empty.
      if (request.path === '/api/v2/conversations/broken') return { status: 500 };
      const id = /^\/api\/v2\/conversations\/(wrote|silent)$/.exec(request.path)?.[1];
      if (id === undefined) return served(request);
      const messageTime = new Date(wroteAt).toISOString();
      const customer = id === 'wrote' ? [{ messageId: 'm', messageTime, messageStatus: 'received' }] : [];
      return { body: { ...exampleConversation({ start, customer }), id } };
    };
    const { index: sessionIndex, sessions } = index();
    deepEqual(await sessionIndex.fill(), { seen: 4, kept: 1, malformed: 0 });
    equal(sessions.rows.get('wrote')?.lastActivityAt, wroteAt);
  });

  for (const totalHits of [true, false])
    it(`reads page after page ${totalHits ? 'up to the total' : 'when no total is told'}`, async () => {
      serve(startedAgo(...Array.from({ length: 250 }, () => 2)), { totalHits });
      const { index: sessionIndex, sessions } = index();
      equal((await sessionIndex.fill()).kept, 250);
      equal(sessions.rows.size, 250);
      equal(pages().length, 3);
    });

  it('leaves out malformed records and keeps the page', async () => {
    serve([null, ...startedAgo(1, 2), { conversationId: 5 }, 'x']);
    const { index: sessionIndex } = index();
    deepEqual(await sessionIndex.fill(), { seen: 5, kept: 2, malformed: 3 });
  });

  it('does not put back what events told meanwhile', async () => {
    const [record] = startedAgo(2);
    serve([record]);
    const fresh = exampleSession({
      conversationId: 'conversation-0',
      lastActivityAt: Date.now(),
      endedAt: null,
      startedAt: 1,
    });
    const { index: sessionIndex, sessions } = index(memorySessionTable([fresh]));
    await sessionIndex.fill();
    const kept = sessions.rows.get('conversation-0');
    equal(kept?.lastActivityAt, fresh.lastActivityAt);
    equal(kept?.endedAt, null);
    equal(kept?.lastAgentId, 'b9a3d2c4-0000-4000-8000-000000000001');
  });

  it('looks at who began of late, and asks for no page of those who began before', async () => {
    const early = Array.from({ length: 150 }, () => 2);
    serve(startedAgo(0.1, 0.2, ...early));
    const { index: sessionIndex, sessions } = index();
    await sessionIndex.look();
    equal(pages().length, 1);
    ok(sessions.rows.has('conversation-0') && sessions.rows.has('conversation-1'));
    equal(sessionIndex.status().filledAt, null, 'a look is no fill');
  });

  it('asks for the hours of the platform when its clock is far ahead of ours', async () => {
    let asked = '';
    platform.intercept = (request) => {
      if (request.path !== path) return undefined;
      asked = queryOf(request.body).interval;
      return { body: {}, headers: { date: new Date(Date.now() + 600_000).toUTCString() } };
    };
    const { index: sessionIndex } = index();
    // The token's answer bore our time: two others against it are believed.
    for (let n = 0; n < 3; n += 1) await sessionIndex.fill();
    const [, to = ''] = asked.split('/');
    ok(Math.abs(Date.parse(to) - Date.now() - 600_000) < 2_000, to);
  });

  it('throws when the platform refuses, and is filled at the next try', async () => {
    platform.intercept = (request) =>
      request.path === path
        ? {
            status: 403,
            body: { code: 'missing.permissions', message: 'missing: analytics:conversationDetail:view' },
          }
        : undefined;
    const { index: sessionIndex } = index();
    await rejects(sessionIndex.fill(), { code: 'genesys.permission-missing' });
    equal(sessionIndex.status().filledAt, null);
    serve(startedAgo(1));
    equal((await sessionIndex.fill()).kept, 1);
    equal(typeof sessionIndex.status().filledAt, 'number');
  });

  it('keeps up with events, in order, and leaves out malformed ones', async () => {
    const { log, lines } = recordingLog();
    const { index: sessionIndex, sessions } = index(memorySessionTable(), log);
    const topic = queueConversationsTopic('q1');
    const start = Date.now() - 60_000;
    sessionIndex.onEvent(topic, exampleConversation({ start }));
    sessionIndex.onEvent(topic, { id: 7 });
    sessionIndex.onEvent('v2.users.u.presence', {});
    sessionIndex.onEvent(topic, exampleConversation({ start, endedAt: start + 30_000 }));
    await sessionIndex.settled();
    const [session] = sessions.rows.values();
    equal(sessions.rows.size, 1);
    equal(session?.endedAt, start + 30_000);
    equal(session?.abandoned, true);
    equal(lines.filter((line) => line.includes('genesys.frame-malformed')).length, 1);
  });

  it('outlives a store that fails, and forgets what is over a day old', async () => {
    const sessions = memorySessionTable([exampleSession({ lastActivityAt: Date.now() - 25 * hour })]);
    let failures = 1;
    const failing = {
      ...sessions,
      get: (id: string) => (failures-- > 0 ? Promise.reject(new Error('disk full')) : sessions.get(id)),
    };
    const { index: sessionIndex } = index(failing);
    const start = Date.now() - 60_000;
    sessionIndex.onEvent(queueConversationsTopic('q1'), exampleConversation({ start }));
    sessionIndex.onEvent(queueConversationsTopic('q1'), exampleConversation({ start }));
    await sessionIndex.settled();
    equal(sessions.rows.size, 2);
    equal(await sessionIndex.prune(), 1);
    equal(sessions.rows.size, 1);
  });
});

interface Query {
  readonly interval: string;
  readonly paging: { readonly pageSize: number; readonly pageNumber: number };
}

function queryOf(body: unknown): Query {
  if (!isQuery(body)) throw new Error('not a details query');
  return body;
}

function isQuery(body: unknown): body is Query {
  return typeof body === 'object' && body !== null && 'interval' in body && 'paging' in body;
}
