import type { Partner } from '../../../src/journeys/hand-off/partner.ts';
import { partnerSecrets } from '../../../src/journeys/hand-off/registering/partner-secrets.ts';
import { registeringGround } from '../../../src/journeys/hand-off/registering/registering-ground.ts';
import { resolvePartners } from '../../../src/journeys/hand-off/registering/resolve-partners.ts';
import { standingPartners } from '../../../src/store/standing-partners.ts';
import { coded, type Finding } from '../finding.ts';
import type { Ground } from '../ground.ts';

/**
 * The partners supervisors registered in Teams, as the store has them: those that can be asked, and a finding for each that is set aside.
 * None where there is no organisation of one's own, for a sandbox's are gone with it. Throws what the store throws.
 */
export async function partnersInTeams(
  { config, genesys }: Pick<Ground, 'config' | 'genesys'>,
  ofFile: readonly Partner[],
): Promise<{ usable: readonly Partner[]; findings: Finding[] }> {
  if (config.genesys === null) return { usable: [], findings: [] };
  const databaseUrl = config.databaseUrl?.reveal() ?? null;
  const standing = await standingPartners({ databaseUrl, dataDir: config.dataDir });
  const ground = registeringGround(genesys, partnerSecrets(process.env));
  const registered = resolvePartners(ofFile, standing, ground).filter(({ removed }) => !removed);
  return {
    usable: registered.flatMap(({ partner, code }) => (partner === null || code !== null ? [] : [partner])),
    findings: registered.flatMap(({ id, code }) =>
      code === null ? [] : [coded('partners', 'problem', code, { partner: id })],
    ),
  };
}
