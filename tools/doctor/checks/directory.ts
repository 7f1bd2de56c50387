import { randomUUID } from 'node:crypto';
import type { TeamsConfig } from '../../../src/config/config.ts';
import { createClientCredentialsToken } from '../../../src/graph/client-credentials-token.ts';
import { createGraphDirectory } from '../../../src/graph/graph-directory.ts';
import { type Finding, good, warning } from '../finding.ts';

/**
 * Whether Microsoft Graph lets us look people up: asks for somebody who does not exist, and for the owners of the supervisors' team where one
 * is set. Throws what the directory throws.
 */
export async function directory(
  config: TeamsConfig | null,
  {
    why,
    now,
    supervisorTeam,
    loginUrl,
    baseUrl,
  }: { why: string; now: () => number; supervisorTeam: string | null; loginUrl?: string; baseUrl?: string },
): Promise<Finding> {
  if (config === null) return good('directory', `Looking people up skipped: ${why}`);
  const { tenantId, appId, appPassword } = config;
  const credentials = { tenantId, clientId: appId, clientSecret: appPassword.reveal() };
  const token = createClientCredentialsToken({ ...credentials, ...(loginUrl && { loginUrl }) }, now);
  const graph = createGraphDirectory({ token, ...(baseUrl && { baseUrl }) });
  await graph.personOf(randomUUID());
  if (supervisorTeam === null)
    return good('directory', 'Microsoft Graph lets the bot look people up (User.Read.All).');
  const owners = await graph.ownersOf(supervisorTeam);
  const rights =
    'Microsoft Graph lets the bot look people and owners up (User.Read.All, GroupMember.Read.All)';
  return owners.length > 0
    ? good('directory', `${rights}; the team of SUPERVISOR_TEAM has ${owners.length}.`)
    : warning(
        'directory',
        'The team of SUPERVISOR_TEAM has no owner that Microsoft Graph shows.',
        'Give it an owner in Teams. Graph has none for groups made in Exchange or synchronised from elsewhere.',
      );
}
