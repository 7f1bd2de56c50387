import type { MessengerSettings } from '../world/messenger-settings.ts';

/**
 * A page of this origin may open the messenger. Clients without a page send a bare host. unverified: that an absent
 * origin is refused, and `*.` for subdomains.
 */
export function originIsAllowed(
  { allowAllDomains, allowedDomains }: MessengerSettings,
  origin: string | undefined,
): boolean {
  if (allowAllDomains) return true;
  const host = hostOf(origin ?? '');
  return allowedDomains.some((domain) => {
    const allowed = hostOf(domain);
    return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host !== '' && host === allowed;
  });
}

/** The host of `https://host:port/…` or of a bare `host:port`. */
function hostOf(origin: string): string {
  const [host = ''] = origin
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .split(/[/:]/);
  return host;
}
