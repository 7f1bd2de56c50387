import { deepEqual, equal, ok } from 'node:assert/strict';
import { systemClock } from '../../../src/clock.ts';
import { listQueues } from '../../../src/genesys/endpoints/list-queues.ts';
import { queueMembers } from '../../../src/genesys/endpoints/queue-members.ts';
import { createNotificationFeed } from '../../../src/genesys/notification-feed.ts';
import type { BecameAvailable } from '../../../src/presence/presence-change.ts';
import { createPresenceFeed } from '../../../src/presence/presence-feed.ts';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { noBot } from '../../../tools/program/no-bot.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('presence feed against the sandbox', () => {
  let sandbox: RunningSandbox;
  let client: PlatformClient;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, botEndpoint: noBot });
    const org = [...sandbox.world.orgs.values()][0];
    ok(org);
    client = platformClient(sandbox.baseUrl, botClient(org));
  });
  afterEach(async () => {
    client.close();
    await sandbox.close();
  });

  it('finds the agents of a queue and tells when one of them frees up', async () => {
    const [queue] = await listQueues(client.call);
    ok(queue);
    deepEqual(await listQueues(client.call, [queue.name.toUpperCase()]), [queue]);
    const agents = await queueMembers(client.call, queue.id);
    const [agent] = agents;
    ok(agent);

    const { log, lines } = recordingLog();
    const notifications = createNotificationFeed({ call: client.call, clock: systemClock, log });
    const events: BecameAvailable[] = [];
    const feed = createPresenceFeed({
      call: client.call,
      notifications,
      agents,
      presences: memoryPresenceTable(),
      clock: systemClock,
      platformNow: client.platformNow,
      log,
      onAvailable: (event) => void events.push(event),
      onRead: () => {},
    });
    await feed.start();
    notifications.start();
    try {
      await waitFor(() => feed.status().state === 'live', { what: 'a live feed' });
      deepEqual(codedLines(lines), []);
      for (const { id } of agents) ok(feed.stateOf(id), `state of ${id}`);
      await setPresence(sandbox, agent.id, 'Busy');
      await waitFor(() => feed.stateOf(agent.id)?.presence === 'busy', { what: 'a busy agent' });
      const before = events.length;
      await setPresence(sandbox, agent.id, 'On Queue');
      await waitFor(() => events.length > before, { what: 'an event' });
      equal(events.at(-1)?.agentId, agent.id);
    } finally {
      notifications.stop();
      await feed.stop();
    }
  });
});

async function setPresence(sandbox: RunningSandbox, agentId: string, presence: string): Promise<void> {
  const answer = await fetch(`${sandbox.baseUrl}/sandbox/v1/agents/${agentId}/presence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ presence }),
  });
  equal(answer.status, 200);
}
