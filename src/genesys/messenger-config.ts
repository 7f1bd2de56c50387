import type { PlatformHttp } from './platform-http.ts';
import { regionOf } from './region-hosts.ts';

/**
 * A deployment's configuration as messengers fetch it, without a token, from the CDN of the region (facts of the mobile SDK; *unverified*
 * for a live organisation). Null when it is not there. Throws NetworkFault.
 */
export async function messengerConfig(
  http: Pick<PlatformHttp, 'ask'>,
  apiUrl: string,
  deploymentId: string,
): Promise<unknown> {
  const domain = regionOf(apiUrl);
  const cdn = domain === null ? apiUrl : `https://api-cdn.${domain}`;
  const { status, body } = await http.ask({
    method: 'GET',
    url: `${cdn}/webdeployments/v1/deployments/${encodeURIComponent(deploymentId)}/config.json`,
    headers: { accept: 'application/json' },
    timeoutMs: 3_000,
  });
  return status === 200 ? body : null;
}
