import { randomUUID } from 'node:crypto';
import type { TeamsConfig } from '../../../src/config/config.ts';
import { createClientCredentialsToken } from '../../../src/graph/client-credentials-token.ts';
import { createGraphDirectory } from '../../../src/graph/graph-directory.ts';
import { type Finding, good } from '../finding.ts';

/** Whether Microsoft Graph lets us look people up: asks for somebody who does not exist. Throws what the directory throws. */
export async function directory(
  config: TeamsConfig | null,
  { why, now, loginUrl, baseUrl }: { why: string; now: () => number; loginUrl?: string; baseUrl?: string },
): Promise<Finding> {
  if (config === null) return good('directory', `Looking people up skipped: ${why}`);
  const { tenantId, appId, appPassword } = config;
  const credentials = { tenantId, clientId: appId, clientSecret: appPassword.reveal() };
  const token = createClientCredentialsToken({ ...credentials, ...(loginUrl && { loginUrl }) }, now);
  await createGraphDirectory({ token, ...(baseUrl && { baseUrl }) }).personOf(randomUUID());
  return good('directory', 'Microsoft Graph lets the bot look people up (User.Read.All).');
}
