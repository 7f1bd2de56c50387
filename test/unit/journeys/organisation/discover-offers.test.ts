import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { discoverOffers } from '../../../../src/journeys/organisation/discover-offers.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import { temporaryDirectory } from '../../../../tools/program/temporary-directory.ts';
import { silentLog } from '../../../support/silent-log.ts';

const refusing =
  (status: number): PlatformCall =>
  async () => {
    throw new ReachbackError(status >= 500 ? 'genesys.server-error' : 'genesys.refused', {
      facts: { status },
    });
  };

describe('discoverOffers', () => {
  it('remembers the answer, and goes by it when there is none', async () => {
    const { path, remove } = await temporaryDirectory();
    const store = await openStore({ databaseUrl: null, dataDir: path });
    const ask = (status: number) =>
      discoverOffers({
        call: refusing(status),
        settings: store.settings,
        anyConversation: 'c',
        log: silentLog,
      });
    for (const [status, offered] of [
      [503, false],
      [400, true],
      [503, true],
      [404, false],
      [503, false],
    ] as const) {
      const { externalMessages, webchat, cobrowseSessions, threadingMs } = await ask(status);
      const found = [externalMessages, webchat, cobrowseSessions];
      assert.deepEqual(found, [offered, offered, offered], String(status));
      assert.equal(threadingMs, 72 * 60 * 60_000);
    }
    await store.close();
    await remove();
  });
});
