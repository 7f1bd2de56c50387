import assert from 'node:assert/strict';
import { sessionEndOf } from '../../../src/sessions/session-end-of.ts';

describe('what ended a session', () => {
  const told: [string | null, boolean, ReturnType<typeof sessionEndOf>][] = [
    ['peer', true, 'agent'],
    ['peer', false, 'flow'],
    ['client', true, 'customer'],
    ['endpoint', false, 'customer'],
    ['session.expired', true, 'timed-out'],
    ['sessionExpired', true, 'timed-out'],
    ['inactivity', true, 'timed-out'],
    ['system', false, 'flow'],
    ['transport.failure', true, 'fault'],
    ['transportFailure', true, 'fault'],
    ['spam', true, null],
    ['toString', true, null],
    [null, true, null],
  ];
  for (const [type, hadAgent, end] of told) {
    it(`reads ${type}${hadAgent ? ' with an agent' : ''} as ${end}`, () => {
      assert.equal(sessionEndOf(type, hadAgent), end);
    });
  }
});
