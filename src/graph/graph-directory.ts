import {
  Client,
  GraphError,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { recognise } from '../errors/refusals/recognise.ts';
import { HostBoundBearer } from './host-bound-bearer.ts';

const user = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() });
const patienceMs = 10_000;

/**
 * Looks people up in Microsoft Graph: `GET /users/{id}?$select=mail,userPrincipalName` (application permission
 * User.Read.All). `mailOf` takes an Entra object id and gives the mail address, else the sign-in name, else null; a person not
 * found is null too. Throws a case of `teams.directory-refused` or of `teams.directory-unreachable`,
 * and what `token` throws.
 */
export function createGraphDirectory(parts: {
  token: () => Promise<string>;
  /** With a trailing slash; the worldwide service unless told. */
  baseUrl?: string;
}): { mailOf(aadObjectId: string): Promise<string | null> } {
  const { token, baseUrl = 'https://graph.microsoft.com/' } = parts;
  const client = Client.initWithMiddleware({
    baseUrl,
    defaultVersion: 'v1.0',
    middleware: [
      new RetryHandler(new RetryHandlerOptions(1, 2)),
      new HostBoundBearer(baseUrl, token),
      new HTTPMessageHandler(),
    ],
  });

  return {
    async mailOf(aadObjectId) {
      try {
        const found: unknown = await client
          .api(`/users/${encodeURIComponent(aadObjectId)}`)
          .options({ signal: AbortSignal.timeout(patienceMs) })
          .select(['mail', 'userPrincipalName'])
          .get();
        const { mail, userPrincipalName } = user.parse(found);
        return mail ?? userPrincipalName ?? null;
      } catch (cause) {
        const status = cause instanceof GraphError ? cause.statusCode : -1;
        if (status === 404) return null;
        throw directoryError(status, cause);
      }
    },
  };
}

function directoryError(status: number, cause: unknown): ReachbackError {
  if (cause instanceof ReachbackError) return cause;
  const says = cause instanceof GraphError && cause.code !== null ? [cause.code] : [];
  const known = recognise({ by: 'graph', status, says });
  const facts = status > 0 ? { status } : {};
  return new ReachbackError(known?.code ?? 'teams.directory-unreachable', { facts, cause });
}
