import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { ownOrganisation } from '../../../src/genesys/endpoints/own-organisation.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import type { Partner } from '../../../src/journeys/hand-off/partner.ts';
import { coded, type Finding, failed, good } from '../finding.ts';

/** One finding a partner: whether its client gets a token, and of the organisation that is registered. Never throws. */
export function partners(
  registered: readonly Partner[],
  callOf: (partner: Partner) => PlatformCall,
): Promise<Finding[]> {
  return Promise.all(
    registered.map(async (partner) => {
      try {
        const { id } = await ownOrganisation(callOf(partner));
        return id === partner.organisationId
          ? good(
              'partners',
              `${partner.name} can be reached with its client, by the contract ${partner.contract}.`,
            )
          : coded('partners', 'problem', 'handoff.organisation-mismatch', { partner: partner.id });
      } catch (cause) {
        const known = cause instanceof ReachbackError ? cause : null;
        return known === null
          ? failed('partners', 'problem', cause, 'genesys.no-answer')
          : coded('partners', 'problem', known.code, { ...known.facts, partner: partner.id });
      }
    }),
  );
}
