import { isLoopback } from '../../src/config/is-loopback.ts';

/** Where Teams' public cloud takes a bot's calls (Microsoft: service URL validation of the Teams SDK). */
const hosts: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]);

/**
 * Whether the bot may call an address: with credentials only Teams' own over TLS, so that no token of ours and no request
 * of somebody else's making goes anywhere else; without, this machine only. Pure.
 */
export function isServiceAddress(address: string, withCredentials: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (!withCredentials) return isLoopback(hostname);
  return protocol === 'https:' && hosts.has(hostname) && port === '' && username === '' && password === '';
}
