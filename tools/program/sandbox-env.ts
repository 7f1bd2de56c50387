import { sandboxControl } from './sandbox-control.ts';

/**
 * The environment of a program that works on a sandbox started by somebody else: its first organisation, no Teams
 * credentials, sending by itself at any hour, as it would in a sandbox of its own.
 */
export async function sandboxEnv(baseUrl: string): Promise<Record<string, string>> {
  const [org] = (await sandboxControl(baseUrl).state()).orgs;
  if (org === undefined) throw new Error('the sandbox has no organisation');
  return {
    GENESYS_API_URL: baseUrl,
    GENESYS_LOGIN_URL: baseUrl,
    GENESYS_CLIENT_ID: org.clientId,
    GENESYS_CLIENT_SECRET: org.clientSecret,
    TEAMS_AUTH: 'off',
    OUTREACH_MODE: 'automatic',
    QUIET_HOURS: 'off',
  };
}
