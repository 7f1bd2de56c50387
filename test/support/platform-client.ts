import { systemClock } from '../../src/clock.ts';
import { createAccessToken } from '../../src/genesys/access-token.ts';
import { createBudgetMeter } from '../../src/genesys/budget-meter.ts';
import type { ChannelTimings } from '../../src/genesys/channel-timings.ts';
import { datedHttp } from '../../src/genesys/dated-http.ts';
import { createPlatformCall, type PlatformCall } from '../../src/genesys/platform-call.ts';
import { createPlatformClock } from '../../src/genesys/platform-clock.ts';
import { createPlatformHttp } from '../../src/genesys/platform-http.ts';
import { silentLog } from './silent-log.ts';

export interface PlatformClient {
  readonly call: PlatformCall;
  readonly platformNow: () => number;
  close(): void;
}

/** The product's platform client as the composition root puts it together, with short back-offs. */
export function platformClient(
  url: string,
  {
    clientId = 'id',
    clientSecret = 'secret',
    timeoutMs = 2_000,
    perMinute = 300,
    log = silentLog,
    clock = systemClock,
  } = {},
): PlatformClient {
  const platformClock = createPlatformClock(clock);
  const http = datedHttp(createPlatformHttp(), platformClock, clock);
  const budget = createBudgetMeter({ clock, perMinute });
  const token = createAccessToken({ loginUrl: url, clientId, clientSecret, http, clock, log });
  const call = createPlatformCall({
    apiUrl: url,
    token,
    budget,
    http,
    clock,
    log,
    settings: { timeoutMs, backOff: { baseMs: 5, maxMs: 20 } },
  });
  return {
    call,
    platformNow: platformClock.now,
    close() {
      budget.close();
      http.close();
    },
  };
}

/** Everything a notification channel waits for, a few hundred times faster. */
export const shortTimings: ChannelTimings = {
  quietMs: 100,
  pongMs: 50,
  handshakeMs: 500,
  backOff: { baseMs: 10, maxMs: 40 },
  steadyMs: 1_000,
  checkMs: 86_400_000,
  refreshMs: 86_400_000,
  lifeMs: 86_400_000,
  shortestLifeMs: 50,
};
