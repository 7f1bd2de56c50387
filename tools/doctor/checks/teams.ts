import axios from 'axios';
import type { TeamsConfig } from '../../../src/config/config.ts';
import { coded, type Finding, good } from '../finding.ts';

const patienceMs = 5_000;

/**
 * Whether Microsoft gives the bot a token to speak to Teams with (Microsoft identity platform v2.0, client credentials, scope of the Bot
 * Framework). `loginUrl` is Microsoft's unless told.
 */
export async function teams(
  config: TeamsConfig | null,
  { why, loginUrl = 'https://login.microsoftonline.com' }: { why: string; loginUrl?: string },
): Promise<Finding> {
  if (config === null) return good('teams', `Skipped: ${why}`);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: config.appId,
    client_secret: config.appPassword.reveal(),
    scope: 'https://api.botframework.com/.default',
  });
  const answer = await post(`${loginUrl}/${encodeURIComponent(config.tenantId)}/oauth2/v2.0/token`, form);
  if ('reason' in answer)
    return coded('teams', 'problem', 'teams.unreachable', {
      host: new URL(loginUrl).host,
      reason: answer.reason,
    });
  if (answer.status === 200) return good('teams', 'The bot’s app id and password are accepted.');
  const facts = { status: answer.status, ...(answer.problem === null ? {} : { problem: answer.problem }) };
  return coded(
    'teams',
    'problem',
    answer.status >= 500 ? 'teams.unreachable' : 'teams.credentials-refused',
    facts,
    answer.problem === null ? '' : (explained[answer.problem] ?? ''),
  );
}

/** The failed request carries the secret: only status and Microsoft's error number are kept. */
async function post(
  url: string,
  form: URLSearchParams,
): Promise<{ status: number; problem: string | null } | { reason: string }> {
  try {
    const { status, data } = await axios.post<unknown>(url, form, {
      timeout: patienceMs,
      maxRedirects: 0,
      validateStatus: () => true,
    });
    const problem = /AADSTS\d+/.exec(JSON.stringify(data ?? ''))?.[0] ?? null;
    return { status, problem };
  } catch (error) {
    return { reason: axios.isAxiosError(error) ? (error.code ?? 'no answer') : 'no answer' };
  }
}

/** Microsoft's published error numbers, as far as they point at one variable. */
const explained: Readonly<Record<string, string>> = {
  AADSTS700016:
    'The app is not in this tenant: MICROSOFT_APP_ID or MICROSOFT_APP_TENANT_ID is of another one.',
  AADSTS90002: 'There is no such tenant: check MICROSOFT_APP_TENANT_ID.',
  AADSTS7000215: 'The password is wrong: copy the secret’s value, not its id.',
  AADSTS7000222: 'The password has expired: make a new client secret.',
};
