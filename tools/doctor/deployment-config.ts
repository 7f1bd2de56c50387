import { z } from 'zod';
import { messengerConfig } from '../../src/genesys/messenger-config.ts';
import type { PlatformHttp } from '../../src/genesys/platform-http.ts';

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
 * What a deployment's configuration, as messengers fetch it, says of it. Null when it is not there. Throws NetworkFault.
 */
export async function readDeploymentConfig(
  http: Pick<PlatformHttp, 'ask'>,
  apiUrl: string,
  deploymentId: string,
): Promise<DeploymentConfig | null> {
  const read = config.safeParse(await messengerConfig(http, apiUrl, deploymentId));
  if (!read.success) return null;
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
