import assert from 'node:assert/strict';
import { withTimeZone } from '../../../../examples/widget/page/chat/with-time-zone.ts';
import { isTimeZone } from '../../../../src/outreach/when/is-time-zone.ts';

describe('the attributes the example’s widget sends', () => {
  it('hold the browser’s zone, by a name that quiet hours go by', () => {
    const { timeZone = '', ...others } = withTimeZone({ reachbackVisit: 'v1' });
    assert.ok(isTimeZone(timeZone), timeZone);
    assert.deepEqual(others, { reachbackVisit: 'v1' });
  });

  it('leave the site’s own zone as it is, and the zone out where the platform would take no more', () => {
    assert.deepEqual(withTimeZone({ timeZone: 'Asia/Tokyo' }), { timeZone: 'Asia/Tokyo' });
    const full = { note: 'x'.repeat(2_030) };
    assert.deepEqual(withTimeZone(full), full);
  });
});
