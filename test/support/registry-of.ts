import type { Partner } from '../../src/journeys/hand-off/partner.ts';
import type { PartnerRegistry } from '../../src/journeys/hand-off/registering/partner-registry.ts';
import type { Registration } from '../../src/journeys/hand-off/registering/resolve-partners.ts';

/** Partners of a file, and what is registered in Teams beside them. */
export function registryOf(
  ofFile: readonly Partner[],
  registrations: readonly Registration[] = [],
): Pick<PartnerRegistry, 'all' | 'known' | 'registrations'> {
  return { all: () => ofFile, known: () => ofFile, registrations: () => registrations };
}
