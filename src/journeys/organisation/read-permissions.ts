import type { Logger } from 'pino';
import { catalogue, type ErrorCode } from '../../errors/catalogue.ts';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { ownPermissions } from '../../genesys/endpoints/own-permissions.ts';
import { isMet, missingPermissions } from '../../genesys/missing-permissions.ts';
import { neededPermissions, type Operation } from '../../genesys/needed-permissions.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';

export interface ClientPermissions {
  /** As the platform writes them, `*` included; null: not known, which is never taken for missing. */
  readonly granted: readonly string[] | null;
  /** Null where it is not known: the platform did not say what is granted, or names no right for the operation. */
  mayUse(operation: Operation): boolean | null;
}

/** The rest of the start meets the same, and is tried again with this. */
const wholeStart: readonly ErrorCode[] = [
  'genesys.credentials-refused',
  'genesys.token-unavailable',
  'genesys.unreachable',
  'genesys.stopped',
];

/** Before anything was read. */
export const permissionsUnknown: ClientPermissions = { granted: null, mayUse: () => null };

/**
 * Reads once what our OAuth client may do, and logs every permission it lacks with what does not work for it: an error where it is part
 * of the work, a warning where people may miss it. A start does not fail
 * for this: what it could not read is not known. Throws where there is no token or no connection at all.
 */
export async function readPermissions(parts: {
  call: PlatformCall;
  log: Logger;
}): Promise<ClientPermissions> {
  const { call, log } = parts;
  const granted = await askFor(call, log);
  if (granted === null) return permissionsUnknown;
  const worthSaying = neededPermissions.filter(({ use }) => use === 'always' || use === 'optional');
  for (const { permission, needs } of missingPermissions(worthSaying, granted)) {
    const { meaning, next } = catalogue['genesys.permission-missing'];
    const level = needs.some(({ use }) => use === 'always') ? 'error' : 'warn';
    log[level](
      {
        code: 'genesys.permission-missing',
        facts: { permission },
        next,
        without: needs.map(({ without }) => without).join(' '),
      },
      `${meaning} (permission=${permission})`,
    );
  }
  return {
    granted,
    mayUse(operation) {
      const needs = neededPermissions.filter((need) => need.operation === operation);
      return needs.length === 0 ? null : needs.every(({ permissions }) => isMet(permissions, granted));
    },
  };
}

async function askFor(call: PlatformCall, log: Logger): Promise<readonly string[] | null> {
  const said = 'what the OAuth client may do is not known; nothing is held back for it';
  try {
    const granted = await ownPermissions(call);
    if (granted === null) log.warn(`the platform did not say its roles: ${said}`);
    return granted;
  } catch (cause) {
    if (!(cause instanceof ReachbackError) || concernsAll(cause.code)) throw cause;
    log.warn({ code: cause.code, facts: cause.facts }, said);
    return null;
  }
}

function concernsAll(code: ErrorCode): boolean {
  return wholeStart.some((general) => isCaseOf(code, general));
}
