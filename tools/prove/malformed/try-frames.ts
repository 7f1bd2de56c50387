import { isUtf8 } from 'node:buffer';
import { setTimeout as wait } from 'node:timers/promises';
import { waitFor } from '../../program/wait-for.ts';
import type { Edge } from './edge.ts';
import type { Ground } from './ground.ts';
import { mangled } from './mangled.ts';

/** Notification frames: the platform's own, spoilt, and some that are none. */
export const tryFrames: Edge = {
  name: 'frames',
  count: { short: 300, full: 5_000 },
  batch: 50,
  async attempt(ground, numbers) {
    for (const number of numbers) {
      const chance = ground.chance('frames', number);
      const frame = mangled(chance.pick(framesOf(ground)), chance);
      const huge = chance.below(400) === 0 ? Buffer.alloc(5_000_000, frame.toString('latin1') || 'x') : frame;
      await connected(ground);
      // Text that is no UTF-8 ends the socket, by the protocol: seldom, for each time it must be opened again.
      const binary = isUtf8(huge) ? chance.below(10) === 0 : chance.below(40) > 0;
      ground.bridge.say(huge, binary);
    }
    await wait(ground.world.clock.real(1_000));
    return [];
  },
};

async function connected({ bridge }: Ground): Promise<void> {
  await waitFor(() => bridge.say(Buffer.from('{"topicName":"channel.metadata","eventBody":{}}'), false) > 0, {
    what: 'the program to connect again',
    deadlineMs: 20_000,
  });
}

function framesOf({ agents, bridge }: Ground): [unknown, ...unknown[]] {
  const { id = '' } = agents[1] ?? {};
  const modifiedDate = new Date().toISOString();
  const presence = {
    topicName: `v2.users.${id}.presence`,
    version: '2',
    eventBody: {
      source: 'PURECLOUD',
      presenceDefinition: { id, systemPresence: 'BUSY' },
      primary: true,
      modifiedDate,
    },
    metadata: { CorrelationId: id },
  };
  const routing = {
    topicName: `v2.users.${id}.routingStatus`,
    version: '2',
    eventBody: { routingStatus: { userId: id, status: 'OFF_QUEUE', startTime: modifiedDate } },
  };
  const gone = { topicName: 'v2.system.socket_closing', version: '2', eventBody: { message: 'maintenance' } };
  const unheard = {
    topicName: 'v2.analytics.flow.x.aggregates',
    version: '2',
    eventBody: { group: {}, data: [] },
  };
  return [
    presence,
    routing,
    gone,
    unheard,
    ...bridge.heard.slice(-20).map((text): unknown => JSON.parse(text)),
  ];
}
