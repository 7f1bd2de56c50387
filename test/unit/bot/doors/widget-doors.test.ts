import assert from 'node:assert/strict';
import { widgetDoors } from '../../../../bot/doors/widget-doors.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';

const origin = 'https://shop.example';

describe('the doors of a widget', () => {
  const never = () => new Promise<never>(() => {});

  async function late(body: unknown): Promise<unknown> {
    const clock = manualClock();
    const doors = widgetDoors({
      journeys: { allows: () => true, issue: never, refresh: never, revoke: never },
      proxies: 0,
      counted: () => {},
      clock,
      log: silentLog,
    });
    const door = doors.find(({ method, path }) => method === 'POST' && path === '/widget/token');
    const answered = door?.answer({
      params: {},
      query: new URLSearchParams(),
      headers: { origin, 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
      address: '10.0.0.1',
    });
    await clock.advance(20_000);
    const answer = await answered;
    return { status: answer?.status, error: JSON.parse(JSON.stringify(answer?.body)).error.code };
  }

  it('ask a page to come again when it takes too long, but not for a conversation that may have been started', async () => {
    assert.deepEqual(await late({}), { status: 503, error: 'widget.busy' });
    assert.deepEqual(await late({ start: false }), { status: 503, error: 'widget.busy' });
    assert.deepEqual(await late({ assertion: 'a', start: true }), {
      status: 409,
      error: 'widget.start-unknown',
    });
  });
});
