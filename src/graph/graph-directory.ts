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

const user = z.object({
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  /** `Member` or `Guest`. */
  userType: z.string().nullish(),
});
const owners = z.object({
  value: z.array(
    z.object({
      '@odata.type': z.string().nullish(),
      id: z.string().min(1),
      displayName: z.string().nullish(),
      mail: z.string().nullish(),
      userPrincipalName: z.string().nullish(),
    }),
  ),
});
const patienceMs = 10_000;

/** Somebody the directory knows. */
interface DirectoryPerson {
  readonly email: string | null;
  readonly guest: boolean;
}

/** An owner of a group; what the permission does not show of a person is null. */
interface GroupOwner {
  readonly aadObjectId: string;
  readonly name: string | null;
  readonly email: string | null;
}

export interface GraphDirectory {
  /** Takes an Entra object id; the e-mail is the mail address, else the sign-in name. Null for a person not found. */
  personOf(aadObjectId: string): Promise<DirectoryPerson | null>;
  /** Takes an Entra group id; the people among its owners (a team has at most 100). Throws for a group not found, too. */
  ownersOf(groupId: string): Promise<GroupOwner[]>;
}

/**
 * Looks people up in Microsoft Graph: `GET /users/{id}` (application permission User.Read.All) and `GET /groups/{id}/owners`
 * (GroupMember.Read.All; for groups made in Exchange or synchronised from elsewhere Graph has no owners). Throws a case of
 * `teams.directory-refused` or of `teams.directory-unreachable`, and what `token` throws.
 */
export function createGraphDirectory(parts: {
  token: () => Promise<string>;
  /** With a trailing slash; the worldwide service unless told. */
  baseUrl?: string;
}): GraphDirectory {
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

  const ask = (path: string, select: string): Promise<unknown> =>
    client
      .api(path)
      .options({ signal: AbortSignal.timeout(patienceMs) })
      .select(select)
      .get();

  return {
    async personOf(aadObjectId) {
      try {
        const found = await ask(
          `/users/${encodeURIComponent(aadObjectId)}`,
          'mail,userPrincipalName,userType',
        );
        const { mail, userPrincipalName, userType } = user.parse(found);
        return {
          email: mail ?? userPrincipalName ?? null,
          guest: userType?.toLowerCase() === 'guest' || userPrincipalName?.includes('#EXT#') === true,
        };
      } catch (cause) {
        const status = cause instanceof GraphError ? cause.statusCode : -1;
        if (status === 404) return null;
        throw directoryError(status, cause);
      }
    },
    async ownersOf(groupId) {
      try {
        const found = await ask(
          `/groups/${encodeURIComponent(groupId)}/owners`,
          'id,displayName,mail,userPrincipalName',
        );
        return owners
          .parse(found)
          .value.filter((owner) => (owner['@odata.type'] ?? userOdataType) === userOdataType)
          .map(({ id, displayName, mail, userPrincipalName }) => ({
            aadObjectId: id,
            name: displayName ?? null,
            email: mail ?? userPrincipalName ?? null,
          }));
      } catch (cause) {
        throw directoryError(cause instanceof GraphError ? cause.statusCode : -1, cause);
      }
    },
  };
}

const userOdataType = '#microsoft.graph.user';

function directoryError(status: number, cause: unknown): ReachbackError {
  if (cause instanceof ReachbackError) return cause;
  const says = cause instanceof GraphError && cause.code !== null ? [cause.code] : [];
  const known = recognise({ by: 'graph', status, says });
  const facts = status > 0 ? { status } : {};
  return new ReachbackError(known?.code ?? 'teams.directory-unreachable', { facts, cause });
}
