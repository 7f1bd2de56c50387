import type { Config } from '../../src/config/config.ts';
import { clock } from './checks/clock.ts';
import { credentials } from './checks/credentials.ts';
import { directory } from './checks/directory.ts';
import { disk } from './checks/disk.ts';
import { endpoint } from './checks/endpoint.ts';
import { quietHours } from './checks/quiet-hours.ts';
import { reach } from './checks/reach.ts';
import { siteKeys } from './checks/site-keys.ts';
import { store } from './checks/store.ts';
import { supervisors } from './checks/supervisors.ts';
import { teams } from './checks/teams.ts';
import { examineOrganisation } from './examine-organisation.ts';
import { examinePartners } from './examine-partners.ts';
import { type Finding, good } from './finding.ts';
import type { Ground } from './ground.ts';
import { within } from './within.ts';

/** Everything there is to look at, side by side; what rests on something that failed is left out, for its fix comes first. */
export async function examine(ground: Ground): Promise<Finding[]> {
  const { config, production } = ground;
  const [platform, others] = await Promise.all([
    examinePlatform(ground),
    Promise.all([examinePartners(ground), examineWidget(ground), examineTeams(ground), examineStore(ground)]),
  ]);
  return [
    good('config', 'Every variable is as it should be.'),
    supervisors(ground.supervisors, config.supervisorTeam, config.outreach.mode),
    quietHours(config.outreach, production),
    ...platform,
    ...others.flat(),
  ];
}

async function examinePlatform(ground: Ground): Promise<Finding[]> {
  const { genesys, http, token, notes } = ground;
  const ask = {
    api: () => reach(http, 'api', genesys.apiUrl, '/api/v2/authorization/subjects/me'),
    login: () => reach(http, 'login', genesys.loginUrl, '/oauth/token'),
  };
  // One host for both, as in the sandbox, is looked at once.
  const [api, login] = await Promise.all([
    ask.api(),
    genesys.apiUrl === genesys.loginUrl ? null : ask.login(),
  ]);
  const findings = [api, ...(login === null ? [] : [login])];
  const aheadMs = notes.aheadOf(genesys.apiUrl) ?? notes.aheadOf(genesys.loginUrl);
  if (aheadMs !== null) findings.push(clock(aheadMs));
  if ((login ?? api).level !== 'ok') return findings;
  const signedIn = await within('credentials', 'genesys.token-unavailable', () => credentials(token));
  findings.push(...(signedIn.value === null ? signedIn.findings : [signedIn.value]));
  if (api.level !== 'ok' || signedIn.value?.level !== 'ok') return findings;
  return [...findings, ...(await examineOrganisation(ground))];
}

/** Nothing to say where no site publishes keys. */
async function examineWidget({ config, http }: Ground): Promise<Finding[]> {
  const url = config.widget?.jwksUrl ?? null;
  return url === null ? [] : [await siteKeys(http, url)];
}

async function examineTeams({ config, clock: { now } }: Ground): Promise<Finding[]> {
  const why =
    config.genesys === null
      ? 'no Teams credentials are set; the stand-in for Teams in the sandbox asks for none.'
      : 'TEAMS_AUTH is off, so the bot has no identity in Microsoft Entra and no Teams can reach it.';
  const [identity, port] = await Promise.all([
    identityFindings(config, why, now),
    within('endpoint', 'start.failed', () => endpoint(config)),
  ]);
  return [...identity, ...(port.value ?? port.findings)];
}

/** Both ask with the same credentials: what is wrong with them is said once. */
async function identityFindings(
  { teams: credentials, supervisorTeam }: Pick<Config, 'teams' | 'supervisorTeam'>,
  why: string,
  now: () => number,
): Promise<Finding[]> {
  const bot = await within('teams', 'teams.unreachable', () => teams(credentials, { why }));
  if (bot.value?.level !== 'ok') return [bot.value ?? bot.findings[0]];
  const people = await within('directory', 'teams.directory-unreachable', () =>
    directory(credentials, { why, now, supervisorTeam }),
  );
  return [bot.value, people.value ?? people.findings[0]];
}

async function examineStore({ config, production }: Ground): Promise<Finding[]> {
  const databaseUrl = config.databaseUrl?.reveal() ?? null;
  const kept = await within('store', 'store.unavailable', () =>
    store({ databaseUrl, dataDir: config.dataDir }),
  );
  const findings = [...(kept.value ?? kept.findings)];
  // With PostgreSQL nothing is kept in the directory; where it could not be used there is nothing to add.
  if (databaseUrl !== null || kept.value === null) return findings;
  const space = await within('disk', 'store.unavailable', () => disk(config.dataDir, production));
  return [...findings, ...(space.value ?? space.findings)];
}
