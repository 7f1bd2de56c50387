import axios from 'axios';
import { z } from 'zod';
import type { TeamsConfig } from '../../../src/config/config.ts';
import { recognise } from '../../../src/errors/refusals/recognise.ts';
import { coded, type Finding, good } from '../finding.ts';

const patienceMs = 4_000;
/** Microsoft's words hold the number of the cause and ids of the request: they are read, not shown. */
const refusal = z.object({ error: z.string(), error_description: z.string().catch('') });

/**
 * Whether Microsoft gives the bot a token to speak to Teams with (Microsoft identity platform v2.0, client credentials, scope of the Bot
 * Framework). `why` says why there is nothing to look at without a configuration; `loginUrl` is Microsoft's unless told.
 */
export async function teams(
  config: TeamsConfig | null,
  { why, loginUrl = 'https://login.microsoftonline.com' }: { why: string; loginUrl?: string },
): Promise<Finding> {
  if (config === null) return good('teams', `Bot identity skipped: ${why}`);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: config.appId,
    client_secret: config.appPassword.reveal(),
    scope: 'https://api.botframework.com/.default',
  });
  const answer = await post(`${loginUrl}/${encodeURIComponent(config.tenantId)}/oauth2/v2.0/token`, form);
  if ('reason' in answer) {
    const known = recognise({ by: 'teams-network', says: [answer.reason] });
    const facts = { host: new URL(loginUrl).host, reason: answer.reason };
    return coded('teams', 'problem', known?.code ?? 'teams.unreachable', facts);
  }
  const { status, body } = answer;
  if (status === 200) return good('teams', 'The bot’s app id and password are accepted.');
  if (status >= 500) return coded('teams', 'problem', 'teams.sign-in.unreachable', { status });
  const told = refusal.safeParse(body);
  const known = told.success
    ? recognise({ by: 'microsoft-login', says: [told.data.error], words: [told.data.error_description] })
    : null;
  return coded('teams', 'problem', known?.code ?? 'teams.credentials-refused', { status });
}

/** The failed request carries the secret: only its error code is kept. */
async function post(
  url: string,
  form: URLSearchParams,
): Promise<{ status: number; body: unknown } | { reason: string }> {
  try {
    const { status, data } = await axios.post<unknown>(url, form, {
      timeout: patienceMs,
      proxy: false,
      maxRedirects: 0,
      validateStatus: () => true,
    });
    return { status, body: data };
  } catch (error) {
    return { reason: axios.isAxiosError(error) ? (error.code ?? 'no answer') : 'no answer' };
  }
}
