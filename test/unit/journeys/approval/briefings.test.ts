import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { createBriefings } from '../../../../src/journeys/approval/briefings.ts';
import type { Briefing } from '../../../../src/outreach/briefing.ts';
import type { Clearance } from '../../../../src/policy/before-sending.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const outreach = exampleOutreach({ state: 'awaiting-approval', conversationId: 'conversation-1' });

const conversation = {
  id: 'conversation-1',
  participants: [
    {
      purpose: 'customer',
      attributes: { timeZone: 'Europe/Berlin' },
      messages: [
        {
          type: 'webmessaging',
          state: 'disconnected',
          messages: [
            { messageId: 'm1', messageTime: '2026-11-21T13:00:00Z' },
            { messageId: 'm2', messageTime: '2026-11-21T13:01:00Z' },
          ],
        },
      ],
    },
  ],
};

const texts = [
  { id: 'm2', timestamp: '2026-11-21T13:01:00Z', direction: 'inbound', normalizedMessage: { text: 'bye' } },
  { id: 'm1', timestamp: '2026-11-21T13:00:00Z', direction: 'inbound', normalizedMessage: { text: 'hi' } },
];

describe('what a supervisor is told before deciding', () => {
  let calls: string[];
  let answers: Record<string, unknown>;
  let clearance: Clearance | Error;
  let written: Briefing[];
  let lines: unknown[];

  beforeEach(() => {
    calls = [];
    written = [];
    answers = { GET: conversation, POST: { entities: texts } };
    clearance = { route: 'agentless', intoConnected: false };
  });

  async function brief({ times = 1, of = outreach } = {}): Promise<Briefing[]> {
    const call: PlatformCall = async ({ method, priority, answer }) => {
      calls.push(`${method} ${priority}`);
      const said = answers[method];
      if (said instanceof Error) throw said;
      return { body: answer.parse(said), status: 200, correlationId: null };
    };
    const recorded = recordingLog();
    lines = recorded.lines;
    const briefings = createBriefings({
      ledger: {
        async apply(_which, event) {
          assert.ok(event.type === 'briefed');
          written.push(event.briefing);
          return { outreach, applied: true };
        },
      },
      call,
      sessions: { get: async () => null },
      async clear(_outreach, look) {
        await look;
        if (clearance instanceof Error) throw clearance;
        return clearance;
      },
      timeZoneAttribute: 'timeZone',
      now: () => 7,
      log: recorded.log,
    });
    for (let time = 0; time < times; time += 1) briefings.brief(of);
    await briefings.stop();
    return written;
  }

  it('is the last words, and that nothing stands in the way, for two calls after all others in line', async () => {
    assert.deepEqual(await brief(), [
      {
        at: 7,
        said: [
          { by: 'customer', text: 'hi' },
          { by: 'customer', text: 'bye' },
        ],
        standsInTheWay: [],
        timeZone: 'Europe/Berlin',
      },
    ]);
    assert.deepEqual(calls, ['GET refill', 'POST refill']);
  });

  it('is read once, however often it is asked for meanwhile', async () => {
    assert.equal((await brief({ times: 3 })).length, 1);
    assert.equal(calls.length, 2);
  });

  it('is what would hold the message back now', async () => {
    clearance = { findings: [{ ends: 'held', reason: 'connected-now' }] };
    assert.deepEqual((await brief())[0]?.standsInTheWay, ['connected-now']);
  });

  it('is that the words could not be read, where the platform does not give them', async () => {
    answers.POST = new ReachbackError('genesys.permission-missing');
    assert.partialDeepStrictEqual(await brief(), [{ said: null, standsInTheWay: [] }]);
    assert.doesNotMatch(JSON.stringify(lines), /bye/);
  });

  it('is that nothing could be read nor checked, where the platform does not answer', async () => {
    answers.GET = new ReachbackError('genesys.no-answer');
    assert.deepEqual(await brief(), [{ at: 7, said: null, standsInTheWay: null, timeZone: null }]);
    assert.deepEqual(calls, ['GET refill']);
  });

  it('is that the rules could not be checked while presence is not known', async () => {
    clearance = new ReachbackError('genesys.feed-stale');
    assert.partialDeepStrictEqual(await brief(), [{ said: [{}, {}], standsInTheWay: null }]);
  });

  it('is nothing of the rules, where the message leaves at an hour of its own', async () => {
    clearance = { findings: [{ ends: 'held', reason: 'quiet-hours' }] };
    const later = await brief({ of: { ...outreach, sendAt: 99 } });
    assert.partialDeepStrictEqual(later, [{ said: [{}, {}], standsInTheWay: null }]);
  });

  it('is that nothing was written, without a second call, where there are no messages', async () => {
    answers.GET = { id: 'conversation-1', participants: [] };
    assert.deepEqual((await brief())[0]?.said, []);
    assert.deepEqual(calls, ['GET refill']);
  });
});
