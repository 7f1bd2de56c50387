import { z } from 'zod';
import type { PlatformHttp } from '../../src/genesys/platform-http.ts';
import { regionOf } from '../../src/genesys/region-hosts.ts';

const flag = z.object({ enabled: z.boolean().nullish() }).nullish().catch(null);
const config = z.object({
  status: z.string().nullish(),
  auth: flag,
  cobrowse: flag,
  messenger: z
    .object({
      apps: z
        .object({
          conversations: z
            .object({
              sessionDurationSeconds: z.number().nullish().catch(null),
              conversationDisconnect: z
                .object({ enabled: z.boolean().nullish(), type: z.string().nullish() })
                .nullish()
                .catch(null),
              conversationClear: flag,
            })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** What a deployment's messenger may do, as far as its configuration says; null where it does not. */
export interface DeploymentConfig {
  readonly status: string | null;
  readonly signIn: boolean | null;
  readonly sessionSeconds: number | null;
  /** What a guest learns of the agent's hanging up: `Send` may write on, `ReadOnly` may not; `off` learns nothing. */
  readonly disconnect: string | null;
  readonly clear: boolean | null;
  readonly cobrowse: boolean | null;
}

/**
 * A deployment's configuration as messengers fetch it, without a token, from the CDN of the region (facts of the mobile SDK; *unverified*
 * for a live organisation). Null when it is not there. Throws NetworkFault.
 */
export async function readDeploymentConfig(
  http: Pick<PlatformHttp, 'ask'>,
  apiUrl: string,
  deploymentId: string,
): Promise<DeploymentConfig | null> {
  const domain = regionOf(apiUrl);
  const cdn = domain === null ? apiUrl : `https://api-cdn.${domain}`;
  const { status, body } = await http.ask({
    method: 'GET',
    url: `${cdn}/webdeployments/v1/deployments/${encodeURIComponent(deploymentId)}/config.json`,
    headers: { accept: 'application/json' },
    timeoutMs: 3_000,
  });
  const read = config.safeParse(body);
  if (status !== 200 || !read.success) return null;
  const { messenger, auth, cobrowse } = read.data;
  const conversations = messenger?.apps?.conversations;
  const disconnect = conversations?.conversationDisconnect;
  return {
    status: read.data.status ?? null,
    signIn: auth?.enabled ?? null,
    sessionSeconds: conversations?.sessionDurationSeconds ?? null,
    disconnect: disconnect?.enabled === false ? 'off' : (disconnect?.type ?? null),
    clear: conversations?.conversationClear?.enabled ?? null,
    cobrowse: cobrowse?.enabled ?? null,
  };
}
