import assert from 'node:assert/strict';
import { agentNamed, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const junk: readonly unknown[] = [
  undefined,
  'null',
  'true',
  '"text"',
  '7',
  '[]',
  '{}',
  '[null]',
  '[{}]',
  '{"__proto__":{"id":1},"constructor":null}',
  { id: null, query: [null], interval: 7, paging: [], status: {}, presenceDefinition: 'x' },
  { interval: '/', segmentFilters: [{ type: 'and' }], paging: { pageSize: -1, pageNumber: 1e9 } },
  { interval: '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z', segmentFilters: { type: 'and' } },
  { type: 'proactive', channelId: {}, to: [], from: 'me', body: 1 },
  { fromAddress: 1, toAddressMessengerType: ['webmessaging'], externalContactId: {}, textBody: [] },
];

describe('junk from clients', () => {
  let ground: PlatformGround;
  const faults: string[] = [];
  before(async () => {
    ground = await startPlatform({ settings: { requestsPerMinute: 0 }, log: (line) => faults.push(line) });
  });
  after(() => ground.close());

  it('is answered with a 4xx or taken, and never breaks the sandbox', async () => {
    const { body: channel } = await ground.call('POST', '/api/v2/notifications/channels');
    const user = agentNamed(ground.org, 'Mei Chen').id;
    const [conversation] = ground.org.conversations.keys();
    for (const [method, path] of [
      ['POST', '/api/v2/users/search'],
      ['PATCH', `/api/v2/users/${user}/presences/purecloud`],
      ['PUT', `/api/v2/users/${user}/routingstatus`],
      ['PUT', `/api/v2/notifications/channels/${channel.id}/subscriptions?ignoreErrors=perhaps`],
      ['POST', `/api/v2/notifications/channels/${channel.id}/subscriptions`],
      ['POST', '/api/v2/analytics/conversations/details/query'],
      ['POST', `/api/v2/conversations/messages/${conversation}/messages/bulk`],
      ['POST', '/api/v2/conversations/messages/agentless'],
      ['POST', '/api/v2/conversations/messaging/external-messages'],
    ] as const) {
      for (const body of junk) {
        const { status } = await ground.call(method, path, body);
        assert.ok(status < 500, `${method} ${path} answered ${status} to ${JSON.stringify(body)}`);
      }
    }
    for (const query of ['pageSize=x', 'pageSize=0', 'id[]=1', 'id=', 'expand=,,', '%00', 'state=gone']) {
      for (const path of [
        'users',
        'users/presences/purecloud/bulk',
        'routing/queues',
        'analytics/conversations/details',
      ]) {
        const { status } = await ground.call('GET', `/api/v2/${path}?${query}`);
        assert.ok(status < 500, `${path}?${query} answered ${status}`);
      }
    }
    assert.deepEqual(faults, []);
  });
});
