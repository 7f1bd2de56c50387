import { deepEqual, equal } from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { ReachbackError } from '../../../../../src/errors/reachback-error.ts';
import { sendOutcome } from '../../../../../src/journeys/hand-off/bridge/carry/send-outcome.ts';
import { endPlan } from '../../../../../src/journeys/hand-off/bridge/end-plan.ts';
import { bridgeWords as words } from '../../../../../src/journeys/hand-off/bridge/texts/bridge-words.ts';
import { isSigned } from '../../../../../src/journeys/hand-off/bridge/webhook/signed.ts';

describe('the end of a hand-off', () => {
  it('tells each side that still reads, and ends what nobody is left in', () => {
    const plan = (
      endedBy: Parameters<typeof endPlan>[0]['endedBy'],
      sideIsOver = false,
      endCode: string | null = null,
    ) => {
      const { drop, notice, disconnect } = endPlan({ endedBy, endCode, sideIsOver }, words);
      return [drop, Object.keys(notice).sort(), disconnect];
    };
    deepEqual(plan('source', true), [['to-customer'], ['to-partner'], ['destination']]);
    deepEqual(plan('source'), [[], ['to-customer', 'to-partner'], ['destination']]);
    deepEqual(plan('destination', true), [['to-partner'], ['to-customer'], ['source']]);
    deepEqual(plan('destination'), [[], ['to-customer'], ['destination', 'source']]);
    for (const by of ['time-limit', 'fault'] as const)
      deepEqual(plan(by), [[], ['to-customer', 'to-partner'], ['destination']]);
    deepEqual(plan('fault', false, 'bridge.landed-elsewhere'), [
      ['to-customer'],
      ['to-partner'],
      ['destination'],
    ]);
  });
});

describe('what a failed send means', () => {
  it('is told by what the error says of trying again, and a refusal by whether it is about the message', () => {
    equal(sendOutcome(new ReachbackError('genesys.unreachable')), 'unsent');
    equal(sendOutcome(new ReachbackError('genesys.throttled')), 'unsent');
    equal(sendOutcome(new ReachbackError('genesys.no-answer')), 'unknown');
    equal(sendOutcome(new TypeError('anything')), 'unknown');
    equal(sendOutcome(new ReachbackError('genesys.refused', { facts: { status: 400 } })), 'refused');
    equal(sendOutcome(new ReachbackError('genesys.not-found', { facts: { status: 404 } })), 'blocked');
    equal(sendOutcome(new ReachbackError('bridge.partner-unknown')), 'blocked');
  });
});

describe('the signature of a webhook', () => {
  it('is of the very bytes, by the secret, in base64', () => {
    const body = Buffer.from('{"a":1}');
    const good = `sha256=${createHmac('sha256', 'secret').update(body).digest('base64')}`;
    equal(isSigned(body, good, 'secret'), true);
    equal(isSigned(Buffer.from('{"a": 1}'), good, 'secret'), false);
    equal(isSigned(body, good, 'another'), false);
    for (const each of ['', 'sha256=', good.slice(0, -1), `${good}=`, good.toLowerCase(), ` ${good}`])
      equal(isSigned(body, each, 'secret'), false, each);
  });
});
