import { isLoopback } from '../../config/is-loopback.ts';
import { regionOf } from '../../genesys/region-hosts.ts';

/**
 * Where a conversation is opened in Genesys Cloud's own user interface, by the region of its hosts; of the sandbox its control room. Null
 * for hosts that tell no region. The host is that of SDK 262's list; the path is seen in several public programs and *unverified*. Pure.
 */
export function conversationAddress(hosts: readonly string[], conversationId: string): string | null {
  for (const url of hosts) {
    const domain = regionOf(url);
    if (domain !== null)
      return `https://apps.${domain}/directory/#/analytics/interactions/${encodeURIComponent(conversationId)}/admin/details`;
  }
  const [first = ''] = hosts;
  return URL.canParse(first) && isLoopback(new URL(first).hostname) ? new URL('/', first).href : null;
}
