import { deepEqual, equal } from 'node:assert/strict';
import { bridgeTimings as timings } from '../../../../../src/journeys/hand-off/bridge/bridge-timings.ts';
import { nextStep } from '../../../../../src/journeys/hand-off/bridge/carry/next-step.ts';
import type { Carried } from '../../../../../src/store/shapes/bridge-table.ts';
import { exampleCarried } from '../../../../support/example-carried.ts';

const now = 2_000_000;
const message = (part: Partial<Carried> = {}) => exampleCarried({ createdAt: now - 1_000, ...part });
const step = (pending: readonly Carried[], given: Partial<Parameters<typeof nextStep>[1]> = {}) =>
  nextStep(pending, { now, shared: false, heard: null, timings, ...given });

describe('the next step of a direction of a bridge', () => {
  it('is none when nothing waits', () => {
    deepEqual(step([]), { do: 'nothing' });
  });

  it('is to send the first that waits, not before its time', () => {
    const [one, two] = [message(), message()];
    deepEqual(step([one, two]), { do: 'send', message: one });
    deepEqual(step([message({ nextTryAt: now + 70 }), two]), { do: 'wait', ms: 70 });
  });

  it('is to look for one of which nobody knows, before anything behind it goes', () => {
    const unknown = message({ state: 'unknown', unknownSince: now, firstAttemptAt: now });
    deepEqual(step([unknown, message()]), { do: 'look', message: unknown });
    const later = message({ state: 'unknown', nextTryAt: now + 5, firstAttemptAt: now });
    deepEqual(step([later, message()]), { do: 'wait', ms: 5 });
  });

  it('takes what an earlier life was sending for unknown, and what another process is, once its lease is over', () => {
    const sending = message({ state: 'sending', attemptedAt: now - 10_000, firstAttemptAt: now - 10_000 });
    deepEqual(step([sending, message()]), { do: 'suspect', message: sending });
    deepEqual(step([sending], { shared: true }), { do: 'wait', ms: timings.leaseMs - 10_000 });
    equal(step([sending], { shared: true, now: now + timings.leaseMs }).do, 'suspect');
  });

  it('passes over what could not be settled in time, and gives a side up that lets nothing through', () => {
    const since = now - timings.passOverMs - 1;
    equal(step([message({ state: 'unknown', firstAttemptAt: since })]).do, 'pass-over');
    equal(step([message({ firstAttemptAt: since, code: 'genesys.server-error' })]).do, 'pass-over');
    equal(step([message({ firstAttemptAt: since, code: 'genesys.permission-missing' })]).do, 'give-up');
    equal(step([message({ firstAttemptAt: since + 2 })]).do, 'send');
  });

  it('waits with a reply until it is known that none is missing before it', () => {
    const reply = message({ direction: 'to-customer', createdAt: now - 1_000 });
    equal(step([reply], { heard: { until: now - 1_000, deafSince: null } }).do, 'send');
    const waits = { do: 'wait', ms: timings.orderPatienceMs };
    deepEqual(step([reply], { heard: { until: now - 1_001, deafSince: null } }), waits);
    deepEqual(step([reply], { heard: { until: null, deafSince: now } }), waits);
  });

  it('counts only the time in which the list was asked for in vain, and never holds our own words back', () => {
    const old = message({ direction: 'to-customer', createdAt: 0 });
    const deaf = (since: number) => ({ until: null, deafSince: since });
    equal(step([old], { heard: deaf(now - timings.orderPatienceMs + 1) }).do, 'wait');
    equal(step([old], { heard: deaf(now - timings.orderPatienceMs) }).do, 'send');
    equal(step([message({ kind: 'notice' })], { heard: deaf(now) }).do, 'send');
  });
});
