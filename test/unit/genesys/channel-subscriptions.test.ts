import { deepEqual, equal } from 'node:assert/strict';
import { createChannelSubscriptions } from '../../../src/genesys/channel-subscriptions.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { silentLog } from '../../support/silent-log.ts';

const user = 'v2.users.1?presence&routingStatus';
const queue = 'v2.routing.queues.1.conversations';

/** Subscriptions put on a platform that lists what the test says. */
async function put({ rejected = [] as string[] } = {}) {
  let listed: string[] = [user, queue];
  const call: PlatformCall = async ({ method, answer }) => {
    const entities =
      method === 'GET'
        ? listed.map((id) => ({ id }))
        : [user, queue].map((id) => ({ id, state: rejected.includes(id) ? 'Rejected' : 'Permitted' }));
    return { body: answer.parse({ entities }), status: 200, correlationId: null };
  };
  const subscriptions = createChannelSubscriptions({ call, log: silentLog, topics: [user, queue] });
  await subscriptions.put('c');
  return {
    subscriptions,
    missing: (...topics: string[]) => {
      listed = topics;
      return subscriptions.countMissing('c');
    },
  };
}

describe('the subscriptions of a channel', () => {
  it('are all there however the platform writes them', async () => {
    const { missing } = await put();
    equal(await missing(user, queue), 0);
    equal(await missing('v2.users.1.presence', 'v2.users.1.routingStatus', queue), 0);
  });

  it('are missed one by one', async () => {
    const { missing } = await put();
    equal(await missing('v2.users.1.presence', queue), 1);
  });

  it('are not missed where they were never accepted, or are another channel’s', async () => {
    const { missing, subscriptions } = await put({ rejected: [queue] });
    equal(await missing(user), 0);
    equal(await subscriptions.countMissing('other'), 0);
  });

  it('are put again once; a list that never names them tells nothing', async () => {
    const { missing, subscriptions } = await put();
    const counts = [await missing(user), await missing(user)];
    await subscriptions.put('c');
    counts.push(await missing(user), await missing(user), await missing(queue));
    deepEqual(counts, [1, 1, 0, 0, 2]);
  });
});
