import axios from 'axios';
import { z } from 'zod';
import type { ErrorCode } from '../errors/catalogue.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { recognise } from '../errors/refusals/recognise.ts';

/** A token that cannot stand in a header would be kept, and no request could leave with it. */
const answer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: z.number().positive(),
});
/** The login service's refusal (Microsoft identity platform): its words begin with the number of the cause, AADSTS…. */
const refusal = z.object({ error: z.string(), error_description: z.string().optional().catch(undefined) });
const renewEarlyMs = 5 * 60_000;

export interface ClientCredentials {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where tokens are given out; Microsoft's login service unless told. */
  readonly loginUrl?: string;
}

/**
 * Gives a token for Microsoft Graph by client credentials (Microsoft identity platform v2.0), kept until five minutes before
 * it lapses; callers at the same time share one request. Throws a case of `teams.credentials-refused`, `teams.directory-refused`
 * or `teams.directory-unreachable`.
 */
export function createClientCredentialsToken(
  credentials: ClientCredentials,
  now: () => number,
): () => Promise<string> {
  const { tenantId, clientId, clientSecret, loginUrl = 'https://login.microsoftonline.com' } = credentials;
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    });
    const { status, data } = await post(
      `${loginUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
      form,
    );
    if (status >= 500) throw new ReachbackError('teams.directory-unreachable', { facts: { status } });
    const told = answer.safeParse(data);
    if (status !== 200 || !told.success) throw new ReachbackError(codeOf(data), { facts: { status } });
    kept = { token: told.data.access_token, until: now() + told.data.expires_in * 1000 - renewEarlyMs };
    return kept.token;
  }

  return () => {
    if (kept !== null && kept.until > now()) return Promise.resolve(kept.token);
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

function codeOf(data: unknown): ErrorCode {
  const read = refusal.safeParse(data);
  if (!read.success) return 'teams.directory-refused';
  const { error, error_description: words = '' } = read.data;
  return (
    recognise({ by: 'microsoft-login', says: [error], words: [words] })?.code ?? 'teams.directory-refused'
  );
}

/** The failed request carries the secret: only its error code is kept. */
async function post(url: string, form: URLSearchParams): Promise<{ status: number; data: unknown }> {
  try {
    return await axios.post(url, form, { timeout: 10_000, maxRedirects: 0, validateStatus: () => true });
  } catch (error) {
    const reason = axios.isAxiosError(error) ? (error.code ?? 'no answer') : 'no answer';
    throw new ReachbackError('teams.directory-unreachable', { facts: { reason } });
  }
}
