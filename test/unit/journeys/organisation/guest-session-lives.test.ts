import assert from 'node:assert/strict';
import { guestSessionMs } from '../../../../src/genesys/guest-session-ms.ts';
import { NetworkFault } from '../../../../src/genesys/network-fault.ts';
import { createGuestSessionLives } from '../../../../src/journeys/organisation/guest-session-lives.ts';
import { scriptedHttp } from '../../../support/scripted-http.ts';

describe('how long guest sessions live', () => {
  const saying = (sessionDurationSeconds: unknown) => ({
    status: 200,
    body: { messenger: { apps: { conversations: { sessionDurationSeconds } } } },
  });

  it('is what the configuration messengers fetch says, from the CDN of the region and without a token', async () => {
    const http = scriptedHttp([saying(3_600)]);
    assert.equal(await guestSessionMs(http, 'https://api.mypurecloud.ie', 'shop'), 3_600_000);
    const [asked] = http.asked;
    assert.equal(asked?.url, 'https://api-cdn.mypurecloud.ie/webdeployments/v1/deployments/shop/config.json');
    assert.equal(asked?.headers.authorization, undefined);
  });

  for (const [what, answer] of [
    ['does not say', saying(null)],
    ['says nonsense', saying(-1)],
    ['says less than can be set', saying(59)],
    ['is not there', { status: 404 }],
    ['cannot be reached', new NetworkFault('ECONNREFUSED', true)],
  ] as const)
    it(`is not known where it ${what}`, async () => {
      assert.equal(await guestSessionMs(scriptedHttp([answer]), 'http://127.0.0.1:1', 'shop'), null);
    });

  it('stays as it was read where it cannot be read again', async () => {
    const told: (number | null)[] = [60_000, null, 120_000];
    const lives = createGuestSessionLives(async () => told.shift() ?? null);
    assert.equal(lives.of('shop'), null);
    const seen: (number | null)[] = [];
    for (let reading = 0; reading < 3; reading += 1) {
      await lives.read(['shop']);
      seen.push(lives.of('shop'));
    }
    assert.deepEqual(seen, [60_000, 60_000, 120_000]);
  });
});
