import assert from 'node:assert/strict';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { first, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

describe('a fault whose expression never ends', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  const arm = async (fault: object): Promise<void> => {
    assert.equal((await ground.call('POST', '/sandbox/v1/faults', fault)).status, 200);
  };
  const armed = async (): Promise<number> =>
    (await ground.call('GET', '/sandbox/v1/faults')).body.faults.length;
  const within = async (ms: number, work: () => Promise<unknown>): Promise<void> => {
    const startedAt = performance.now();
    await work();
    const took = performance.now() - startedAt;
    assert.ok(took < ms, `took ${took} ms`);
  };

  for (const path of ['^/(a|a|.)*$x', '^(/?.+)+$x', '^((.|/)*)*\\n']) {
    it(`on a path (${path.slice(0, 20)}) is called off, and requests go on`, async () => {
      await arm({ path, status: 503, count: 5 });
      await within(2_000, async () => {
        const { status } = await ground.call('GET', `/api/v2/users?x=${'a'.repeat(50)}`);
        assert.equal(status, 200);
        const { status: long } = await ground.call('GET', `/api/v2/users/${'a/'.repeat(60)}`);
        assert.equal(long, 404);
      });
    });
  }

  it('is not even armed when its translation alone may take for ever', async () => {
    const path = `${'.?'.repeat(80)}${'.'.repeat(80)}\\n`;
    assert.equal((await ground.call('POST', '/sandbox/v1/faults', { path, status: 503 })).status, 400);
  });

  it('on a topic is called off, and events go on', async () => {
    const { id, presence } = first([...ground.org.agents.values()]);
    const topic = `v2.users.${id}.presence`;
    const { body } = await ground.call('POST', '/api/v2/notifications/channels');
    await ground.call('PUT', `/api/v2/notifications/channels/${body.id}/subscriptions`, [{ id: topic }]);
    const socket = await openSocket(body.connectUri);
    try {
      await arm({ on: 'topic', topic: '^((.|-)*)*\\n', what: 'reorder', count: 100 });
      await arm({ on: 'channel', what: 'drop-subscription', topic: '^((.|-)*)*\\n', count: 100 });
      await within(2_000, () =>
        ground.call('POST', `/sandbox/v1/agents/${id}/presence`, {
          presence: presence === 'Busy' ? 'Away' : 'Busy',
        }),
      );
      ground.advance(5_000);
      assert.equal(await armed(), 0);
    } finally {
      await socket.close();
    }
  });

  it('is the only one that is: others with repetitions play', async () => {
    await arm({ path: '^/api/v2/(users|presence)/[^/]+/presences/.*$', status: 503 });
    const { id } = first([...ground.org.agents.values()]);
    const { status } = await ground.call('GET', `/api/v2/users/${id}/presences/purecloud`);
    assert.equal(status, 503);
  });
});
