import { isLoopback } from '../../../config/is-loopback.ts';
import { type RegionHosts, regionHosts } from '../../../genesys/region-hosts.ts';
import type { RegisteringGround } from './registered-partner.ts';

/** The word for a partner’s region where all runs on the sandbox: where we are ourselves. */
const sandboxRegion = 'sandbox';

/**
 * What a registration in Teams may rest on: the secrets it may name, and the hosts of regions. The first are our own organisation’s. Pure.
 */
export function registeringGround(
  { apiUrl, loginUrl }: RegionHosts,
  secrets: Readonly<Record<string, string | undefined>>,
): RegisteringGround {
  const sandbox = [apiUrl, loginUrl].every((url) => isLoopback(new URL(url).hostname));
  return {
    env: secrets,
    sandbox,
    hostsOf: (region) => (sandbox && region === sandboxRegion ? { apiUrl, loginUrl } : regionHosts(region)),
  };
}
