import { z } from 'zod';
import { messengerConfig } from './messenger-config.ts';
import { NetworkFault } from './network-fault.ts';
import type { PlatformHttp } from './platform-http.ts';

const config = z.object({
  cobrowse: z
    .object({ enabled: z.boolean().nullish(), allowAgentControl: z.boolean().nullish() })
    .nullish()
    .transform((found) => found ?? {}),
});

/** What a deployment's messenger allows of cobrowse. */
export interface DeploymentCobrowse {
  readonly enabled: boolean;
  readonly control: boolean;
}

/**
 * Reads it from the configuration messengers fetch (CobrowseSettings of SDK 262). Null when it could not be read; a configuration without cobrowse has it off.
 */
export async function deploymentCobrowse(
  http: Pick<PlatformHttp, 'ask'>,
  apiUrl: string,
  deploymentId: string,
): Promise<DeploymentCobrowse | null> {
  try {
    const read = config.safeParse(await messengerConfig(http, apiUrl, deploymentId));
    if (!read.success) return null;
    const { enabled, allowAgentControl } = read.data.cobrowse;
    return { enabled: enabled === true, control: allowAgentControl === true };
  } catch (fault) {
    if (fault instanceof NetworkFault) return null;
    throw fault;
  }
}
