import { deepEqual, equal } from 'node:assert/strict';
import { mergeSession } from '../../../src/sessions/merge-session.ts';
import { exampleSession } from '../../support/example-session.ts';

const base = exampleSession({
  lastActivityAt: 2_000,
  endedAt: 2_000,
  externalContactId: null,
  customerName: null,
});

describe('mergeSession', () => {
  it('is the one seen when nothing was known', () => equal(mergeSession(null, base), base));

  it('lets the later activity decide, whichever comes first', () => {
    const back = { ...base, lastActivityAt: 3_000, endedAt: null, endedBy: null, customerName: 'Grace' };
    deepEqual(mergeSession(base, back), back);
    deepEqual(mergeSession(back, base), back);
  });

  it('keeps what either knows', () => {
    const other = {
      ...base,
      lastActivityAt: 1_000,
      endedAt: null,
      externalContactId: 'contact',
      startedAt: 500,
    };
    const joined = { ...base, externalContactId: 'contact', startedAt: 500 };
    deepEqual(mergeSession(base, other), joined);
    deepEqual(mergeSession(other, base), joined);
  });

  it('takes the end over no end for the same moment', () => {
    const open = { ...base, endedAt: null };
    equal(mergeSession(base, open).endedAt, 2_000);
    equal(mergeSession(open, base).endedAt, 2_000);
    equal(mergeSession(open, base).endedBy, 'agent');
  });

  it('is abandoned once the customer left, though it was not while they waited', () => {
    const waiting = { ...base, lastActivityAt: 1_000, endedAt: null, abandoned: false };
    equal(mergeSession(waiting, { ...base, abandoned: true }).abandoned, true);
  });

  it('is not abandoned when the other view knows an agent', () => {
    const served = { ...base, lastActivityAt: 1_500, lastAgentId: 'agent' };
    equal(mergeSession(served, { ...base, abandoned: true }).abandoned, false);
  });
});
