import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { createOwnPresence } from '../../../../src/journeys/agents/set-presence.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';

const hour = 60 * 60_000;

describe('setting an agent’s presence', () => {
  let clock: ReturnType<typeof manualClock>;
  let asked: { method: string; path: string; ids: unknown; body: unknown }[];
  let definitions: object[];
  let answer: object;
  let routing: () => object;
  let permitted: boolean | null;

  beforeEach(() => {
    clock = manualClock();
    asked = [];
    permitted = null;
    definitions = [
      { id: 'lunch', systemPresence: 'Away', primary: false, deactivated: false },
      { id: 'away', systemPresence: 'Away', primary: true, deactivated: false },
      { id: 'queue', systemPresence: 'OnQueue' },
      { id: 'busy', systemPresence: 'Busy', primary: true, deactivated: true },
    ];
    answer = {
      presenceDefinition: { systemPresence: 'Away' },
      modifiedDate: '2026-11-21T14:00:00Z',
    };
    routing = () => ({ status: 'OFF_QUEUE' });
  });

  const own = () => {
    const call: PlatformCall = async ({ method, path, ids, body, answer: shape }) => {
      asked.push({ method, path, ids, body });
      const told =
        method === 'PATCH'
          ? answer
          : path.endsWith('routingstatus')
            ? routing()
            : { entities: definitions, pageCount: 1 };
      return { body: shape.parse(told), status: 200, correlationId: null };
    };
    return createOwnPresence({ call, permitted: () => permitted, now: clock.now, log: silentLog });
  };

  it('sends the system’s own definition and gives what Genesys answered', async () => {
    assert.deepEqual(await own().set('ada', 'away'), {
      presence: 'away',
      since: Date.UTC(2026, 10, 21, 14),
      routingStatus: 'OFF_QUEUE',
    });
    assert.deepEqual(
      asked.find(({ method }) => method === 'PATCH'),
      {
        method: 'PATCH',
        path: '/api/v2/users/{userId}/presences/purecloud',
        ids: { userId: 'ada' },
        body: { presenceDefinition: { id: 'away' } },
      },
    );
  });

  it('reads the definitions once an hour, however a definition writes its presence', async () => {
    const presence = own();
    await presence.set('ada', 'on-queue');
    await presence.set('ada', 'away');
    const reads = () => asked.filter(({ path }) => path.endsWith('presencedefinitions')).length;
    assert.equal(reads(), 1);
    await clock.advance(hour);
    await presence.set('ada', 'away');
    assert.equal(reads(), 2);
  });

  it('does not say what Genesys did not', async () => {
    answer = { presenceDefinition: { systemPresence: 'Levitating' } };
    routing = () => {
      throw new ReachbackError('genesys.no-answer');
    };
    assert.deepEqual(await own().set('ada', 'away'), { presence: null, since: null, routingStatus: null });
  });

  it('asks for nothing where there is no such presence, or no right to set one', async () => {
    await assert.rejects(own().set('ada', 'busy'), { code: 'genesys.presence-undefined' });
    permitted = false;
    await assert.rejects(own().set('ada', 'away'), {
      code: 'genesys.permission-missing',
      facts: { permission: 'presence:userPresence:edit' },
    });
    assert.ok(asked.every(({ method }) => method === 'GET'));
  });
});
