/** Where one region of Genesys Cloud answers. */
export interface RegionHosts {
  readonly apiUrl: string;
  readonly loginUrl: string;
}

/** Region to domain, as the official SDK 262 lists them. */
const domains: Readonly<Record<string, string>> = {
  us_east_1: 'mypurecloud.com',
  us_east_2: 'use2.us-gov-pure.cloud',
  us_west_2: 'usw2.pure.cloud',
  ca_central_1: 'cac1.pure.cloud',
  mx_central_1: 'mxc1.pure.cloud',
  sa_east_1: 'sae1.pure.cloud',
  eu_west_1: 'mypurecloud.ie',
  eu_west_2: 'euw2.pure.cloud',
  eu_central_1: 'mypurecloud.de',
  eu_central_2: 'euc2.pure.cloud',
  eusc_de_east_1: 'edee1.eusc-pure.cloud',
  me_central_1: 'mec1.pure.cloud',
  ap_south_1: 'aps1.pure.cloud',
  ap_southeast_1: 'apse1.pure.cloud',
  ap_southeast_2: 'mypurecloud.com.au',
  ap_northeast_1: 'mypurecloud.jp',
  ap_northeast_2: 'apne2.pure.cloud',
  ap_northeast_3: 'apne3.pure.cloud',
};

/**
 * The hosts of a region (`eu-central-1`, `eu_central_1`) or of its domain (`mypurecloud.de`);
 * null when the platform has no such region.
 */
export function regionHosts(regionOrDomain: string): RegionHosts | null {
  const asked = regionOrDomain.trim().toLowerCase();
  const region = asked.replaceAll('-', '_');
  const domain = Object.hasOwn(domains, region)
    ? domains[region]
    : Object.values(domains).find((known) => known === asked);
  return domain === undefined
    ? null
    : { apiUrl: `https://api.${domain}`, loginUrl: `https://login.${domain}` };
}

/** The services a region has a host of its own for, as `<service>.<domain>` (SDK 262, deployment snippets). */
const services = ['api', 'login', 'streaming', 'webmessaging', 'api-cdn', 'apps'];

/**
 * The domain of the region a URL's host belongs to: `https://api.mypurecloud.de` → `mypurecloud.de`. Null for any other
 * host, such as a proxy of one's own or the loopback, and for what is no URL.
 */
export function regionOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const [service = '', ...rest] = new URL(url).hostname.toLowerCase().split('.');
  const domain = rest.join('.');
  return services.includes(service) && Object.values(domains).includes(domain) ? domain : null;
}

/** Whether these URLs may belong together: hosts of Genesys Cloud among them are all of one region. */
export function hostsOfOneRegion(urls: readonly string[]): boolean {
  return new Set(urls.map(regionOf).filter((domain) => domain !== null)).size <= 1;
}
