import { equal } from 'node:assert/strict';
import { normalisePresence, normaliseRoutingStatus } from '../../../src/presence/normalise-presence.ts';

describe('normalisePresence', () => {
  for (const written of ['On Queue', 'ON_QUEUE', 'OnQueue', 'on-queue', 'ONQUEUE'])
    it(`reads ${written}`, () => equal(normalisePresence(written), 'on-queue'));
  for (const written of ['Available', 'AVAILABLE'])
    it(`reads ${written}`, () => equal(normalisePresence(written), 'available'));
  for (const written of ['', 'Focus', 'Available soon', '__proto__'])
    it(`does not know ${JSON.stringify(written)}`, () => equal(normalisePresence(written), null));
});

describe('normaliseRoutingStatus', () => {
  it('reads the platform’s words', () => {
    equal(normaliseRoutingStatus('OFF_QUEUE'), 'OFF_QUEUE');
    equal(normaliseRoutingStatus('idle'), 'IDLE');
    equal(normaliseRoutingStatus('BUSY'), null);
  });
});
