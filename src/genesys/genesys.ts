import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { type AccessToken, createAccessToken } from './access-token.ts';
import { type BudgetMeter, type BudgetState, createBudgetMeter } from './budget-meter.ts';
import { datedHttp } from './dated-http.ts';
import { type DeploymentCobrowse, deploymentCobrowse } from './deployment-cobrowse.ts';
import { guestSessionMs } from './guest-session-ms.ts';
import { createNotificationFeed, type NotificationFeed } from './notification-feed.ts';
import { createPlatformCall, type PlatformCall } from './platform-call.ts';
import { createPlatformClock } from './platform-clock.ts';
import { createPlatformHttp } from './platform-http.ts';
import { createUserSignIn, type SignInClient, type UserSignIn } from './user-sign-in.ts';

export interface Genesys {
  readonly call: PlatformCall;
  /** The API in the name of whoever a token is of, with a budget of its own: the platform counts by token. */
  callAs(token: AccessToken): PlatformCall;
  /** The API with a token of ours never older than that, milliseconds: for endpoints that refuse an older one. */
  callFresh(atMostMs: number): PlatformCall;
  /** The public API of guests, in the name of that JWT or of nobody. */
  callAsGuest(jwt: string | null): PlatformCall;
  /** People's own sign-in through this client. */
  userSignIn(client: SignInClient): UserSignIn;
  /** What a deployment's messenger allows of cobrowse; null when it could not be read. */
  deploymentCobrowse(deploymentId: string): Promise<DeploymentCobrowse | null>;
  /** How long a guest's session lives on a deployment, milliseconds; null when it could not be read, or the platform asked to wait. */
  guestSessionMs(deploymentId: string): Promise<number | null>;
  readonly notifications: NotificationFeed;
  /** What time it is on the platform, epoch milliseconds: for whatever is compared with a time the platform wrote. */
  readonly platformNow: () => number;
  /** How the budget of requests stands now. */
  readonly budget: () => BudgetState;
  /** Ends the sockets, then cuts what is under way. */
  stop(): Promise<void>;
}

/** One organisation's platform: its REST API and its notifications, on one token and one budget. */
export function createGenesys(parts: {
  apiUrl: string;
  loginUrl: string;
  clientId: string;
  clientSecret: string;
  /** Requests a minute the client may make; 300, the platform's default, unless told. */
  perMinute?: number | undefined;
  clock: Clock;
  log: Logger;
}): Genesys {
  const { apiUrl, loginUrl, clientId, clientSecret, perMinute = 300, clock, log } = parts;
  const platformClock = createPlatformClock(clock);
  const http = datedHttp(createPlatformHttp(), platformClock, clock);
  const budget = createBudgetMeter({ perMinute, clock });
  const token = createAccessToken({ loginUrl, clientId, clientSecret, http, clock, log });
  const call = createPlatformCall({ apiUrl, token, budget, http, clock, log });
  const notifications = createNotificationFeed({ call, clock, log });
  /** How the platform counts what guests ask is *unverified*: all of them together get what one token has. */
  const guestBudget = createBudgetMeter({ clock });
  const budgets = new Set<BudgetMeter>([budget, guestBudget]);
  return {
    call,
    callAs(userToken) {
      const own = createBudgetMeter({ clock });
      budgets.add(own);
      return createPlatformCall({ apiUrl, token: userToken, budget: own, http, clock, log });
    },
    callFresh(atMostMs) {
      const fresh = createAccessToken({ loginUrl, clientId, clientSecret, http, clock, log, atMostMs });
      const own = createBudgetMeter({ clock });
      budgets.add(own);
      return createPlatformCall({ apiUrl, token: fresh, budget: own, http, clock, log });
    },
    callAsGuest(jwt) {
      const token = { get: async () => jwt, refused() {} };
      return createPlatformCall({ apiUrl, token, budget: guestBudget, http, clock, log });
    },
    userSignIn: (client) => createUserSignIn({ loginUrl, client, http, now: clock.now }),
    deploymentCobrowse: (deploymentId) => deploymentCobrowse(http, apiUrl, deploymentId),
    guestSessionMs: async (deploymentId) =>
      budget.state().stoppedForMs > 0 ? null : guestSessionMs(http, apiUrl, deploymentId),
    notifications,
    platformNow: platformClock.now,
    budget: budget.state,
    async stop() {
      await notifications.stop();
      for (const each of budgets) each.close();
      http.close();
    },
  };
}
