import { readPartnersFile } from '../../bot/hand-off/read-partners-file.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import type { Partner } from '../../src/journeys/hand-off/partner.ts';
import { partners } from './checks/partners.ts';
import { partnersInTeams } from './checks/partners-in-teams.ts';
import { type Finding, problem, warning } from './finding.ts';
import type { Ground } from './ground.ts';
import { within } from './within.ts';

/** The partner organisations of the file and of Teams; nothing to say where none are registered. */
export async function examinePartners(ground: Ground): Promise<Finding[]> {
  const { config, callAt } = ground;
  const { ofFile, findings } = await partnersOfFile(config.handOff.partnersFile);
  const inTeams = await within('partners', 'store.unavailable', () => partnersInTeams(ground, ofFile));
  // A store that cannot be read is said of the store.
  const unread = inTeams.findings.filter((each) => !('code' in each && each.code?.startsWith('store.')));
  const { usable, findings: unusable } = inTeams.value ?? { usable: [], findings: unread };
  const registered = [...ofFile, ...usable];
  const ownKeys = config.databaseUrl !== null && config.handOff.keyFile === null && registered.length > 0;
  return [
    ...findings,
    ...unusable,
    ...(await partners(registered, callAt)),
    ...(ownKeys ? [keyOfEachInstance] : []),
  ];
}

const keyOfEachInstance = warning(
  'partners',
  'HAND_OFF_KEY_FILE is not set: instances on one database would each sign hand-offs with a key of their own, and a partner takes those of one.',
  'With several instances, give all of them the same HAND_OFF_KEY_FILE, or one DATA_DIR they share; with one instance nothing is to be done.',
);

async function partnersOfFile(
  path: string | null,
): Promise<{ ofFile: readonly Partner[]; findings: Finding[] }> {
  if (path === null) return { ofFile: [], findings: [] };
  try {
    return { ofFile: await readPartnersFile(path, process.env), findings: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.problems.map(({ variable, wrong, fix }) =>
      problem('partners', `${variable} ${wrong}.`, fix),
    );
    return { ofFile: [], findings };
  }
}
