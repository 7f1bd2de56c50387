import { regionOf } from '../../../src/genesys/region-hosts.ts';
import { type Finding, good, problem } from '../finding.ts';

/** The address of a notification channel names the region the organisation really lives in; the hosts set must be its. Pure. */
export function region(apiUrl: string, connectUri: string): Finding {
  const set = regionOf(apiUrl);
  const told = regionOf(connectUri);
  if (told === null || set === null) {
    return good(
      'region',
      `The hosts set are ${set === null ? 'of your own' : set}; nothing speaks against them.`,
    );
  }
  if (told === set) return good('region', `The organisation lives in ${told}, as set.`);
  return problem(
    'region',
    `The organisation lives in ${told}, but the hosts set are of ${set}.`,
    `Set GENESYS_REGION=${told} and leave GENESYS_API_URL and GENESYS_LOGIN_URL out.`,
  );
}
