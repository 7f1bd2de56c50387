import type { Caller } from './caller.ts';
import type { Permissions } from './endpoint.ts';
import { PlatformError } from './platform-error.ts';

/**
 * Refuses a caller whose roles lack what the endpoint needs, naming what is missing. Scopes play no part in it.
 * `userId` is whose things are asked for, where the path says so.
 */
export function requirePermissions(
  { org, client, agent }: Caller,
  needed: Permissions | undefined,
  userId?: string,
): void {
  if (needed === undefined) return;
  if (needed.exceptOwn && agent !== undefined && agent.id === userId) return;
  const granted = agent === undefined ? client.permissions : org.agentPermissions;
  if ('all' in needed) {
    const missing = needed.all.filter((each) => !granted.includes(each));
    if (missing.length === 0) return;
    throw new PlatformError(
      403,
      'missing.permissions',
      `Unable to perform the requested action. You are missing the following permission(s): ${missing.join(', ')}`,
    );
  }
  if (needed.any.some((each) => granted.includes(each))) return;
  throw new PlatformError(
    403,
    'missing.any.permissions',
    `Unable to perform the requested action. You must have at least one of the following permissions assigned: [${needed.any.join(', ')}]`,
  );
}
