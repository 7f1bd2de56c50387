import assert from 'node:assert/strict';
import { rankGround, rankSessions } from '../../../src/outreach/rank-sessions.ts';
import { exampleSession } from '../../support/example-session.ts';

const agent = { id: 'ada', queueIds: ['queue-support', 'queue-sales'] };

describe('rankSessions', () => {
  it('puts last served first, then the queues of the agent, then the rest; abandoned and recent first among equals', () => {
    const inOrder = [
      exampleSession({ lastAgentId: 'ada', queueId: 'queue-other', lastActivityAt: 1 }),
      exampleSession({ abandoned: true, lastActivityAt: 2 }),
      exampleSession({ abandoned: false, lastAgentId: 'bob', lastActivityAt: 9 }),
      exampleSession({ abandoned: false, lastAgentId: 'bob', lastActivityAt: 8 }),
      exampleSession({ queueId: 'queue-other', abandoned: true, lastActivityAt: 3 }),
      exampleSession({ queueId: null, lastActivityAt: 99 }),
    ];
    assert.deepEqual(rankSessions(inOrder.toReversed(), agent), inOrder);
  });

  it('says by what: whom the customer knows, whose queue, neither; and whether anybody was reached', () => {
    const ground = (part: Parameters<typeof exampleSession>[0]) => rankGround(exampleSession(part), agent);
    assert.deepEqual(ground({ lastAgentId: 'ada', queueId: 'queue-other' }).near, 'served-by-agent');
    assert.deepEqual(ground({ queueId: 'queue-sales', abandoned: true, lastActivityAt: 7 }), {
      near: 'queue-of-agent',
      abandoned: true,
      lastActivityAt: 7,
    });
    assert.deepEqual(ground({ lastAgentId: 'bob', queueId: null }).near, 'neither');
  });

  it('leaves its input as it was', () => {
    const sessions = [exampleSession({ lastActivityAt: 1 }), exampleSession({ lastActivityAt: 2 })];
    const before = [...sessions];
    rankSessions(sessions, agent);
    assert.deepEqual(sessions, before);
  });
});
