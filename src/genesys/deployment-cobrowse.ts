import { z } from 'zod';
import { NetworkFault } from './network-fault.ts';
import type { PlatformHttp } from './platform-http.ts';
import { regionOf } from './region-hosts.ts';

const config = z.object({
  cobrowse: z
    .object({ enabled: z.boolean().nullish(), allowAgentControl: z.boolean().nullish() })
    .nullish()
    .transform((found) => found ?? {}),
});

/** What a deployment's messenger allows of co-browse. */
export interface DeploymentCobrowse {
  readonly enabled: boolean;
  readonly control: boolean;
}

/**
 * Reads it from the configuration messengers fetch, without a token, from the CDN of the region (facts of the mobile SDK, *unverified* for a
 * live organisation; CobrowseSettings of SDK 262). Null when it could not be read; a configuration without co-browse has it off.
 */
export async function deploymentCobrowse(
  http: Pick<PlatformHttp, 'ask'>,
  apiUrl: string,
  deploymentId: string,
): Promise<DeploymentCobrowse | null> {
  const domain = regionOf(apiUrl);
  const cdn = domain === null ? apiUrl : `https://api-cdn.${domain}`;
  try {
    const { status, body } = await http.ask({
      method: 'GET',
      url: `${cdn}/webdeployments/v1/deployments/${encodeURIComponent(deploymentId)}/config.json`,
      headers: { accept: 'application/json' },
      timeoutMs: 3_000,
    });
    const read = config.safeParse(body);
    if (status !== 200 || !read.success) return null;
    const { enabled, allowAgentControl } = read.data.cobrowse;
    return { enabled: enabled === true, control: allowAgentControl === true };
  } catch (fault) {
    if (fault instanceof NetworkFault) return null;
    throw fault;
  }
}
