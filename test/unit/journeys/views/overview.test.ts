import assert from 'node:assert/strict';
import { createAgentDirectory } from '../../../../src/journeys/agents/agent-directory.ts';
import { createOverview } from '../../../../src/journeys/views/overview.ts';
import type { AgentPresence } from '../../../../src/presence/agent-presence.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';

/** 23:30 in Berlin, 07:30 the next day in Tokyo. */
const now = Date.UTC(2026, 10, 21, 22, 30);
const ada: AgentPresence = {
  agentId: 'ada',
  presence: 'on-queue',
  presenceSince: 1,
  routingStatus: 'IDLE',
  routingSince: 2,
};

describe('the overview', () => {
  const counted: { since: number; agentId: string | undefined }[] = [];
  const directory = createAgentDirectory();
  directory.replace([
    {
      queue: { id: 'q', name: 'Q' },
      members: [
        { id: 'ada', name: 'Ada', email: 'Ada@northwind.example', presence: null, routingStatus: null },
        { id: 'bo', name: 'Bo', email: null, presence: null, routingStatus: null },
      ],
    },
  ]);
  const overview = createOverview({
    store: {
      outreaches: {
        inStates: async () => [exampleOutreach(), exampleOutreach()],
        async countsSince(since, agentId) {
          counted.push({ since, agentId });
          return { sent: 3 };
        },
      },
      sessions: { count: async () => 7 },
    },
    directory,
    pauses: { get: async () => null },
    policy: async () => ({ mode: 'automatic', timeZone: 'Europe/Berlin' }),
    feed: {
      status: () => ({ state: 'live', ageMs: 1, agentsWatched: 2 }),
      stateOf: (agentId) => (agentId === 'ada' ? ada : null),
    },
    now: () => now,
  });

  const days: [string | null, string, number][] = [
    [null, 'Europe/Berlin', Date.UTC(2026, 10, 20, 23)],
    ['Asia/Tokyo', 'Asia/Tokyo', Date.UTC(2026, 10, 21, 15)],
    ['America/New_York', 'America/New_York', Date.UTC(2026, 10, 21, 5)],
    ['Nowhere/Land', 'Europe/Berlin', Date.UTC(2026, 10, 20, 23)],
  ];
  for (const [told, timeZone, since] of days)
    it(`counts today since midnight in ${timeZone} for who tells ${told ?? 'no zone'}`, async () => {
      counted.length = 0;
      assert.partialDeepStrictEqual(await overview.facts('ada', told), {
        timeZone,
        mode: 'automatic',
        waiting: 2,
        today: { sent: 3 },
      });
      assert.deepEqual(counted, [{ since, agentId: 'ada' }]);
      assert.equal(await overview.zoneFor(told), timeZone);
    });

  it('knows agents by id and by e-mail, with their state as far as it was heard of', () => {
    const seen = overview.agentByEmail('ada@NORTHWIND.example');
    assert.partialDeepStrictEqual(seen, { agentId: 'ada', presence: { presenceSince: 1, available: true } });
    assert.deepEqual(overview.agent('ada'), seen);
    assert.deepEqual(overview.agent('bo'), { agentId: 'bo', name: 'Bo', presence: null });
    assert.equal(overview.agent('cy'), null);
    assert.deepEqual(
      overview.agents().map(({ email }) => email),
      ['Ada@northwind.example', null],
    );
  });
});
