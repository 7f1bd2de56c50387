import type { Logger } from 'pino';
import type { Clock } from '../../../src/clock.ts';
import { createAccessToken } from '../../../src/genesys/access-token.ts';
import { createBudgetMeter } from '../../../src/genesys/budget-meter.ts';
import { datedHttp } from '../../../src/genesys/dated-http.ts';
import { createPlatformCall, type PlatformCall } from '../../../src/genesys/platform-call.ts';
import { createPlatformClock } from '../../../src/genesys/platform-clock.ts';
import { createPlatformHttp } from '../../../src/genesys/platform-http.ts';

/** An organisation's API as the product calls it, but for the budget of 300 requests a minute: what that does is another suite's matter. */
export function unmeteredCall(
  org: { readonly url: string; readonly clientId: string; readonly clientSecret: string },
  clock: Clock,
  log: Logger,
): { readonly call: PlatformCall; readonly platformNow: () => number; close(): void } {
  const { url, clientId, clientSecret } = org;
  const platformClock = createPlatformClock(clock);
  const http = datedHttp(createPlatformHttp(), platformClock, clock);
  const budget = createBudgetMeter({ perMinute: 1_000_000, clock });
  const token = createAccessToken({ loginUrl: url, clientId, clientSecret, http, clock, log });
  return {
    call: createPlatformCall({ apiUrl: url, token, budget, http, clock, log }),
    platformNow: platformClock.now,
    close() {
      budget.close();
      http.close();
    },
  };
}
