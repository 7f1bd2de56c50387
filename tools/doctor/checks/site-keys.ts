import { z } from 'zod';
import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import type { PlatformHttp } from '../../../src/genesys/platform-http.ts';
import { coded, type Finding, good, warning } from '../finding.ts';

const jwks = z.object({ keys: z.array(z.object({ kty: z.string(), kid: z.string().optional() })) });

/** Whether the site whose assertions a widget's backend believes shows keys that can be used. Never throws. */
export async function siteKeys(http: Pick<PlatformHttp, 'ask'>, url: string): Promise<Finding> {
  const { host } = new URL(url);
  const missing = (reason: string) =>
    coded('widget', 'problem', 'widget.site-keys-unavailable', { host, reason });
  try {
    const { status, body } = await http.ask({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      timeoutMs: 3_000,
    });
    const read = jwks.safeParse(body);
    if (status !== 200) return missing(String(status));
    if (!read.success) return missing('no JWKS');
    const usable = read.data.keys.filter(({ kty }) => ['RSA', 'EC', 'OKP'].includes(kty)).length;
    return usable > 0
      ? good('widget', `The site at ${host} publishes ${usable === 1 ? 'one key' : `${usable} keys`}.`)
      : warning(
          'widget',
          `The site at ${host} publishes no public key, so every assertion is refused.`,
          'Publish the public key the site’s server signs with at WIDGET_JWKS_URL.',
        );
  } catch (fault) {
    if (!(fault instanceof NetworkFault)) throw fault;
    return missing(fault.reason);
  }
}
