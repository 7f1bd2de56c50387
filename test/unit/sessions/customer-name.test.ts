import { equal } from 'node:assert/strict';
import { analyticsSessions } from '../../../src/sessions/analytics-sessions.ts';
import { customerName } from '../../../src/sessions/customer-name.ts';
import { exampleAnalytics } from '../../support/example-analytics.ts';

describe('customerName', () => {
  it('keeps a name as it is', () => {
    equal(customerName(' Zoë O’Neill-日本 👋 '), 'Zoë O’Neill-日本 👋');
    for (const none of ['', '  ', null, undefined]) equal(customerName(none), null);
  });

  it('takes no control characters, line breaks and no novels', () => {
    equal(customerName('Grace\u0000\r\n\u001b[31mHopper'), 'Grace [31mHopper');
    equal(customerName('\u0000'), null);
    equal(customerName('👋'.repeat(3_000)), '👋'.repeat(100));
  });
});

describe('analytics records no store can take', () => {
  it('cost only themselves', () => {
    const record = JSON.stringify(exampleAnalytics({ start: Date.now() - 60_000 }));
    const named = JSON.parse(record.replace('Grace Hopper', 'Grace\\u0000Hopper'));
    const addressed = JSON.parse(record.replaceAll('5e0f3c1a-', '\\u0000'));
    const read = analyticsSessions([named, addressed]);
    equal(read.malformed, 1);
    equal(read.sessions[0]?.customerName, 'Grace Hopper');
  });
});
